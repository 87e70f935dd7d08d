package io.attune.sourcing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.sourcing.DeactivationRule.OnDeactivate;
import io.attune.sourcing.DeactivationRule.OnStaged;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two rules of an account, each by itself. Source: okta-behaviour 5.11 to 5.17. */
class StatusRulesTest {
  private static String said(StatusDecision decision) {
    if (decision instanceof StatusDecision.Change change) {
      return change.to().name();
    }
    if (decision instanceof StatusDecision.Keep keep) {
      return keep.note() == null ? "keeps" : keep.note().name();
    }
    return decision instanceof StatusDecision.Wait ? "waits" : String.valueOf(decision);
  }

  @ParameterizedTest(name = "{0}, returning {1}, {2}: with ticks {3}, without {4}")
  @CsvSource({
    "ACTIVE, true, HIGHEST, keeps, keeps",
    "STAGED, true, LOWER, keeps, keeps",
    "SUSPENDED, false, HIGHEST, SUSPENDED_BY_HAND, SUSPENDED_BY_HAND",
    "SUSPENDED, false, LOWER, SUSPENDED_BY_HAND, SUSPENDED_BY_HAND",
    "SUSPENDED, true, HIGHEST, ACTIVE, REACTIVATION_OFF",
    "SUSPENDED, true, LOWER, LOWER_SOURCE, LOWER_SOURCE",
    "SUSPENDED, true, NO_SOURCE, NOT_A_SOURCE, NOT_A_SOURCE",
    "DEPROVISIONED, false, HIGHEST, keeps, keeps",
    "DEPROVISIONED, true, HIGHEST, PROVISIONED, waits",
    "DEPROVISIONED, true, LOWER, LOWER_SOURCE, LOWER_SOURCE",
    "DEPROVISIONED, true, NO_SOURCE, NOT_A_SOURCE, NOT_A_SOURCE"
  })
  void aLinkedPerson(
      UserStatus status, boolean returning, SourceStanding standing, String with, String without) {
    assertEquals(
        with, said(new ReactivationRule(true, true).decideLinked(status, returning, standing)));
    assertEquals(without, said(ReactivationRule.DEFAULT.decideLinked(status, returning, standing)));
    ReactivationRule other =
        new ReactivationRule(
            status == UserStatus.DEPROVISIONED, status != UserStatus.DEPROVISIONED);
    assertEquals(without, said(other.decideLinked(status, returning, standing)));
  }

  /** Rank comes before the ticks: an app that may reactivate nobody has nothing to wait for. */
  @ParameterizedTest(name = "{0}, {1}: with ticks {2}, without {3}")
  @CsvSource({
    "ACTIVE, HIGHEST, keeps, keeps",
    "LOCKED_OUT, NO_SOURCE, keeps, keeps",
    "SUSPENDED, HIGHEST, ACTIVE, waits",
    "SUSPENDED, LOWER, LOWER_SOURCE, LOWER_SOURCE",
    "SUSPENDED, NO_SOURCE, NOT_A_SOURCE, NOT_A_SOURCE",
    "DEPROVISIONED, HIGHEST, PROVISIONED, waits",
    "DEPROVISIONED, LOWER, LOWER_SOURCE, LOWER_SOURCE",
    "DEPROVISIONED, NO_SOURCE, NOT_A_SOURCE, NOT_A_SOURCE"
  })
  void aMatchedPerson(UserStatus status, SourceStanding standing, String with, String without) {
    assertEquals(with, said(new ReactivationRule(true, true).decideMatched(status, standing)));
    assertEquals(without, said(ReactivationRule.DEFAULT.decideMatched(status, standing)));
  }

  @ParameterizedTest(name = "{0} {1}, {2} {3}: {4}, protected {5}")
  @CsvSource({
    "DEACTIVATE, LEAVE, ACTIVE, HIGHEST, DEPROVISIONED, PROTECTED_USER",
    "DEACTIVATE, LEAVE, STAGED, HIGHEST, DEPROVISIONED, PROTECTED_USER",
    "DEACTIVATE, LEAVE, DEPROVISIONED, HIGHEST, keeps, keeps",
    "DEACTIVATE, LEAVE, ACTIVE, LOWER, LOWER_SOURCE, LOWER_SOURCE",
    "DEACTIVATE, LEAVE, ACTIVE, NO_SOURCE, keeps, keeps",
    "SUSPEND, LEAVE, PROVISIONED, HIGHEST, SUSPENDED, PROTECTED_USER",
    "SUSPEND, LEAVE, SUSPENDED, HIGHEST, keeps, keeps",
    "SUSPEND, LEAVE, DEPROVISIONED, HIGHEST, keeps, keeps",
    "SUSPEND, LEAVE, STAGED, HIGHEST, STAGED_LEFT_ALONE, STAGED_LEFT_ALONE",
    "SUSPEND, DEACTIVATE, STAGED, HIGHEST, DEPROVISIONED, PROTECTED_USER",
    "NOTHING, DEACTIVATE, STAGED, HIGHEST, keeps, keeps",
    "NOTHING, LEAVE, ACTIVE, HIGHEST, keeps, keeps"
  })
  void somebodyWhoIsGone(
      OnDeactivate setting,
      OnStaged staged,
      UserStatus status,
      SourceStanding standing,
      String anybody,
      String protectedPerson) {
    DeactivationRule rule = new DeactivationRule(setting, staged);
    assertEquals(anybody, said(rule.decide(status, standing, false)));
    assertEquals(protectedPerson, said(rule.decide(status, standing, true)));
  }
}
