package io.attune.sourcing;

/**
 * What becomes of a suspended or deactivated Okta user whom a source has active again. Source:
 * okta-behaviour 5.14 to 5.16; formats, Links.
 *
 * @param suspended whether suspended people are reactivated
 * @param deactivated whether deactivated people are reactivated
 */
public record ReactivationRule(boolean suspended, boolean deactivated) {
  /** Both ticks off. */
  public static final ReactivationRule DEFAULT = new ReactivationRule(false, false);

  /**
   * Decides for the person of a link that the record arrived for.
   *
   * @param returning whether the stored link was inactive: only then was the person reactivated
   * @param standing what the app is to the person among all apps in which the person has a row,
   *     active or not
   */
  public StatusDecision decideLinked(
      UserStatus status, boolean returning, SourceStanding standing) {
    return switch (status) {
      case SUSPENDED -> linkedSuspended(returning, standing);
      case DEPROVISIONED -> linkedDeprovisioned(returning, standing);
      default -> StatusDecision.keep(null);
    };
  }

  private StatusDecision linkedSuspended(boolean returning, SourceStanding standing) {
    if (!returning) {
      return StatusDecision.keep(Note.SUSPENDED_BY_HAND);
    }
    if (standing != SourceStanding.HIGHEST) {
      return notHighest(standing);
    }
    return suspended
        ? StatusDecision.change(UserStatus.ACTIVE)
        : StatusDecision.keep(Note.REACTIVATION_OFF);
  }

  private StatusDecision linkedDeprovisioned(boolean returning, SourceStanding standing) {
    if (!returning) {
      return StatusDecision.keep(null);
    }
    if (standing != SourceStanding.HIGHEST) {
      return notHighest(standing);
    }
    return deactivated ? StatusDecision.change(UserStatus.PROVISIONED) : new StatusDecision.Wait();
  }

  /**
   * Decides for the person whom an unlinked record was matched to exactly. A confirmation that is
   * still missing is the caller's to ask for: this says what follows once it is there.
   */
  public StatusDecision decideMatched(UserStatus status, SourceStanding standing) {
    boolean tick =
        switch (status) {
          case SUSPENDED -> suspended;
          case DEPROVISIONED -> deactivated;
          default -> true;
        };
    if (status != UserStatus.SUSPENDED && status != UserStatus.DEPROVISIONED) {
      return StatusDecision.keep(null);
    }
    if (standing != SourceStanding.HIGHEST) {
      return notHighest(standing);
    }
    if (!tick) {
      return new StatusDecision.Wait();
    }
    return StatusDecision.change(
        status == UserStatus.SUSPENDED ? UserStatus.ACTIVE : UserStatus.PROVISIONED);
  }

  private static StatusDecision notHighest(SourceStanding standing) {
    return StatusDecision.keep(
        standing == SourceStanding.LOWER ? Note.LOWER_SOURCE : Note.NOT_A_SOURCE);
  }
}
