package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of bad input: the error form, the exit code, and not a byte changed. */
class BadInputScenarios {
  @TempDir private Path temporary = Path.of("");
  private Path org = Path.of("");
  private Path feed = Path.of("");

  @BeforeEach
  void writeOrg() {
    org = TinyOrg.write(temporary.resolve("org"), 20);
    feed = TinyOrg.feed(temporary.resolve("feed.jsonl"), 0, 20);
  }

  private void refused(String place, String message) {
    var before = TinyOrg.content(org);
    Ran ran = Ran.importing(org, feed, "--apply");
    assertEquals(1, ran.code(), ran.err());
    assertEquals("", ran.out());
    String error = org + "/" + place + ": error: " + message;
    assertTrue(ran.err().contains(error), () -> "expected " + error + " in\n" + ran.err());
    assertFalse(ran.err().contains("\tat "), ran.err());
    assertEquals(before, TinyOrg.content(org));
  }

  private void append(String file, String line) {
    Path path = org.resolve(file);
    TinyOrg.put(org, file, (Files.exists(path) ? TinyOrg.text(path) : "") + line + "\n");
  }

  /** Taken for absent, it would bring back every default: safeguards, sources, rules. */
  @ParameterizedTest
  @CsvSource({
    "org.json",
    "user-schema.json",
    "apps/hr/app.json",
    "apps/hr/schema.json",
    "apps/hr/mapping.json",
    "apps/hr/features.json",
    "apps/hr/sync.json",
  })
  void aFileOfNothingButNull(String file) {
    TinyOrg.put(org, file, "null\n");
    refused(file + ":1:1", "the file holds nothing but `null`");
  }

  @Test
  void aMissingFileOfRecords() {
    Ran ran = Ran.importing(org, temporary.resolve("none.jsonl"));
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("none.jsonl:1:1: error: there is no such file"), ran.err());
  }

  @Test
  void aFolderThatIsNoWorkspace() {
    Ran ran = Ran.importing(temporary, feed);
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("this is no workspace"), ran.err());
  }

  @Test
  void anAppThatIsNotThere() {
    Ran ran = Ran.attune("import", org, "--app", "nope", "--records", feed);
    assertEquals(1, ran.code(), ran.err());
    assertTrue(ran.err().contains("`nope`"), ran.err());
  }

  @Test
  void aMalformedLine() {
    append("users.jsonl", "{\"id\":\"00u9\",");
    refused("users.jsonl:21:14", "this line is no JSON");
  }

  @Test
  void aDuplicateKey() {
    append("users.jsonl", "{\"id\":\"00u9\",\"id\":\"00u9\"}");
    refused("users.jsonl:21:18", "a key stands twice in this object");
  }

  @Test
  void twoUsersOfOneId() {
    append("users.jsonl", TinyOrg.user(3));
    refused("users.jsonl:21:1", "two users have the id `00u00003`");
  }

  @Test
  void twoLinksOfOnePerson() {
    append(
        "apps/hr/app-users.jsonl",
        "{\"id\":\"00u00003\",\"externalId\":\"x\",\"status\":\"ACTIVE\"}");
    refused("apps/hr/app-users.jsonl:21:1", "the user `00u00003` has two app users in this app");
  }

  @Test
  void aWrongType() {
    append("users.jsonl", "{\"id\":7,\"status\":\"ACTIVE\"}");
    refused("users.jsonl:21:7", "`id` must be a string");
  }

  /** JSON can spell it; no file that we write can hold it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          users.jsonl             | {"id":"%s","status":"ACTIVE"}                  | 21:7  | `id` holds
          users.jsonl             | {"id":"9","status":"ACTIVE","profile":{"title":"%s"}} | 21:58 | attribute
          apps/hr/app-users.jsonl | {"id":"%s","externalId":"x","status":"ACTIVE"} | 21:7  | `id` holds
          apps/hr/app-users.jsonl | {"id":"?","externalId":"%s","status":"ACTIVE"} | 21:24 | `externalId` holds
          apps/hr/pending.jsonl   | {"externalId":"%s"}                            | 1:15  | `externalId` holds
          groups.jsonl | {"id":"%s","type":"APP_GROUP","source":{"id":"0oa1"},"externalId":"g"} | 1:1 | the app group
          """)
  void halfOfASurrogatePair(String file, String line, String place, String what) {
    append(file, line.formatted("a\\ud800b"));
    refused(file + ":" + place, what);
  }

  @Test
  void anUnknownAttributeInAMapping() {
    Path mapping = org.resolve("apps/hr/mapping.json");
    TinyOrg.put(
        org,
        "apps/hr/mapping.json",
        TinyOrg.text(mapping).replace("appuser.title", "appuser.titel"));
    refused("apps/hr/mapping.json:5:36", "appuser has no attribute `titel`");
  }

  @Test
  void anUnknownKeyOfSync() {
    TinyOrg.put(org, "apps/hr/sync.json", "{\"profileSorce\": true}");
    var ran = Ran.importing(org, feed);
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("sync.json:1:2: error: "), ran.err());
    assertTrue(ran.err().contains("profileSource"), ran.err());
  }

  @Test
  void aSymbolicLinkOutOfTheWorkspace() throws IOException {
    Path outside = Files.move(org.resolve("users.jsonl"), temporary.resolve("outside.jsonl"));
    Files.createSymbolicLink(org.resolve("users.jsonl"), outside);
    String before = TinyOrg.text(outside);
    Ran ran = Ran.importing(org, feed, "--apply");
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("a symbolic link leads out of the workspace"), ran.err());
    assertEquals(before, TinyOrg.text(outside));
  }

  @Test
  void aFolderInPlaceOfAFile() throws IOException {
    Files.delete(org.resolve("users.jsonl"));
    Files.createDirectory(org.resolve("users.jsonl"));
    refused("users.jsonl:1:1", "a folder stands where a file should");
    Ran applied = Ran.attune("apply", org, "--plan", temporary);
    assertEquals(1, applied.code());
    assertTrue(applied.err().contains(temporary + ":1:1: error: this is a folder"));
    assertFalse(Files.exists(org.resolve(".attune")));
  }

  @Test
  void noFolderForThePlan() {
    Ran ran = Ran.importing(org, feed, "--plan", temporary.resolve("none/plan.jsonl"));
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("none/plan.jsonl:1:1: error: its folder is not there"));
  }

  @Test
  void allProblemsAtOnce() {
    append("users.jsonl", "{");
    append("users.jsonl", "[]");
    append("apps/hr/app-users.jsonl", "{\"id\":\"nobody\",\"status\":\"ACTIVE\"}");
    var ran = Ran.importing(org, feed);
    assertEquals(3, ran.err().lines().filter(line -> line.contains(": error: ")).count());
  }

  @Test
  void wrongUse() {
    assertEquals(2, Ran.attune("import", org).code());
    assertEquals(2, Ran.attune("bogus").code());
    assertEquals(2, Ran.importing(org, feed, "--approve", "x").code());
    assertEquals(2, Ran.attune("eval").code());
  }
}
