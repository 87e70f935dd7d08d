package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits, what people decide about it, and what imports make of that: through the command. */
class PendingScenarios {
  private static final String PENDING = "apps/hr/pending.jsonl";

  @TempDir private Path temporary = Path.of("");

  private Path org = Path.of("");
  private Path feed = Path.of("");

  @BeforeEach
  void threeRecordsWait() {
    org = temporary.resolve("org");
    feed = temporary.resolve("feed.jsonl");
    WaitingOrg.write(org, feed);
  }

  private void rules(String rules) {
    WaitingOrg.rules(org, rules);
  }

  private Ran importing(Object... more) {
    Object[] all = new Object[1 + more.length];
    all[0] = "--incremental";
    System.arraycopy(more, 0, all, 1, more.length);
    return Ran.importing(org, feed, all);
  }

  private Ran confirm(Object... more) {
    Object[] all = new Object[8 + more.length];
    Object[] first = {"confirm", org, "--app", "hr", "--by", "carla", "--at", TinyOrg.TIME};
    System.arraycopy(first, 0, all, 0, 8);
    System.arraycopy(more, 0, all, 8, more.length);
    return Ran.attune(all);
  }

  /** The lines of the next plan. */
  private SortedMap<String, JsonNode> plan() throws IOException {
    Path plan = temporary.resolve("plan.jsonl");
    assertEquals(0, importing("--plan", plan).code());
    SortedMap<String, JsonNode> lines = new TreeMap<>();
    for (String text : TinyOrg.lines(plan)) {
      JsonNode line = new ObjectMapper().readTree(text);
      if (line.has("outcome")) {
        lines.put(line.path("externalId").asText(), line);
      }
    }
    return lines;
  }

  private static JsonNode line(SortedMap<String, JsonNode> plan, String record) {
    return Objects.requireNonNull(plan.get(record));
  }

  private static String outcome(SortedMap<String, JsonNode> plan, String record) {
    return line(plan, record).path("outcome").asText();
  }

  private static List<String> codes(SortedMap<String, JsonNode> plan, String record) {
    return line(plan, record).path("diagnostics").findValuesAsText("code");
  }

  @Test
  void theListSaysWhyWhoAndWhatAYesWouldChange() {
    Ran list = Ran.attune("pending", org, "--app", "hr", "--at", TinyOrg.TIME);
    assertEquals(0, list.code(), list.err());
    String shown =
        """
        PENDING_EXACT  e00007  since 2026-01-05T08:00:00.000Z
          match: EXACT by EMAIL
            00u00007  p7@tiny.example  ACTIVE
          if confirmed (--exact): LINK
            user.title: "Analyst" -> "Lead"  toOkta.title
        """;
    assertTrue(list.out().contains(shown), list.out());
    assertTrue(list.out().contains("if confirmed (--new): CREATE"), list.out());
    assertTrue(list.out().endsWith("3 of 3 waiting records\n"), list.out());
  }

  @Test
  void theListIsFilteredByKind() {
    Ran list = Ran.attune("pending", org, "--app", "hr", "--kind", "PENDING_NEW");
    assertTrue(list.out().contains("e00009"), list.out());
    assertFalse(list.out().contains("e00007"), list.out());
    assertEquals(2, Ran.attune("pending", org, "--app", "hr", "--kind", "NONSENSE").code());
  }

  @Test
  void theListAsJson() throws IOException {
    Ran list = Ran.attune("pending", org, "--app", "hr", "--format", "json", "--record", "e00007");
    JsonNode line = new ObjectMapper().readTree(list.out());
    assertEquals("p7@tiny.example", line.path("candidates").path(0).path("login").asText());
    assertEquals("LINK", line.path("ifConfirmed").path("line").path("outcome").asText());
    assertEquals("--exact", line.path("ifConfirmed").path("option").asText());
    assertTrue(line.path("choice").isNull());
  }

  @Test
  void aConfirmedExactMatchIsLinkedAtTheNextImport() throws IOException {
    List<String> before = TinyOrg.lines(org.resolve(PENDING));
    Ran confirmed = confirm("--record", "e00007", "--exact");
    assertEquals(0, confirmed.code(), confirmed.err());
    assertEquals("e00007: EXACT, next import: LINK\n", confirmed.out());
    List<String> after = TinyOrg.lines(org.resolve(PENDING));
    assertEquals(before.subList(1, 3), after.subList(1, 3), "other lines keep their bytes");
    assertEquals(
        "{\"kind\":\"EXACT\",\"userId\":\"00u00007\",\"by\":\"carla\","
            + "\"at\":\"2026-01-05T08:00:00.000Z\"}",
        new ObjectMapper().readTree(after.get(0)).path("choice").toString());
    assertEquals("LINK", outcome(plan(), "e00007"));
    assertEquals(0, importing("--apply").code());
    assertFalse(TinyOrg.text(org.resolve(PENDING)).contains("e00007"));
  }

  @Test
  void newIgnoreUnignoreAndWithdraw() throws IOException {
    assertEquals(0, confirm("--record", "e00009", "--new").code());
    assertEquals("CREATE", outcome(plan(), "e00009"));
    assertEquals(0, confirm("--record", "e00009", "--withdraw").code());
    assertEquals("PENDING_NEW", outcome(plan(), "e00009"));
    assertEquals(0, confirm("--record", "e00009", "--ignore").code());
    assertEquals(0, importing("--apply").code());
    assertEquals("IGNORED", outcome(plan(), "e00009"), "a choice survives an import");
    assertEquals(0, confirm("--record", "e00009", "--unignore").code());
    assertEquals("PENDING_NEW", outcome(plan(), "e00009"));
  }

  @Test
  void aPersonIsChosenByLoginAndItsLinkMoves() throws IOException {
    assertEquals(0, confirm("--record", "e00009", "--user", "P7@TINY.example").code());
    assertEquals("00u00007", line(plan(), "e00009").path("userId").asText());
    Ran moving = confirm("--record", "e00009", "--user", "p1@tiny.example");
    assertTrue(moving.err().contains("has the link of `e00001`, which moves"), moving.err());
    assertEquals("e00001", line(plan(), "e00009").path("link").path("movedFrom").asText());
  }

  @Test
  void allExactLeavesProtectedPeopleToALookOfTheirOwn() {
    TinyOrg.put(
        org,
        "org.json",
        "{\"name\":\"Tiny\",\"profileSources\":[\"hr\"],\"protectedUsers\":[\"00u00008\"]}\n");
    Ran all = confirm("--all-exact");
    assertTrue(all.out().contains("e00007: EXACT, next import: LINK"), all.out());
    assertTrue(all.out().contains("e00008: left to wait: the person is protected"), all.out());
    Ran one = confirm("--record", "e00008", "--exact");
    assertTrue(one.out().contains("e00008: EXACT, next import: LINK"), one.out());
  }

  @Test
  void allExactLeavesRecordsThatShareNoNameWithTheirPerson() {
    TinyOrg.put(
        org,
        "users.jsonl",
        TinyOrg.text(org.resolve("users.jsonl"))
            .replace("\"First7\"", "\"Zoe\"")
            .replace("\"Last7\"", "\"King\""));
    Ran all = confirm("--all-exact");
    assertTrue(all.out().contains("e00007: left to wait: the record and the person"), all.out());
    assertTrue(all.out().contains("e00008: EXACT, next import: LINK"), all.out());
  }

  @Test
  void clearForgetsWhatNobodyDecidedAbout() {
    confirm("--record", "e00009", "--ignore");
    Ran clear = confirm("--clear");
    assertEquals("2 records forgotten\n", clear.out());
    assertEquals(1, TinyOrg.lines(org.resolve(PENDING)).size());
    importing("--apply");
    assertEquals(3, TinyOrg.lines(org.resolve(PENDING)).size(), "they wait again");
  }

  @Test
  void whatCannotBeDecidedIsRefusedAndChangesNothing() {
    confirm("--record", "e00007", "--user", "p8@tiny.example");
    String before = TinyOrg.text(org.resolve(PENDING));
    Object[][] wrong = {
      {1, "--record", "nobody", "--exact"},
      {1, "--record", "e00009", "--exact"},
      {1, "--record", "e00009", "--user", "nobody@tiny.example"},
      {1, "--record", "e00009", "--user", "p8@tiny.example"},
      {1, "--record", "e00009", "--unignore"},
      {1, "--record", "e00009", "--withdraw"},
      {2, "--record", "e00009", "--new", "--ignore"},
      {2, "--record", "e00009", "--new", "--at", "noon"},
      {2, "--record", "e00009"},
      {2, "--record", "e00009", "--all-exact"},
      {2, "--new"},
    };
    for (Object[] each : wrong) {
      Object[] arguments = Arrays.copyOfRange(each, 1, each.length);
      Ran ran = confirm(arguments);
      assertEquals(each[0], ran.code(), List.of(arguments) + ran.err());
      assertFalse(ran.err().contains("tiny.example") && each[0].equals(1), ran.err());
      assertEquals(before, TinyOrg.text(org.resolve(PENDING)));
    }
    assertTrue(
        confirm("--record", "e00009", "--exact").err().contains("pending.jsonl:3:1: error: record"),
        "the place is the line");
    assertEquals(1, Ran.attune("pending", org, "--app", "none").code());
    assertEquals(1, Ran.attune("confirm", org, "--app", "none", "--all-exact").code());
  }

  @Test
  void anImportSaysWhatChangedSinceTheLastOne() throws IOException {
    assertEquals(List.of(), codes(plan(), "e00009"));
    TinyOrg.put(
        org, "users.jsonl", TinyOrg.text(org.resolve("users.jsonl")) + TinyOrg.user(9) + "\n");
    SortedMap<String, JsonNode> plan = plan();
    assertEquals("PENDING_EXACT", outcome(plan, "e00009"));
    assertEquals(List.of("MATCH_CHANGED"), codes(plan, "e00009"));
    assertEquals(
        "was PENDING_NEW",
        line(plan, "e00009").path("diagnostics").path(0).path("message").asText());
    importing("--apply");
    assertEquals(List.of(), codes(plan(), "e00009"), "it is told once");
  }

  @Test
  void aChoiceOfSomebodyWhoIsGoneDecidesNothingAndNothingIsAutomatic() throws IOException {
    confirm("--record", "e00009", "--user", "p7@tiny.example");
    rules("\"exactMatchCriteria\": \"EMAIL\", \"autoConfirmNewUsers\": true");
    withoutUser("00u00007");
    SortedMap<String, JsonNode> plan = plan();
    assertEquals("PENDING_NEW", outcome(plan, "e00009"));
    assertEquals(List.of("CHOSEN_USER_GONE"), codes(plan, "e00009"));
  }

  @Test
  void aConfirmedMatchIsForTheOneWhoWasSeen() throws IOException {
    rules("\"exactMatchCriteria\": \"EMAIL\", \"autoConfirmExactMatch\": true");
    confirm("--record", "e00007", "--exact");
    TinyOrg.put(
        org,
        "users.jsonl",
        TinyOrg.text(org.resolve("users.jsonl")).replace("00u00007", "00u00070"));
    for (int run = 0; run < 2; run++) {
      SortedMap<String, JsonNode> plan = plan();
      assertEquals("PENDING_EXACT", outcome(plan, "e00007"));
      assertEquals(List.of("CHOSEN_MATCH_CHANGED"), codes(plan, "e00007"));
      importing("--apply");
    }
  }

  /** The same where the choice was written by hand, without the person. */
  @Test
  void aConfirmedMatchByHandIsForTheOneWhoWasSeen() throws IOException {
    TinyOrg.put(
        org, PENDING, TinyOrg.text(org.resolve(PENDING)).replace("null", "{\"kind\":\"EXACT\"}"));
    assertEquals("LINK", outcome(plan(), "e00007"));
    TinyOrg.put(
        org,
        "users.jsonl",
        TinyOrg.text(org.resolve("users.jsonl")).replace("00u00007", "00u00070"));
    for (int run = 0; run < 2; run++) {
      assertEquals("PENDING_EXACT", outcome(plan(), "e00007"));
      importing("--apply");
    }
  }

  @Test
  void aNewPersonWhoseLoginIsTakenMeanwhileWaits() throws IOException {
    confirm("--record", "e00009", "--new");
    TinyOrg.put(
        org,
        "users.jsonl",
        TinyOrg.text(org.resolve("users.jsonl"))
            .replace("\"login\":\"P8@tiny.example\"", "\"login\":\"p9@tiny.example\""));
    SortedMap<String, JsonNode> plan = plan();
    assertEquals("CONFLICT", outcome(plan, "e00009"));
    assertTrue(codes(plan, "e00009").contains("LOGIN_HELD"));
  }

  private void withoutUser(String id) {
    String text =
        TinyOrg.lines(org.resolve("users.jsonl")).stream()
            .filter(line -> !line.contains(id))
            .reduce("", (all, line) -> all + line + "\n");
    TinyOrg.put(org, "users.jsonl", text);
  }
}
