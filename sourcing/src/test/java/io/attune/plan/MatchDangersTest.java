package io.attune.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.matching.Criterion;
import io.attune.matching.MatchPolicy;
import io.attune.matching.Normalization;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.profile.Profile;
import io.attune.sourcing.UserStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each danger where it is, and its innocent neighbour where it is not. */
class MatchDangersTest {
  private static final MatchPolicy BY_NUMBER =
      MatchPolicy.allOf(new Criterion.Attribute("employeeNumber", Normalization.NONE));

  private static SmallOrg org() {
    return new SmallOrg()
        .person("00u1", UserStatus.ACTIVE, "ann@x.test", "Ann", "Lee")
        .person("00u2", UserStatus.ACTIVE, "bob@x.test", "Bob", "Ray")
        .person("00u3", UserStatus.ACTIVE, "cem@x.test", "Cem", "Oz");
  }

  private static SmallOrg linked() {
    return org()
        .link(SmallOrg.HR, "00u1", "e1", AppUserStatus.ACTIVE)
        .link(SmallOrg.HR, "00u2", "e2", AppUserStatus.ACTIVE)
        .link(SmallOrg.HR, "00u3", "e3", AppUserStatus.ACTIVE);
  }

  private static AppRecord record(String key, String mail, String first, String last, String no) {
    Profile profile =
        SmallOrg.profile(
            SmallOrg.APP,
            "userName",
            mail,
            "email",
            mail,
            "firstName",
            first,
            "lastName",
            last,
            "number",
            no);
    return SmallOrg.record(key, true, profile);
  }

  private static Settings confirming(MatchPolicy policy) {
    return Settings.ofSource().matching(policy).confirmation(Confirmation.ALL);
  }

  private static PlannedChange line(Settings settings, SmallOrg org, AppRecord... feed) {
    return lines(settings, org, feed).get(0);
  }

  private static List<PlannedChange> lines(Settings settings, SmallOrg org, AppRecord... feed) {
    List<PlannedChange> lines = new ArrayList<>();
    settings.plan(org, List.of(feed)).forEachLine(lines::add);
    return lines;
  }

  private static List<String> dangers(PlannedChange line) {
    return line.diagnostics().stream()
        .filter(each -> each.code().matches("(RECYCLED|IDENTIFIER|NAMESAKE).*"))
        .map(MatchDangersTest::text)
        .toList();
  }

  private static String text(Diagnostic diagnostic) {
    String message = diagnostic.message() == null ? "" : " " + diagnostic.message();
    return diagnostic.code() + " " + diagnostic.attribute() + message;
  }

  @ParameterizedTest(name = "{0} {1} with the e-mail of Ann Lee: {2}")
  @CsvSource({
    "Zoe, King, RECYCLED_IDENTIFIER email",
    "Ann, King, ''",
    "Zoe, Lee, ''",
    "LEE, ann, ''",
    "Zoe, '', ''"
  })
  void aRecycledEmail(String first, String last, String danger) {
    PlannedChange line =
        line(confirming(MatchPolicy.EMAIL), org(), record("e9", "ann@x.test", first, last, "9"));
    assertEquals(danger.isEmpty() ? List.of() : List.of(danger), dangers(line));
  }

  @Test
  void aRecycledEmployeeNumberIsLinkedAsOktaDoesUnlessDoubtsHoldIt() {
    SmallOrg org = org();
    withNumber(org, "00u1", "7");
    AppRecord zoe = record("e9", "zoe@x.test", "Zoe", "King", "7");
    PlannedChange linked = line(confirming(BY_NUMBER), org, zoe);
    assertEquals(Outcome.LINK, linked.outcome());
    assertEquals(List.of("RECYCLED_IDENTIFIER employeeNumber"), dangers(linked));

    MatchPolicy holding = new MatchPolicy(BY_NUMBER.exact(), false, false, true);
    PlannedChange held = line(confirming(holding), org, zoe);
    assertEquals(Outcome.PENDING_EXACT, held.outcome());
    assertEquals(dangers(linked), dangers(held));
    assertEquals(
        Outcome.LINK,
        line(confirming(holding), org, record("e9", "zoe@x.test", "Ann", "King", "7")).outcome(),
        "without a doubt nothing is held");
  }

  private static void withNumber(SmallOrg org, String id, String number) {
    SmallOrg.Person person = Objects.requireNonNull(org.people.get(id));
    org.people.put(
        id, new SmallOrg.Person(person.status(), person.profile().with("employeeNumber", number)));
  }

  @ParameterizedTest(name = "Ann Lee of number {0}, a record of number {1}: {2}")
  @CsvSource({"7, 8, NAMESAKE_OTHER_NUMBER employeeNumber", "7, 7, ''", "7, '', ''", "'', 8, ''"})
  void aNamesakeWithAnotherNumber(String there, String here, String danger) {
    SmallOrg org = org();
    if (!there.isEmpty()) {
      withNumber(org, "00u1", there);
    }
    AppRecord namesake = record("e9", "other@x.test", "Ann", "Lee", here);
    PlannedChange line = line(confirming(MatchPolicy.EMAIL.withPartial()), org, namesake);
    assertEquals(Outcome.LINK, line.outcome(), "Okta links namesakes where it is told to");
    assertEquals(danger.isEmpty() ? List.of() : List.of(danger), dangers(line));

    MatchPolicy holding = new MatchPolicy(MatchPolicy.EMAIL.exact(), false, true, true);
    Outcome held = line(confirming(holding), org, namesake).outcome();
    assertEquals(danger.isEmpty() ? Outcome.LINK : Outcome.PENDING_PARTIAL, held);
  }

  @Test
  void twoPeopleSwapTheirEmails() {
    List<PlannedChange> lines =
        lines(
            confirming(MatchPolicy.EMAIL),
            linked(),
            SmallOrg.record("e1", "BOB@x.test", "Ann", "Lee"),
            SmallOrg.record("e2", "ann@x.test", "Bob", "Ray"));
    assertEquals(
        List.of("IDENTIFIERS_SWAPPED email with `00u2`"),
        dangers(lines.get(0)),
        "case is no matter");
    assertEquals(List.of("IDENTIFIERS_SWAPPED email with `00u1`"), dangers(lines.get(1)));
  }

  @Test
  void aChainOfRenames() {
    List<PlannedChange> lines =
        lines(
            confirming(MatchPolicy.EMAIL),
            linked(),
            SmallOrg.record("e1", "bob@x.test", "Ann", "Lee"),
            SmallOrg.record("e2", "cem@x.test", "Bob", "Ray"),
            SmallOrg.record("e3", "new@x.test", "Cem", "Oz"));
    assertEquals(List.of("IDENTIFIER_PASSED_ON email from `00u2`"), dangers(lines.get(0)));
    assertEquals(List.of("IDENTIFIER_PASSED_ON email from `00u3`"), dangers(lines.get(1)));
    assertEquals(List.of(), dangers(lines.get(2)), "a free address is nobody's");
  }

  @Test
  void aNewPersonTakesWhatSomebodyGivesUp() {
    PlannedChange created =
        lines(
                confirming(BY_NUMBER),
                linked(),
                SmallOrg.record("e1", "married@x.test", "Ann", "King"),
                SmallOrg.record("e0", "ann@x.test", "Zoe", "King"))
            .get(0);
    assertEquals(List.of("IDENTIFIER_PASSED_ON email from `00u1`"), dangers(created).subList(0, 1));
  }

  @Test
  void whoKeepsTheAddressGivesNothingAway() {
    List<PlannedChange> lines =
        lines(
            confirming(MatchPolicy.EMAIL),
            linked(),
            SmallOrg.record("e1", "bob@x.test", "Ann", "Lee"),
            SmallOrg.record("e2", "bob@x.test", "Bob", "King"));
    assertEquals(List.of(), dangers(lines.get(0)), "two people with one address is no move");
    assertEquals(List.of(), dangers(lines.get(1)));
  }
}
