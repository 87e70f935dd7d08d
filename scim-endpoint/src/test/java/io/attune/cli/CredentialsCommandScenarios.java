package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may log in, as an administrator decides it. */
class CredentialsCommandScenarios {
  @TempDir private Path folder = Path.of("");

  Ran credentials(Object... words) {
    Object[] all = new Object[words.length + 3];
    all[0] = "credentials";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--data";
    all[words.length + 2] = folder.resolve("data");
    return Ran.attune(all);
  }

  @Test
  void aSecretIsShownOnceAndKeptAsAHash() throws IOException {
    Ran added = credentials("add", "okta");
    assertEquals(0, added.code(), added.err());
    String token = added.out().strip().replace("token, shown this once: ", "");
    assertEquals(43, token.length());
    Path file = folder.resolve("data/credentials.json");
    assertFalse(Files.readString(file).contains(token));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertTrue(
        credentials("add", "audit", "--scope", "read", "--user", "auditor")
            .out()
            .startsWith("password, shown this once: "));
    assertEquals(
        "okta: token, read and write\naudit: basic, user `auditor`, read\n",
        credentials("list").out());
    assertEquals("removed okta\n", credentials("remove", "okta").out());
    assertEquals("audit: basic, user `auditor`, read\n", credentials("list").out());
  }

  @Test
  void whatCannotBeIsSaid() {
    assertEquals(0, credentials("add", "okta").code());
    Ran twice = credentials("add", "okta");
    assertEquals(1, twice.code());
    assertTrue(twice.err().contains("there is a credential `okta`"), twice.err());
    assertEquals(1, credentials("remove", "entra").code());
    assertEquals(2, credentials("add", "no name").code());
    assertEquals(2, credentials("add", "x", "--user", "a:b").code());
    assertEquals(2, credentials("add", "x", "--scope", "all").code());
    assertEquals(2, Ran.attune("credentials").code());
  }

  @Test
  void aFolderThatIsNotThereIsSaidAndNotTakenForAnEmptyOne() {
    for (String way : List.of("list", "remove x")) {
      Object[] words = ("credentials " + way + " --data " + folder.resolve("y")).split(" ");
      Ran ran = Ran.attune(words);
      assertEquals(1, ran.code(), ran.out());
      assertEquals(
          folder.resolve("y")
              + ":1:1: error: there is no such folder\n hint: name the --data of `attune serve`\n",
          ran.err());
    }
    assertFalse(Files.exists(folder.resolve("y")));
    TinyOrg.put(folder, "data", "a file");
    for (String way : List.of("list", "add")) {
      assertEquals(1, way.equals("add") ? credentials(way, "x").code() : credentials(way).code());
    }
  }

  @Test
  void nothingIsAddedToAListThatLetsNobodyIn() {
    for (String list : List.of("[{\"name\":\"a\"}]", "[] x", "{}")) {
      TinyOrg.put(folder, "data/credentials.json", list);
      Ran ran = credentials("add", "okta");
      assertEquals(1, ran.code(), list + ran.out());
      assertEquals("", ran.out());
      assertEquals(list, TinyOrg.text(folder.resolve("data/credentials.json")));
    }
  }

  @Test
  void whereThereIsNoStoreNoTrailIsWhole() throws IOException {
    assertEquals(0, credentials("add", "okta").code());
    Ran ran = Ran.attune("audit", "--data", folder.resolve("data"));
    assertEquals(1, ran.code(), ran.out());
    assertTrue(ran.err().contains("there is no store in this folder"), ran.err());
    assertFalse(Files.exists(folder.resolve("data/attune.db")));
    assertEquals(1, Ran.attune("audit", "--data", folder.resolve("y")).code());
    assertEquals(2, Ran.attune("audit", "--data", folder.resolve("y"), "--last", "-1").code());
  }
}
