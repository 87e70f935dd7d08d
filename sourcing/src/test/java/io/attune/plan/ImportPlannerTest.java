package io.attune.plan;

import static io.attune.plan.SmallOrg.HR;
import static io.attune.plan.SmallOrg.record;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.attune.expression.EvaluationRun;
import io.attune.mapping.AttributeMapping;
import io.attune.mapping.OnError;
import io.attune.matching.MatchPolicy;
import io.attune.plan.PlannedChange.LinkChange;
import io.attune.plan.PlannedChange.PlannedValue;
import io.attune.plan.PlannedChange.StatusChange;
import io.attune.plan.PlannedChange.StatusReason;
import io.attune.plan.PlannedChange.Target;
import io.attune.plan.PlannedMatch.Kind;
import io.attune.plan.PlannedMatch.Reason;
import io.attune.sourcing.UserStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One line each for what a record can come to. */
class ImportPlannerTest {
  private final SmallOrg org =
      new SmallOrg()
          .person("00u1", UserStatus.ACTIVE, "ada@acme.test", "Ada", "Lovelace")
          .person("00u2", UserStatus.ACTIVE, "alan@acme.test", "Alan", "Turing")
          .link(HR, "00u1", "hr-1", AppUserStatus.ACTIVE);

  private static List<PlannedChange> lines(ImportPlan plan) {
    List<PlannedChange> lines = new ArrayList<>();
    plan.forEachLine(lines::add);
    return lines;
  }

  private static PlannedMatch match(PlannedChange line) {
    return Objects.requireNonNull(line.match());
  }

  private static PlannedChange only(ImportPlan plan) {
    List<PlannedChange> lines = lines(plan);
    assertEquals(1, lines.size());
    return lines.get(0);
  }

  @Test
  void leavesAnUnchangedRecordAlone() {
    var plan = Settings.ofSource().plan(org, record("hr-1", "ada@acme.test", "Ada", "Lovelace"));
    assertEquals(Outcome.UNCHANGED, only(plan).outcome());
    assertEquals(1, plan.report().users().unchanged());
  }

  @Test
  void updatesWhatTheSourceChanged() {
    var line = only(Settings.ofSource().plan(org, record("hr-1", "ada@acme.test", "Ada", "King")));
    assertEquals(Outcome.UPDATE, line.outcome());
    assertEquals(
        List.of(
            new PlannedValue(Target.USER, "lastName", "Lovelace", "King", "toOkta.lastName", HR),
            new PlannedValue(Target.APP_USER, "lastName", "Lovelace", "King", null, null)),
        line.changes());
  }

  @Test
  void changesOnlyTheAppUserWhereAnotherAppIsTheSource() {
    org.link("crm", "00u1", "c-1", AppUserStatus.ACTIVE);
    var line =
        only(
            Settings.ofSource()
                .sources("crm", HR)
                .plan(org, record("hr-1", "ada@acme.test", "Ada", "King")));
    assertEquals(
        List.of(new PlannedValue(Target.APP_USER, "lastName", "Lovelace", "King", null, null)),
        line.changes());
  }

  @Test
  void linksAnExactMatchAndRemovesWhoIsGone() {
    var plan = Settings.ofSource().plan(org, record("hr-2", "alan@acme.test", "Alan", "Turing"));
    var lines = lines(plan);
    assertEquals(Outcome.REMOVED, lines.get(0).outcome());
    assertEquals(
        new StatusChange(
            UserStatus.ACTIVE, UserStatus.DEPROVISIONED, StatusReason.REMOVED_FROM_SOURCE),
        lines.get(0).status());
    assertEquals(
        new LinkChange(AppUserStatus.ACTIVE, AppUserStatus.DEPROVISIONED, null),
        lines.get(0).link());
    assertEquals(Outcome.LINK, lines.get(1).outcome());
    assertEquals("00u2", lines.get(1).userId());
    assertEquals(List.of("EMAIL"), match(lines.get(1)).by());
    assertEquals(ImportReport.Limit.COMPLETENESS, plan.report().safeguard().limit());
  }

  @Test
  void createsWhoIsNew() {
    var line =
        lines(
                Settings.ofSource()
                    .plan(
                        org,
                        record("hr-1", "ada@acme.test", "Ada", "Lovelace"),
                        record("hr-3", "grace@acme.test", "Grace", "Hopper")))
            .get(1);
    assertEquals(Outcome.CREATE, line.outcome());
    assertNull(line.userId());
    assertEquals(new StatusChange(null, UserStatus.STAGED, null), line.status());
    assertEquals(
        new PlannedValue(Target.USER, "login", null, "grace@acme.test", "usernameFormat", HR),
        line.changes().get(0));
  }

  @Test
  void waitsWithoutAutomaticConfirmation() {
    var line =
        lines(
                Settings.ofSource()
                    .confirmation(Confirmation.NONE)
                    .plan(
                        org,
                        record("hr-1", "ada@acme.test", "Ada", "Lovelace"),
                        record("hr-2", "alan@acme.test", "Alan", "Turing")))
            .get(1);
    assertEquals(Outcome.PENDING_EXACT, line.outcome());
  }

  @Test
  void neverMatchesSomebodyWhoIsLinkedAlready() {
    var line =
        lines(
                Settings.ofSource()
                    .plan(
                        org,
                        record("hr-1", "ada@acme.test", "Ada", "Lovelace"),
                        record("hr-9", "ada@acme.test", "Ada", "Lovelace")))
            .get(1);
    assertEquals(Outcome.CONFLICT, line.outcome());
    assertEquals(Reason.ALREADY_LINKED, match(line).reason());
  }

  @Test
  void keepsALoginForWhoeverHoldsIt() {
    org.person("00u3", UserStatus.DEPROVISIONED, "JÜRGEN@acme.test", "Jürgen", "Klopp");
    var line =
        lines(
                Settings.ofSource()
                    .plan(
                        org,
                        record("hr-1", "ada@acme.test", "Ada", "Lovelace"),
                        record("hr-2", "jurgen@acme.test", "Jurgen", "Other")))
            .get(1);
    assertEquals(Outcome.CONFLICT, line.outcome());
    assertEquals(Reason.LOGIN_HELD, match(line).reason());
    assertEquals(List.of("00u3"), match(line).candidates());
  }

  @Test
  void listsEveryCandidateOfAnAmbiguousRecord() {
    org.person("00u4", UserStatus.STAGED, "g1@acme.test", "Grace", "Hopper")
        .person("00u3", UserStatus.ACTIVE, "g2@acme.test", "Grace", "Hopper");
    var line =
        lines(
                Settings.ofSource()
                    .matching(MatchPolicy.EMAIL.withPartial())
                    .plan(
                        org,
                        record("hr-1", "ada@acme.test", "Ada", "Lovelace"),
                        record("hr-2", "grace@acme.test", "GRACE", "hopper")))
            .get(1);
    assertEquals(Outcome.AMBIGUOUS, line.outcome());
    assertEquals(Kind.AMBIGUOUS, match(line).kind());
    assertEquals(List.of("00u3", "00u4"), match(line).candidates());
  }

  @Test
  void writesNothingOfAPersonWhoseProfileWouldBreakTheSchema() {
    var line = only(Settings.ofSource().plan(org, record("hr-1", "nonsense", "Ada", "King")));
    assertEquals(Outcome.ERROR, line.outcome());
    assertEquals(List.of(), line.changes());
    assertEquals("email", line.diagnostics().get(0).attribute());
  }

  @Test
  void countsAnUnreadableRecordAsPresent() {
    var unreadable = new UnreadableRecord("hr-1", SmallOrg.NO_HASH, "WRONG_TYPE", "title");
    var line = only(Settings.ofSource().plan(org, unreadable));
    assertEquals(Outcome.ERROR, line.outcome());
    assertNull(line.match());
  }

  @Test
  void concludesNothingFromAFeedWithARecordOfUnknownKey() {
    var unreadable = new UnreadableRecord(null, SmallOrg.NO_HASH, "MISSING_ID", null);
    var plan = Settings.ofSource().plan(org, unreadable);
    assertEquals(Outcome.ERROR, only(plan).outcome());
    assertEquals("UNREADABLE_WITHOUT_ID", plan.report().incomplete());
  }

  /** Found by the reference planner: the conflict forgot that the feed had the record twice. */
  @Test
  void saysThatARecordCameTwiceEvenWhereAnotherKeepsThePerson() {
    var twice = record("hr-3", "alan@acme.test", "Alan", "Turing");
    var first = record("hr-2", "alan@acme.test", "Alan", "Turing");
    var line = lines(Settings.ofSource().plan(org, twice, first, twice)).get(1);
    assertEquals(Reason.SAME_USER_IN_FEED, match(line).reason());
    assertEquals(Decider.REPEATED, line.diagnostics().get(0));
  }

  /** A failure under FAIL_USER is a fault of the profile like others: the person stays named. */
  @Test
  void keepsThePersonOfARecordThatFails() {
    var table =
        SmallOrg.program(
            AttributeMapping.of("email", "appuser.email"),
            AttributeMapping.of("title", "String.append(appuser.title, '!')"));
    var mapping =
        new MappingSettings(
            table,
            null,
            OnError.FAIL_USER,
            new TreeMap<>(),
            ProfileUpdate.ATOMIC,
            EvaluationRun.EMPTY);
    var settings = Settings.ofSource().mapping(mapping);
    var record = record("hr-2", "alan@acme.test", "Alan", "Turing");
    var line = lines(settings.plan(org, record)).get(1);
    assertEquals(Outcome.ERROR, line.outcome());
    assertEquals("00u2", line.userId());
    var waiting = lines(settings.confirmation(Confirmation.NONE).plan(org, record)).get(1);
    assertEquals(Outcome.PENDING_EXACT, waiting.outcome());
    assertEquals("EXPRESSION_FAILED", waiting.diagnostics().get(0).code());
  }

  /**
   * Found by the idempotence law: the person would be taken away, and given back the next night.
   */
  @Test
  void seesWhomAPersonsChoiceGivesAnotherKeyEvenWhileTheRecordWaits() {
    org.people.put(
        "00u1",
        new SmallOrg.Person(
            UserStatus.SUSPENDED, Objects.requireNonNull(org.people.get("00u1")).profile()));
    org.pending.put(
        "hr-7",
        new PendingRecord(
            "hr-7", Outcome.CONFLICT, new PendingRecord.Choice(PendingRecord.Kind.USER, "00u1")));
    var line = only(Settings.ofSource().plan(org, record("hr-7", "new@acme.test", "Ada", "King")));
    assertEquals(Outcome.PENDING_ACTIVATION, line.outcome());
  }
}
