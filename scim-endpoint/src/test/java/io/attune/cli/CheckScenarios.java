package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code attune check} over small workspaces. */
class CheckScenarios {
  @TempDir private Path workspace = Path.of("");

  @BeforeEach
  void layOut() throws IOException {
    write("org.json", "{\"name\": \"acme\"}");
    write("apps/hr/app.json", "{\"name\": \"hr\"}");
    write(
        "apps/hr/schema.json",
        "{\"definitions\": {\"custom\": {\"properties\": {\"email\": {\"type\": \"string\"}}}}}");
  }

  private void write(String file, String text) throws IOException {
    Path path = workspace.resolve(file);
    Files.createDirectories(path.getParent() == null ? workspace : path.getParent());
    Files.writeString(path, text);
  }

  private String check(int exitCode) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    assertEquals(exitCode, Attune.run(stream, stream, "check", workspace.toString()));
    return said.toString(StandardCharsets.UTF_8).replace(workspace + "/", "");
  }

  @Test
  void warnsOfWhatANewPersonWouldLack() throws IOException {
    write(
        "apps/hr/mapping.json",
        "{\"toOkta\": {\"properties\": {\"email\": {\"expression\": \"appuser.email ?: 'x'\"}}}}");
    assertEquals(
        """
        apps/hr/mapping.json:1:1: warning: `firstName` is required, and nothing writes it
         hint: map it, or give it a default
        apps/hr/mapping.json:1:1: warning: `lastName` is required, and nothing writes it
         hint: map it, or give it a default
        checked 1 apps: 2 warnings
        """,
        check(Attune.DONE));
  }

  @Test
  void checksToAppToo() throws IOException {
    write(
        "apps/hr/mapping.json",
        "{\"toApp\": {\"properties\": {\"email\": {\"expression\": \"user.emial\"}}}}");
    assertEquals(
        """
        apps/hr/mapping.json:1:57: error: user has no attribute `emial`
         hint: closest is `email`
         | user.emial
         | .....^^^^^
        """,
        check(Attune.INPUT_ERRORS));
  }
}
