package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What arrives at an app's endpoint is imported, over HTTP from end to end. */
class ServedImportScenarios {
  @TempDir private Path temporary = Path.of("");

  private Path source = Path.of("");
  private SortedMap<String, String> before = new java.util.TreeMap<>();
  private ServedFolder served;

  /** The example, of whose 491 people the app may be taken from one in a hundred. */
  @BeforeEach
  void serve() throws IOException {
    source = temporary.resolve("acme");
    Path acme = Path.of(System.getProperty("attune.root"), "examples", "acme");
    try (Stream<Path> tree = Files.walk(acme)) {
      for (Path from : tree.toList()) {
        Path to = source.resolve(acme.relativize(from).toString());
        if (Files.isDirectory(from)) {
          Files.createDirectories(to);
        } else {
          Files.copy(from, to);
        }
      }
    }
    TinyOrg.put(
        source,
        "apps/acme_hr/sync.json",
        "{\"profileSource\":true,\"onDeactivate\":\"DEACTIVATE\",\"safeguard\":{\"percent\":1}}");
    before = TinyOrg.content(source);
    served = ServedFolder.start(temporary.resolve("data"), source);
  }

  /** Whatever happened, the user's own folder is as it was. */
  @AfterEach
  void stop() {
    served.close();
    assertEquals(before, TinyOrg.content(source));
    assertFalse(Files.exists(source.resolve(".attune")));
  }

  private void again() throws IOException {
    served.close();
    served = ServedFolder.start(temporary.resolve("data"), null);
  }

  private ServedFolder.Client client() {
    return served.client();
  }

  private static List<String> history(Path workspace) {
    Ran ran = Ran.attune("history", workspace);
    assertEquals(0, ran.code(), ran.err());
    return ran.out().lines().toList();
  }

  @Test
  void aUserThatIsCreatedBecomesAPersonAndUndoTakesThatBack() throws IOException {
    SortedMap<String, String> copied = TinyOrg.content(served.workspace());
    assertEquals(before, copied);
    String id = client().create("Ada", "Quell", "ada.quell@acme.example");
    JsonNode run = client().awaiting(id, "APPLIED");
    assertEquals("CREATE", run.path("outcome").asText());
    assertEquals("endpoint", run.path("source").asText());
    assertEquals(1, run.path("report").path("users").path("new").asInt(), run::toString);
    assertEquals(
        "Ada Quell",
        served.person("ada.quell@acme.example").path("profile").path("displayName").asText());

    String hash = run.path("sha256").asText();
    String plan = client().get("/imports/" + run.path("id").asText() + "/plan").is(200).text();
    assertTrue(plan.endsWith("\"sha256\":\"" + hash + "\"}\n"), plan);
    assertTrue(plan.contains("\"outcome\":\"CREATE\""), plan);
    List<String> history = history(served.workspace());
    assertEquals(1, history.size());
    assertTrue(history.get(0).contains("  acme_hr  0 unassigned  "), history.get(0));

    Ran undo = Ran.attune("undo", served.workspace(), "--plan", hash);
    assertEquals(0, undo.code(), undo.err());
    assertEquals(copied, TinyOrg.content(served.workspace()));
    String again = "/imports/" + run.path("id").asText() + "/approve";
    wrong(409, "the plan was applied, and undone since", client().post(again, approval(hash, 0)));
  }

  @Test
  void aNamesakeWaitsUntilAPersonChooses() throws IOException {
    String login = "alan.ritchie.48@acme.example";
    String record = client().create("Alan", "Ritchie", "a.ritchie@acme.example");
    assertEquals("PENDING_PARTIAL", client().awaiting(record, "APPLIED").path("outcome").asText());
    JsonNode page = client().get("/pending?app=acme_hr").is(200).body();
    JsonNode waiting = page.path("pending").path(page.path("pending").size() - 1);
    assertEquals("acme_hr", waiting.path("app").asText());
    assertEquals(record, waiting.path("externalId").asText(), page::toString);
    assertEquals(login, waiting.path("candidates").path(0).path("login").asText());
    assertEquals("CREATE", choose(record, "{\"kind\":\"NEW\"}").path("outcome").asText());
    assertFalse(served.person("a.ritchie@acme.example").isMissingNode());

    String other = client().create("Alan", "Ritchie", "ritchie@acme.example");
    client().awaiting(other, "APPLIED");
    String link = "{\"kind\":\"USER\",\"userId\":\"" + login + "\"}";
    assertEquals("LINK", choose(other, link).path("outcome").asText());
    String left = client().get("/pending").is(200).text();
    assertFalse(left.contains(record) || left.contains(other), left);
  }

  private JsonNode choose(String record, String choice) {
    String body = "{\"app\":\"acme_hr\",\"record\":\"%s\",\"choice\":%s}";
    return client().post("/pending", body.formatted(record, choice)).is(200).body().path("import");
  }

  /** Deactivates people one by one, until the import of the fifth in a day is stopped. */
  private JsonNode stopped() throws IOException {
    for (int index = 2; index < 6; index++) {
      client().setActive("hr-000000" + index, false);
      JsonNode run = client().awaiting("hr-000000" + index, "APPLIED");
      assertEquals("REMOVED", run.path("outcome").asText());
    }
    client().setActive("hr-0000006", false);
    JsonNode paused = client().awaiting("hr-0000006", "PAUSED");
    JsonNode listed = client().get("/imports?status=paused").is(200).body();
    assertEquals(1, listed.path("totalResults").asInt(), listed::toString);
    assertEquals(paused, listed.path("imports").path(0));
    return paused;
  }

  private static String approval(String hash, int unassignments) {
    return "{\"sha256\":\"" + hash + "\",\"unassignments\":" + unassignments + "}";
  }

  @Test
  void manyDeactivationsAreStoppedAndExactlyThePlanThatIsApprovedIsApplied() throws IOException {
    JsonNode paused = stopped();
    String path = "/imports/" + paused.path("id").asText();
    String hash = paused.path("sha256").asText();
    assertEquals(1, paused.path("unassignments").asInt());
    String why = paused.path("errors").path(0).path("what").asText();
    assertEquals("paused: limit WINDOW, 1 unassigned, 0 allowed of 483", why, paused::toString);
    client().setActive("hr-0000007", false); // waits behind it

    SortedMap<String, String> still = TinyOrg.content(served.workspace());
    String other = client().post(path + "/approve", approval("0".repeat(64), 1)).is(409).text();
    assertTrue(other.contains("\"where\":\"sha256\""), other);
    assertTrue(other.contains("another plan than the one that waits"), other);
    String miscounted = client().post(path + "/approve", approval(hash, 2)).is(409).text();
    assertTrue(miscounted.contains("\"where\":\"unassignments\""), miscounted);
    assertEquals(still, TinyOrg.content(served.workspace()));

    String plan = client().get(path + "/plan").is(200).text();
    assertTrue(plan.contains("\"externalId\":\"hr-0000006\""), plan);
    JsonNode approved = client().post(path + "/approve", approval(hash, 1)).is(200).body();
    assertEquals("APPLIED", approved.path("status").asText());
    assertTrue(approved.path("errors").isMissingNode(), approved::toString);
    assertEquals(plan, client().get(path + "/plan").is(200).text());
    assertEquals(approved, client().post(path + "/approve", approval(hash, 1)).is(200).body());
    client().awaiting("hr-0000007", "APPLIED"); // what a person approved starts the count again
    List<String> history = history(served.workspace());
    assertEquals(6, history.size());
    assertTrue(
        history.stream()
            .anyMatch(line -> line.contains("  1 unassigned (approved)  ") && line.contains(hash)),
        history::toString);
  }

  @Test
  void anImportThatIsCancelledChangesNothingAndOthersGoOn() throws IOException {
    JsonNode paused = stopped();
    SortedMap<String, String> still = TinyOrg.content(served.workspace());
    String path = "/imports/" + paused.path("id").asText();
    String refused = client().post(path + "/cancel", "").is(200).text();
    assertTrue(refused.contains("\"status\":\"CANCELLED\""), refused);
    client().post(path + "/cancel", null).is(200);
    assertEquals(still, TinyOrg.content(served.workspace()));
    client().get(path + "/plan").is(404);
    String late = approval(paused.path("sha256").asText(), 1);
    client().post(path + "/approve", late).is(409);
    String id = client().create("Ada", "Quell", "ada.quell@acme.example");
    client().awaiting(id, "APPLIED");
  }

  @Test
  void anApprovalOfAPlanWhoseInputsMovedIsRefusedAndItIsPlannedAgain() throws IOException {
    JsonNode paused = stopped();
    String path = "/imports/" + paused.path("id").asText();
    String old = paused.path("sha256").asText();
    Path table = served.workspace().resolve("apps/acme_hr/mapping.json");
    Files.writeString(table, TinyOrg.text(table).replace("'CC-'", "'C-'"));
    String refused = client().post(path + "/approve", approval(old, 1)).is(409).text();
    assertTrue(refused.contains("the configuration has changed since this plan was made"), refused);
    assertTrue(refused.contains("it is planned again: look at `GET " + path + "/plan`"), refused);
    JsonNode again = client().awaiting("hr-0000006", "PAUSED");
    assertEquals(paused.path("id"), again.path("id"));
    assertNotEquals(old, again.path("sha256").asText());
    String hash = again.path("sha256").asText();
    client().post(path + "/approve", approval(old, 1)).is(409);
    client().post(path + "/approve", approval(hash, 1)).is(200);
  }

  @Test
  void aPauseThatACommandEndsIsSeen() throws IOException {
    stopped();
    Ran ran = Ran.attune("cancel", served.workspace(), "--app", "acme_hr");
    assertEquals(0, ran.code(), ran.err());
    client().awaiting("hr-0000006", "CANCELLED");
  }

  @Test
  void aDamagedStateOfTheWorkspaceIsToldWhereItIsInTheWay() throws IOException {
    TinyOrg.put(served.workspace(), ".attune/pauses.jsonl", "damaged\n");
    String id = client().create("Ada", "Quell", "ada.quell@acme.example");
    JsonNode waits = client().awaiting(id, "QUEUED");
    long end = System.nanoTime() + 60_000_000_000L;
    while (waits.path("errors").isMissingNode()) {
      assertTrue(System.nanoTime() < end, "no error is told");
      waits = client().awaiting(id, "QUEUED");
    }
    String where = waits.path("errors").path(0).path("where").asText();
    assertEquals(".attune/pauses.jsonl:1:1", where, waits::toString);
    Files.delete(served.workspace().resolve(".attune/pauses.jsonl"));
    client().awaiting(id, "APPLIED");
  }

  @Test
  void whatWaitsIsImportedOnceAfterARestart() throws IOException {
    Path table = served.workspace().resolve("apps/acme_hr/mapping.json");
    String whole = TinyOrg.text(table);
    Files.writeString(table, whole.replace("appuser.title", "appuser.titel"));
    String id = client().create("Ada", "Quell", "ada.quell@acme.example");
    JsonNode waits = client().awaiting(id, "QUEUED");
    while (waits.path("errors").isMissingNode()) {
      waits = client().awaiting(id, "QUEUED");
    }
    JsonNode error = waits.path("errors").path(0);
    assertTrue(
        error.path("where").asText().startsWith("apps/acme_hr/mapping.json:"), waits::toString);
    assertTrue(error.path("what").asText().contains("titel"), waits::toString);
    served.close();
    Files.writeString(table, whole);
    served = ServedFolder.start(temporary.resolve("data"), null);
    client().awaiting(id, "APPLIED");
    again();
    client().awaiting(id, "APPLIED");
    assertEquals(1, history(served.workspace()).size());
    assertFalse(served.person("ada.quell@acme.example").isMissingNode());
    String seeded = client().get("/apps/acme_hr/scim/v2/Users?count=0").is(200).text();
    assertTrue(seeded.contains("\"totalResults\":492"), seeded);
  }

  @Test
  void recordsThatAreSentArePlannedAndAppliedWhenAPersonSaysSo() throws IOException {
    SortedMap<String, String> still = TinyOrg.content(served.workspace());
    String records =
        "[{\"externalId\":\"new-1\",\"userName\":\"ada.quell@acme.example\",\"givenName\":\"Ada\","
            + "\"familyName\":\"Quell\",\"email\":\"ada.quell@acme.example\",\"costCode\":\"1234\","
            + "\"unit\":\"ENG-1\"}]";
    ServedFolder.Answer asked =
        client()
            .post(
                "/imports", "{\"app\":\"acme_hr\",\"source\":\"scim\",\"records\":" + records + "}")
            .is(201);
    JsonNode planned = asked.body();
    assertEquals("PLANNED", planned.path("status").asText(), planned::toString);
    String path = "/imports/" + planned.path("id").asText();
    assertTrue(asked.http().headers().firstValue("Location").orElse("").endsWith(path));
    assertEquals(planned, client().get(path).is(200).body());
    assertEquals(still, TinyOrg.content(served.workspace()));
    client().post(path + "/approve", approval(planned.path("sha256").asText(), 0)).is(200);
    assertFalse(served.person("ada.quell@acme.example").isMissingNode());
  }

  @Test
  void aSourceThatNobodyCanAskForIsNotOffered() throws IOException {
    for (String source : List.of("endpoint", "scims")) {
      String body = "{\"app\":\"acme_hr\",\"source\":\"" + source + "\"}";
      String refused = client().post("/imports", body).is(400).text();
      assertTrue(refused.contains("one of [SCIM, STORE]"), refused);
    }
  }

  @Test
  void theStoreIsAFullImportWithAProofOfItsEnd() throws IOException {
    String whole = "{\"app\":\"acme_hr\",\"source\":\"store\",\"apply\":true}";
    JsonNode first = client().post("/imports", whole).is(201).body();
    assertEquals("APPLIED", first.path("status").asText(), first::toString);
    assertEquals("FULL", first.path("mode").asText());
    assertEquals(491, first.path("report").path("users").path("scanned").asInt());
    assertEquals(0, first.path("unassignments").asInt());
    JsonNode second = client().post("/imports", whole).is(201).body();
    assertEquals(491, second.path("report").path("users").path("unchanged").asInt());
    assertNotEquals(first.path("id"), second.path("id"));
  }

  @Test
  void eachLineOfThePageIsAnswered() throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")));
    Path page = Path.of(System.getProperty("attune.root")).resolve("docs/scim-endpoint.md");
    List<String> lines =
        TinyOrg.lines(page).stream().filter(each -> each.matches("curl .*\\$ROOT.*")).toList();
    assertEquals(6, lines.size());
    for (String line : lines) {
      ProcessBuilder bash = new ProcessBuilder("bash", "-c", line + " -w '\\n%{http_code}'");
      bash.environment().put("ROOT", client().address().toString().replaceAll("/$", ""));
      bash.environment().put("TOKEN", ServedFolder.Client.TOKEN);
      Process run = bash.redirectErrorStream(true).start();
      String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      assertEquals(0, run.waitFor(), line);
      String status = said.substring(said.lastIndexOf('\n') + 1);
      assertTrue(status.matches("20[01]"), () -> line + "\n" + said);
    }
  }

  @Test
  void whoReadsLooksAndDecidesNothing() {
    for (String path : List.of("/imports", "/pending")) {
      client().send(ServedFolder.Client.READER, "GET", path, null).is(200);
      client().send("nobody", "GET", path, null).is(401);
    }
    for (String path : List.of("/imports", "/imports/1/approve", "/imports/1/cancel", "/pending")) {
      String said = client().send(ServedFolder.Client.READER, "POST", path, null).is(403).text();
      assertTrue(said.contains("lacks the scope `write`"), said);
    }
  }

  @Test
  void whatIsWrongIsNamed() {
    wrong(404, "there is no import `99`", client().get("/imports/99"));
    wrong(404, "there is nothing here", client().get("/imports/x"));
    wrong(404, "there is nothing here", client().get("/imports/1/nothing"));
    wrong(400, "`status` is none of its constants", client().get("/imports?status=lost"));
    wrong(400, "`count` must be a whole number", client().get("/imports?count=many"));
    wrong(404, "there is no app `hr`", client().get("/pending?app=hr"));
    wrong(405, "GET, POST only", client().send(ServedFolder.Client.TOKEN, "PUT", "/imports", "{}"));
    wrong(405, "POST only", client().get("/imports/1/cancel"));
    wrong(400, "cannot be read as JSON", client().post("/imports", "{"));
    wrong(400, "`app` must be a text", client().post("/imports", "{}"));
    wrong(404, "there is no app `hr`", client().post("/imports", "{\"app\":\"hr\"}"));
    String hr = "{\"app\":\"acme_hr\",";
    wrong(400, "there is no such member", client().post("/imports", hr + "\"aply\":true}"));
    wrong(400, "`source` is", client().post("/imports", hr + "\"source\":\"endpoint\"}"));
    wrong(400, "must be a list", client().post("/imports", hr + "\"source\":\"scim\"}"));
    String mode = hr + "\"source\":\"store\",\"mode\":\"INCREMENTAL\"}";
    wrong(400, "all of an app", client().post("/imports", mode));
    String record = hr + "\"record\":\"nobody\",\"choice\":{\"kind\":\"NEW\"}}";
    wrong(409, "nobody", client().post("/pending", record));
    String kind = hr + "\"record\":\"hr-s44\",\"choice\":{\"kind\":\"NOT_USER\"}}";
    wrong(400, "bans a person", client().post("/pending", kind));
  }

  private static void wrong(int status, String what, ServedFolder.Answer answer) {
    JsonNode errors = answer.is(status).body().path("errors");
    assertTrue(errors.size() > 0, answer.text());
    for (JsonNode error : errors) {
      assertTrue(error.path("where").isTextual(), answer.text());
      assertTrue(error.path("hint").isTextual(), answer.text());
    }
    assertTrue(errors.path(0).path("what").asText().contains(what), answer.text());
  }

  @Test
  void withoutAWorkspaceThereIsNothingToImport() throws IOException {
    try (ServedFolder plain = ServedFolder.start(temporary.resolve("plain"), null)) {
      wrong(404, "no workspace is served", plain.client().get("/imports"));
      wrong(404, "no workspace is served", plain.client().post("/pending", null));
    }
  }
}
