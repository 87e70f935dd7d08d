package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom an administrator lets read a file of a workspace, a command does not change. */
class FileAccessScenarios {
  @TempDir private Path temporary = Path.of("");

  private static void permit(Path file, String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void applyKeepsFilesAsClosedAsTheyWere() throws IOException {
    Path org = TinyOrg.write(temporary.resolve("org"), 4);
    permit(org.resolve("users.jsonl"), "rw-------");
    permit(org.resolve("apps/hr/app-users.jsonl"), "r--r-----");
    Path feed = TinyOrg.feed(temporary.resolve("feed.jsonl"), 0, 6);
    Ran ran = Ran.importing(org, feed, "--apply");
    assertEquals(0, ran.code(), ran.err());
    assertEquals("rw-------", permissions(org.resolve("users.jsonl")));
    // Their owner can write them: the next apply has to.
    assertEquals("rw-r-----", permissions(org.resolve("apps/hr/app-users.jsonl")));
  }

  @Test
  void newFilesThatHoldPeopleAreAsClosedAsThePeople() throws IOException {
    Path org = TinyOrg.write(temporary.resolve("org"), 4);
    permit(org.resolve("users.jsonl"), "rw-------");
    Path feed = TinyOrg.feed(temporary.resolve("feed.jsonl"), 0, 6);
    assertEquals(0, Ran.importing(org, feed, "--apply").code());
    for (String folder : List.of(".attune/plans", ".attune/undo")) {
      try (var files = Files.list(org.resolve(folder))) {
        List<Path> all = files.toList();
        assertEquals(1, all.size());
        assertEquals("rw-------", permissions(all.get(0)));
      }
    }
    assertEquals("rw-------", permissions(org.resolve(".attune/history.jsonl")));
  }

  @Test
  void anEditKeepsTheFileAsItIs() throws IOException {
    Path org = TinyOrg.write(temporary.resolve("org"), 1);
    Path schema = org.resolve("apps/hr/schema.json");
    permit(schema, "rw-rw----");
    Ran ran = Ran.attune("schema", org, "--app", "hr", "add", "badge", "type=string");
    assertEquals(0, ran.code(), ran.err());
    assertEquals("rw-rw----", permissions(schema));
  }

  @Test
  void behindALinkTheFileIsReplacedAndNotTheLink() throws IOException {
    Path org = TinyOrg.write(temporary.resolve("org"), 1);
    Path schema = org.resolve("apps/hr/schema.json");
    Path shared = org.resolve("shared.json");
    Files.move(schema, shared);
    Files.createSymbolicLink(schema, Path.of("../../shared.json"));
    Ran ran = Ran.attune("schema", org, "--app", "hr", "add", "badge", "type=string");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(Files.isSymbolicLink(schema));
    assertTrue(TinyOrg.text(shared).contains("badge"));
  }

  @Test
  void whatInitMakesIsOpenToTheSame() throws IOException {
    Path org = temporary.resolve("org");
    assertEquals(0, Ran.attune("init", org, "--app", "hr", "--template", "scim2").code());
    assertEquals(
        permissions(org.resolve("apps/hr/app.json")), permissions(org.resolve("org.json")));
  }
}
