package io.attune.plan.reference;

import io.attune.plan.reference.Rules.OnDeactivate;
import io.attune.plan.reference.World.Row;
import io.attune.sourcing.UserStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of an account. Source: formats, Links; okta-behaviour 5. */
record Lifecycle(World world, Rules rules) {

  /** A new status, or a note why there is none, or the wish to wait for a person. */
  record Fate(@Nullable UserStatus to, @Nullable String note, boolean waits) {
    static final Fate NOTHING = new Fate(null, null, false);

    static Fate because(String note) {
      return new Fate(null, note, false);
    }

    static Fate becomes(UserStatus to) {
      return new Fate(to, null, false);
    }
  }

  private static final Fate WAITS = new Fate(null, null, true);

  UserStatus statusOf(String person) {
    return Objects.requireNonNull(world.people().get(person)).status();
  }

  boolean isProtected(String person) {
    return rules.protectedUsers().contains(person);
  }

  /** Whether the importing app is the person's source once the person is assigned to it. */
  boolean isSourceOf(String person) {
    return rules.app().equals(firstSource(person, true));
  }

  /** Whether no source in which the person has any row at all ranks higher. */
  private boolean mayReactivate(String person) {
    return rules.app().equals(firstSource(person, false));
  }

  private @Nullable String firstSource(String person, boolean onlyAssigned) {
    for (String source : rules.sources()) {
      Row row = world.rows(source).get(person);
      boolean counts = row != null && (!onlyAssigned || row.isActiveLink());
      if (source.equals(rules.app()) || counts) {
        return source;
      }
    }
    return null;
  }

  private Fate noted() {
    return Fate.because(rules.sources().contains(rules.app()) ? "LOWER_SOURCE" : "NOT_A_SOURCE");
  }

  /** A record arrived for the person's link, which was inactive if the person returns. */
  Fate linked(String person, boolean returns) {
    UserStatus status = statusOf(person);
    if (status != UserStatus.SUSPENDED && status != UserStatus.DEPROVISIONED) {
      return Fate.NOTHING;
    }
    if (!returns) {
      return status == UserStatus.SUSPENDED ? Fate.because("SUSPENDED_BY_HAND") : Fate.NOTHING;
    }
    if (!mayReactivate(person)) {
      return noted();
    }
    if (status == UserStatus.SUSPENDED) {
      return rules.reactivateSuspended()
          ? Fate.becomes(UserStatus.ACTIVE)
          : Fate.because("REACTIVATION_OFF");
    }
    return rules.reactivateDeactivated() ? Fate.becomes(UserStatus.PROVISIONED) : WAITS;
  }

  /** A record that is no link was matched to the person. */
  Fate matched(String person) {
    UserStatus status = statusOf(person);
    if (status != UserStatus.SUSPENDED && status != UserStatus.DEPROVISIONED) {
      return Fate.NOTHING;
    }
    if (!mayReactivate(person)) {
      return noted();
    }
    if (status == UserStatus.SUSPENDED) {
      return rules.reactivateSuspended() ? Fate.becomes(UserStatus.ACTIVE) : WAITS;
    }
    return rules.reactivateDeactivated() ? Fate.becomes(UserStatus.PROVISIONED) : WAITS;
  }

  /** The app lost the person. Only the person's source has a say. */
  Fate lost(String person) {
    if (!isSourceOf(person)) {
      return rules.sources().contains(rules.app()) ? Fate.because("LOWER_SOURCE") : Fate.NOTHING;
    }
    UserStatus status = statusOf(person);
    if (rules.onDeactivate() == OnDeactivate.NOTHING || status == UserStatus.DEPROVISIONED) {
      return Fate.NOTHING;
    }
    UserStatus to = UserStatus.DEPROVISIONED;
    if (rules.onDeactivate() == OnDeactivate.SUSPEND) {
      if (status == UserStatus.SUSPENDED) {
        return Fate.NOTHING;
      }
      if (status == UserStatus.STAGED && !rules.deactivateStaged()) {
        return Fate.because("STAGED_LEFT_ALONE");
      }
      to = status == UserStatus.STAGED ? UserStatus.DEPROVISIONED : UserStatus.SUSPENDED;
    }
    return isProtected(person) ? Fate.because("PROTECTED_USER") : Fate.becomes(to);
  }
}
