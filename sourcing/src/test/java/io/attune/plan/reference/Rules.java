package io.attune.plan.reference;

import io.attune.sourcing.Effect;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an import, as the files name them.
 *
 * @param sources the ranking of the apps that source people
 * @param passingOn those of them that fall back to the first value that is not null
 * @param otherTables the To Okta tables of the other apps
 * @param atMost limits in numbers, by what is limited
 */
public record Rules(
    String app,
    boolean full,
    List<String> sources,
    Set<String> passingOn,
    List<Mapped> mapping,
    Map<String, List<Mapped>> otherTables,
    @Nullable Formula usernameFormat,
    boolean perAttribute,
    List<Criterion> exact,
    boolean anyOf,
    boolean partial,
    boolean confirmExact,
    boolean confirmPartial,
    boolean confirmNew,
    boolean activateNew,
    OnDeactivate onDeactivate,
    boolean deactivateStaged,
    boolean reactivateSuspended,
    boolean reactivateDeactivated,
    Set<String> protectedUsers,
    Limit appLimit,
    Limit orgLimit,
    SortedMap<Effect, Integer> atMost,
    boolean requireProof) {

  /** One row of the To Okta table. */
  public record Mapped(String target, Formula formula, OnError onError) {}

  /** What a failed expression does. */
  public enum OnError {
    KEEP,
    NULL,
    FAIL_USER
  }

  /** The setting "when a user is deactivated in the app". */
  public enum OnDeactivate {
    NOTHING,
    DEACTIVATE,
    SUSPEND
  }

  /** A limit on unassignments; {@code least} is the smallest population that it applies to. */
  public record Limit(boolean on, int percent, int least, boolean inclusive) {}

  /**
   * Something that must be equal.
   *
   * @param attribute of Okta users; {@code EMAIL} and {@code USERNAME} name theirs in capitals
   */
  public record Criterion(String attribute, Normalize normalize) {
    boolean isAttribute() {
      return !attribute.equals("EMAIL") && !attribute.equals("USERNAME");
    }

    String label() {
      return isAttribute() ? "ATTRIBUTE:" + attribute : attribute;
    }
  }

  /** What is made equal before attributes are compared. */
  public enum Normalize {
    NONE,
    TRIM,
    CASEFOLD,
    ALNUM
  }

  List<Mapped> table(String ofApp) {
    return ofApp.equals(app) ? mapping : otherTables.getOrDefault(ofApp, List.of());
  }

  @Nullable Mapped mappingOf(String attribute) {
    return mappingOf(attribute, app);
  }

  @Nullable Mapped mappingOf(String attribute, String ofApp) {
    for (Mapped each : table(ofApp)) {
      if (each.target().equals(attribute)) {
        return each;
      }
    }
    return null;
  }
}
