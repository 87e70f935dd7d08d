package io.attune.cli;

import static io.attune.cli.AcceptanceOrg.record;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.cli.AcceptanceOrg.Planned;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The acceptance cases of okta-behaviour 14 that concern imports, through the command; each method
 * says its number.
 */
class AcceptanceScenarios {
  @TempDir private Path folder = Path.of("");

  private AcceptanceOrg org() {
    return new AcceptanceOrg(folder);
  }

  private AcceptanceOrg withoutOrgLimit() {
    AcceptanceOrg org = org();
    org.org().putObject("safeguard").put("enabled", false);
    return org;
  }

  @ParameterizedTest(name = "case 1: {1} of {0} missing: {2}")
  @CsvSource({"101, 20, -, 0", "101, 21, APP, 3", "100, 45, -, 0", "100, 51, COMPLETENESS, 3"})
  void case1TheAppLimit(int population, int missing, String limit, int exitCode) {
    Planned plan =
        withoutOrgLimit().linkedPeople("hr", 0, population).feedPeople(missing, population).plan();
    assertEquals(limit, plan.limit());
    assertEquals(exitCode, plan.exitCode());
    assertEquals(missing, plan.safeguard().path("unassignments").asInt());
    assertEquals(exitCode == 3 ? missing : 0, plan.safeguard().path("people").size());
  }

  @Test
  void case1TheOrgLimitDecidesForASmallApp() {
    Planned plan = org().linkedPeople("hr", 0, 100).feedPeople(45, 100).plan();
    assertEquals("ORG", plan.limit());
  }

  @ParameterizedTest(name = "case 2: {0} of 1000 assignments: {1}")
  @CsvSource({"200, -", "201, ORG"})
  void case2TheOrgLimit(int missing, String limit) {
    AcceptanceOrg org = org();
    org.sync("hr").putObject("safeguard").put("enabled", false);
    org.linkedPeople("hr", 0, 600).linkedPeople("crm", 600, 1000).feedPeople(missing, 600);
    assertEquals(limit, org.plan().limit());
  }

  @Test
  void case2BothHitAndTheAppIsReported() {
    Planned plan = org().linkedPeople("hr", 0, 200).feedPeople(50, 200).plan();
    assertEquals("APP", plan.limit());
  }

  @Test
  void case3InactivePeopleCountWhateverTheLifecycleSaysOfThem() {
    AcceptanceOrg org = org().linkedPeople("hr", 0, 200).feedPeople(60, 200);
    org.sync("hr").put("onDeactivate", "NOTHING");
    for (int index = 0; index < 60; index++) {
      org.feed(record("p" + index).put("active", false));
    }
    Planned plan = org.plan();
    assertEquals("APP", plan.limit());
    assertEquals(60, plan.report().path("users").path("removedInactive").asInt());
    assertEquals("-", plan.statusAfter("e-p0"));
  }

  private AcceptanceOrg matchingByNumber() {
    AcceptanceOrg org = org().maps("employeeNumber", "appuser.number");
    org.sync("hr").putObject("matching").putArray("attributes").add("employeeNumber");
    return org;
  }

  @Test
  void case4AttributesReplaceTheEmailRule() {
    Planned plan =
        matchingByNumber()
            .person("a", "ACTIVE", "a@x.test", "a@x.test", "A", "One", "E01")
            .person("b", "ACTIVE", "b@x.test", "b@x.test", "B", "Two", "E02")
            .feed(record("k", "a@x.test", "B", "Two").put("number", "E02"))
            .plan();
    assertEquals("b", plan.line("k").path("userId").asText());
    assertEquals(
        "[\"ATTRIBUTE:employeeNumber\"]", plan.line("k").path("match").path("by").toString());
  }

  @Test
  void case4CheckWarnsThatTheEmailRuleIsIgnored() throws IOException {
    matchingByNumber().write();
    String err = Ran.attune("check", folder).err();
    String warning = "features.json:1:107: warning: `exactMatchCriteria` is ignored, since";
    assertTrue(err.contains("apps/hr/" + warning), err);
    assertFalse(err.contains("apps/crm/" + warning), err);
  }

  @Test
  void case5AttributesCompareWithCase() {
    Planned plan =
        matchingByNumber()
            .person("a", "ACTIVE", "a@x.test", "a@x.test", "A", "One", "E01")
            .feed(record("k", "k@x.test", "A", "One").put("number", "e01"))
            .plan();
    assertEquals("CREATE", plan.outcome("k"));
  }

  @ParameterizedTest(name = "case 6: partial {0}, confirmed {1}: {2}")
  @CsvSource({"false, false, CREATE", "true, false, PENDING_PARTIAL", "true, true, LINK"})
  void case6Namesakes(boolean partial, boolean confirmed, String outcome) {
    AcceptanceOrg org = org().person("a", "ACTIVE", "a@x.test", "a@x.test", "Ann", "Lee", "");
    org.match().put("allowPartialMatch", partial).put("autoConfirmPartialMatch", confirmed);
    assertEquals(outcome, org.feed(record("k", "other@x.test", "ANN", "lee")).plan().outcome("k"));
  }

  @Test
  void case7SeveralPeopleUnderOneKeyWait() {
    Planned plan =
        matchingByNumber()
            .person("a", "ACTIVE", "a@x.test", "a@x.test", "A", "One", "E01")
            .person("b", "ACTIVE", "b@x.test", "b@x.test", "B", "Two", "E01")
            .feed(record("k", "k@x.test", "K", "New").put("number", "E01"))
            .plan();
    assertEquals("AMBIGUOUS", plan.outcome("k"));
    assertEquals("[\"a\",\"b\"]", plan.line("k").path("match").path("candidates").toString());
  }

  @Test
  void case8ADeactivatedPersonKeepsTheLogin() {
    Planned plan =
        org()
            .person("a", "DEPROVISIONED", "k@x.test", "old@x.test", "A", "One", "")
            .feed(record("k", "k@x.test", "K", "New"))
            .plan();
    assertEquals("CONFLICT", plan.outcome("k"));
    assertEquals("LOGIN_HELD", plan.line("k").path("match").path("reason").asText());
    assertEquals("[\"a\"]", plan.line("k").path("match").path("candidates").toString());
  }

  @ParameterizedTest(name = "case 9: {0}, tick {1}, exact {2}: {3} {4}")
  @CsvSource({
    "SUSPENDED, true, true, LINK, ACTIVE",
    "SUSPENDED, false, true, PENDING_ACTIVATION, -",
    "SUSPENDED, true, false, PENDING_ACTIVATION, -",
    "SUSPENDED, false, false, PENDING_ACTIVATION, -",
    "DEPROVISIONED, true, true, LINK, PROVISIONED",
    "DEPROVISIONED, false, true, PENDING_ACTIVATION, -",
    "DEPROVISIONED, true, false, PENDING_ACTIVATION, -",
    "DEPROVISIONED, false, false, PENDING_ACTIVATION, -"
  })
  void case9Reactivation(
      String status, boolean tick, boolean exact, String outcome, String statusAfter) {
    AcceptanceOrg org = org().person("a", status, "a@x.test", "a@x.test", "Ann", "Lee", "");
    org.match().put("allowPartialMatch", true).put("autoConfirmPartialMatch", true);
    org.sync("hr").putObject("reactivate").put("suspended", tick).put("deactivated", tick);
    org.feed(record("k", exact ? "a@x.test" : "other@x.test", "Ann", "Lee"));
    Planned plan = org.plan();
    assertEquals(outcome, plan.outcome("k"));
    assertEquals(statusAfter, plan.statusAfter("k"));
  }

  @Test
  void case10ALowerSourceTakesNoAccount() {
    AcceptanceOrg org = org().person("a", "ACTIVE").link("hr", "a", "ACTIVE");
    org.link("crm", "a", "ACTIVE").feed(record("a").put("active", false));
    org.sync("crm").put("profileSource", true);
    org.org().putArray("profileSources").add("hr").add("crm");
    Planned plan = org.plan("crm");
    assertEquals("REMOVED", plan.outcome("e-a"));
    assertEquals("-", plan.statusAfter("e-a"));
    assertEquals(List.of("LOWER_SOURCE"), plan.diagnostics("e-a"));
  }

  @ParameterizedTest(name = "case 11: onStaged {0}: {1}")
  @CsvSource({"LEAVE, -, STAGED_LEFT_ALONE", "DEACTIVATE, DEPROVISIONED,"})
  void case11StagedPeopleUnderSuspend(
      String onStaged, String statusAfter, @Nullable String diagnostic) {
    AcceptanceOrg org = withoutOrgLimit().person("a", "STAGED").link("hr", "a", "ACTIVE");
    org.sync("hr").put("onDeactivate", "SUSPEND").put("onStaged", onStaged);
    Planned plan = org.feed(record("a").put("active", false)).plan();
    assertEquals(statusAfter, plan.statusAfter("e-a"));
    assertEquals(diagnostic == null ? List.of() : List.of(diagnostic), plan.diagnostics("e-a"));
  }

  @Test
  void case12AProtectedPersonStaysAndIsReported() {
    AcceptanceOrg org = withoutOrgLimit().linkedPeople("hr", 0, 4).feedPeople(1, 4);
    org.org().putArray("protectedUsers").add("p0");
    Planned plan = org.plan();
    assertEquals("REMOVED", plan.outcome("e-p0"));
    assertEquals("-", plan.statusAfter("e-p0"));
    assertEquals(List.of("PROTECTED_USER"), plan.diagnostics("e-p0"));
  }

  @Test
  void case14AFailedExpressionKeepsItsAttributeAndNoOther() {
    AcceptanceOrg org = org().person("a", "ACTIVE").link("hr", "a", "ACTIVE");
    org.maps("division", "String.substring(appuser.place, 0, 9)");
    ObjectNode record = record("a");
    Planned plan = org.feed(record.put("place", "short").put("title", "Lead")).plan();
    assertEquals("UPDATE", plan.outcome("e-a"));
    assertEquals("Lead", plan.written("e-a", "title"));
    assertEquals("", plan.written("e-a", "division"));
    assertEquals(List.of("EXPRESSION_FAILED"), plan.diagnostics("e-a"));
  }

  @Test
  void case14ABadLocaleRefusesTheWholeUpdate() {
    AcceptanceOrg org = org().person("a", "ACTIVE").link("hr", "a", "ACTIVE");
    org.maps("locale", "appuser.place");
    Planned plan = org.feed(record("a").put("place", "xx_XX").put("title", "Lead")).plan();
    assertEquals("ERROR", plan.outcome("e-a"));
    assertEquals(0, plan.line("e-a").path("changes").size());
    assertTrue(plan.diagnostics("e-a").contains("INVALID_VALUE"));
  }

  private static ObjectNode page(int total, ObjectNode... records) {
    ObjectNode page = new ObjectMapper().createObjectNode().put("totalResults", total);
    page.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:ListResponse");
    page.putArray("Resources").addAll(List.of(records));
    return page;
  }

  @Test
  void case20AWholeFeedOfPagesProvesItsEnd() {
    Planned plan =
        withoutOrgLimit()
            .linkedPeople("hr", 0, 3)
            .feed(page(2, record("p0")))
            .feed(page(2, record("p1")))
            .plan();
    assertEquals("PROVEN", plan.report().path("completeness").asText());
    assertEquals(1, plan.report().path("users").path("removed").asInt());
  }

  @Test
  void case20ARepeatedPersonLeavesTheRunIncomplete() {
    Planned plan =
        withoutOrgLimit()
            .linkedPeople("hr", 0, 3)
            .feed(page(3, record("p0"), record("p1")))
            .feed(page(3, record("p1")))
            .plan();
    assertEquals("INCOMPLETE", plan.report().path("completeness").asText());
    assertEquals(0, plan.report().path("users").path("removed").asInt());
  }

  @Test
  void case20AShrinkingTotalLeavesTheRunIncomplete() {
    Planned plan =
        withoutOrgLimit()
            .linkedPeople("hr", 0, 3)
            .feed(page(3, record("p0")))
            .feed(page(2, record("p1")))
            .plan();
    assertEquals("TOTAL_CHANGED", plan.report().path("incomplete").asText());
    assertEquals(0, plan.report().path("users").path("removed").asInt());
  }

  @Test
  void case23LoginsCollideWithoutCaseAndDiacritics() {
    Planned plan =
        org()
            .person("a", "ACTIVE", "Jürgen@x.test", "old@x.test", "A", "One", "")
            .feed(record("k", "jurgen@X.test", "K", "New"))
            .plan();
    assertEquals("LOGIN_HELD", plan.line("k").path("match").path("reason").asText());
  }
}
