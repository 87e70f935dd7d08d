package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
    assertEquals(2, Ran.attune("credentials", "remove", "x", "--data", folder.resolve("y")).code());
  }
}
