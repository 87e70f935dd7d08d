package io.attune.expression;

import io.attune.profile.Profile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an expression reads of one person. Made once per record and read by all its expressions; it
 * holds references and copies nothing.
 *
 * @param run what is the same for all records
 * @param appUser the app user, over the app schema of the scope; null if there is none
 * @param user the Okta user, over the user schema of the scope; null if there is none
 * @param otherApps the person's app users elsewhere
 * @param groups the person's groups, in the order in which functions answer them; not to be changed
 * @param roots only for an untyped scope: the attributes of each root by its name
 */
public record EvaluationInput(
    EvaluationRun run,
    @Nullable Profile appUser,
    @Nullable UserRecord user,
    OtherApps otherApps,
    List<Group> groups,
    Map<String, Map<String, Object>> roots) {

  /** An app user on the way to Okta. */
  public static EvaluationInput ofAppUser(EvaluationRun run, @Nullable Profile appUser) {
    return new EvaluationInput(run, appUser, null, OtherApps.NONE, List.of(), Map.of());
  }

  /** An Okta user on the way to an app. */
  public static EvaluationInput ofUser(EvaluationRun run, @Nullable UserRecord user) {
    return new EvaluationInput(run, null, user, OtherApps.NONE, List.of(), Map.of());
  }

  /** The same with this app user. */
  public EvaluationInput withAppUser(@Nullable Profile newAppUser) {
    return new EvaluationInput(run, newAppUser, user, otherApps, groups, roots);
  }

  /** The same with this Okta user. */
  public EvaluationInput withUser(@Nullable UserRecord newUser) {
    return new EvaluationInput(run, appUser, newUser, otherApps, groups, roots);
  }

  /** The same with these app users elsewhere. */
  public EvaluationInput withOtherApps(OtherApps newOtherApps) {
    return new EvaluationInput(run, appUser, user, newOtherApps, groups, roots);
  }

  /** The same with these groups. */
  public EvaluationInput withGroups(List<Group> newGroups) {
    return new EvaluationInput(run, appUser, user, otherApps, newGroups, roots);
  }

  /** Names nothing of the person: profiles are personal data. */
  @Override
  public String toString() {
    return "EvaluationInput";
  }
}
