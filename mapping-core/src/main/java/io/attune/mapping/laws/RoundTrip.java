package io.attune.mapping.laws;

import io.attune.expression.EvaluationRun;
import io.attune.mapping.MappingProgram;
import io.attune.mapping.laws.Loss.Cause;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What two mapping tables lose: tries made-up profiles on the way App → Okta → App, and on the way
 * Okta → App → Okta, and reports every attribute that some profile does not get back. Both ways
 * begin with nothing on the other side, so create-only mappings write too.
 *
 * <pre>
 * RoundTrip roundTrip = RoundTrip.of(toOkta, toApp, EvaluationRun.EMPTY, 500, 1);
 * for (Loss loss : roundTrip.ofAppUsers()) { … }
 * </pre>
 *
 * @param ofAppUsers attributes of the app user that do not survive App → Okta → App, in slot order
 * @param ofUsers attributes of the Okta user that do not survive Okta → App → Okta, in slot order
 */
public record RoundTrip(List<Loss> ofAppUsers, List<Loss> ofUsers) {
  /** Copies the lists. */
  public RoundTrip {
    ofAppUsers = List.copyOf(ofAppUsers);
    ofUsers = List.copyOf(ofUsers);
  }

  /**
   * Tries both ways.
   *
   * @param toOkta the To Okta table
   * @param toApp the To App table of the same app, over the same schemas
   * @param run what expressions may read besides the profiles
   * @param profiles how many profiles to try each way, at least 1
   * @param seed of their mixture: the same seed gives the same answer
   * @throws IllegalArgumentException if {@code profiles} is less than 1, or the tables' schemas do
   *     not belong together
   */
  public static RoundTrip of(
      MappingProgram toOkta, MappingProgram toApp, EvaluationRun run, int profiles, long seed) {
    ProfileSchema user = toOkta.target();
    ProfileSchema app = toApp.target();
    if (profiles < 1) {
      throw new IllegalArgumentException("at least 1 profile must be tried, got " + profiles);
    }
    if (!toApp.scope().userSchema().equals(user) || !toOkta.scope().appSchema().equals(app)) {
      throw new IllegalArgumentException("the tables are over different schemas");
    }
    Exchange exchange = new Exchange(toOkta, toApp, run);
    UnaryOperator<Profile> there = each -> exchange.toOkta(each, Profile.empty(user), slot -> true);
    UnaryOperator<Profile> back = each -> exchange.toApp(each, Profile.empty(app), slot -> true);
    List<Object> literals = Exchange.literals(toOkta, toApp);
    return new RoundTrip(
        new Way(toApp, new ProfileSpace(app, all(app), literals, seed), there, back)
            .losses(profiles),
        new Way(toOkta, new ProfileSpace(user, all(user), literals, seed), back, there)
            .losses(profiles));
  }

  private static BitSet all(ProfileSchema schema) {
    BitSet all = new BitSet(schema.size());
    all.set(0, schema.size());
    return all;
  }

  /** Whether every attribute of both sides survived all that was tried. */
  public boolean isLossless() {
    return ofAppUsers.isEmpty() && ofUsers.isEmpty();
  }

  /** One of the two ways: {@code last} is the table that writes what should come back. */
  private record Way(
      MappingProgram last,
      ProfileSpace space,
      UnaryOperator<Profile> there,
      UnaryOperator<Profile> back) {

    List<Loss> losses(int profiles) {
      ProfileSchema schema = last.target();
      List<Loss> losses = new ArrayList<>();
      BitSet lost = new BitSet(schema.size());
      for (int number = 0; number < profiles; number++) {
        Profile tried = space.sample(number);
        Profile after = back.apply(there.apply(tried));
        for (int slot = 0; slot < schema.size(); slot++) {
          if (!lost.get(slot) && !Objects.equals(tried.value(slot), after.value(slot))) {
            lost.set(slot);
            losses.add(loss(slot, tried));
          }
        }
      }
      losses.sort(
          (left, right) ->
              Integer.compare(schema.slot(left.attribute()), schema.slot(right.attribute())));
      return losses;
    }

    private Loss loss(int slot, Profile found) {
      Profile smallest =
          space.shrink(
              found,
              tried ->
                  !Objects.equals(tried.value(slot), back.apply(there.apply(tried)).value(slot)));
      Object after = back.apply(there.apply(smallest)).value(slot);
      Cause cause = last.maps(slot) ? Cause.CHANGED : Cause.NOT_WRITTEN_BACK;
      return new Loss(last.target().attribute(slot).name(), cause, smallest, after);
    }
  }
}
