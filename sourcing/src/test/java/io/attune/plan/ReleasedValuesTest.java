package io.attune.plan;

import static io.attune.plan.SmallOrg.HR;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.profile.ProfileSchema;
import io.attune.sourcing.UserStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Who is refused a unique value waits for this plan exactly if everybody who holds it gives it up.
 * Found by the laws on 75,000 random orgs: of several holders only one was asked.
 */
class ReleasedValuesTest {

  @Test
  void allHoldersGiveItUp() {
    assertEquals(List.of(true, Outcome.CREATE), newcomer("8", "9"));
  }

  @Test
  void oneHolderKeepsIt() {
    assertEquals(List.of(false, Outcome.CONFLICT), newcomer("8", "7"));
    assertEquals(List.of(false, Outcome.CONFLICT), newcomer("7", "8"));
  }

  @Test
  void aHolderIsNotInTheFeed() {
    assertEquals(List.of(false, Outcome.CONFLICT), newcomer("8"));
  }

  /**
   * Two people hold the unique number 7, and somebody new wants it.
   *
   * @param numbers what the feed says the holders' numbers are
   * @return whether the conflict waits for the plan, and what the next run makes of it
   */
  private static List<Object> newcomer(String... numbers) {
    SmallOrg org = new SmallOrg();
    org.userSchema =
        ProfileSchema.of(
            SmallOrg.USER.attributes().stream()
                .map(each -> each.withUnique(each.name().equals("employeeNumber")))
                .toList());
    List<AppRecord> feed = new ArrayList<>();
    feed.add(record("hr-0", "7"));
    for (int holder = 1; holder <= 2; holder++) {
      String id = "00u" + holder;
      String key = "hr-" + holder;
      org.person(id, UserStatus.ACTIVE, key + "@acme.test", "Ada", "King")
          .link(HR, id, key, AppUserStatus.ACTIVE)
          .people
          .computeIfPresent(
              id,
              (same, person) ->
                  new SmallOrg.Person(
                      person.status(), person.profile().with("employeeNumber", "7")));
      if (holder <= numbers.length) {
        feed.add(record(key, numbers[holder - 1]));
      }
    }
    AppRecord[] records = feed.toArray(AppRecord[]::new);
    ImportPlan plan = Settings.ofSource().plan(org, records);
    PlannedChange first = line(plan);
    assertEquals(Outcome.CONFLICT, first.outcome());
    return List.of(
        first.diagnostics().contains(UniqueClaims.WAITS),
        line(Settings.ofSource().plan(org.applied(plan), records)).outcome());
  }

  private static AppRecord record(String externalId, String number) {
    String email = externalId + "@acme.test";
    return SmallOrg.record(
        externalId,
        true,
        SmallOrg.profile(
            SmallOrg.APP,
            "userName",
            email,
            "email",
            email,
            "firstName",
            "Ada",
            "lastName",
            "King",
            "number",
            number));
  }

  private static PlannedChange line(ImportPlan plan) {
    List<PlannedChange> lines = new ArrayList<>();
    plan.forEachLine(
        line -> {
          if (Objects.equals(line.externalId(), "hr-0")) {
            lines.add(line);
          }
        });
    return lines.get(0);
  }
}
