package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sessions of the documentation do what they show: blocks marked {@code console}, one page in
 * one folder, a command behind {@code $} and below it what it prints.
 */
class DocumentedCommandsTest {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|([^\\s\"]+(?:\"[^\"]*\")?)");

  private static final Set<String> IN_FOLDER = Set.of("tiny", "feed.jsonl");

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"schemas.md", "mappings.md", "matching.md"})
  void printWhatThePageShows(String page) {
    Path file = Path.of(System.getProperty("attune.root", "..")).resolve("docs").resolve(page);
    List<String> shown = sessions(TinyOrg.text(file));
    assertFalse(shown.isEmpty());
    // The workspace that the pages speak of, where the page does not make it itself.
    if (page.equals("matching.md")) {
      WaitingOrg.write(folder.resolve("tiny"), folder.resolve("feed.jsonl"));
    } else if (!String.join("\n", shown).contains("$ attune init tiny")) {
      run("attune init tiny --app crm --template scim2");
    }
    StringBuilder printed = new StringBuilder();
    for (String line : shown) {
      if (line.startsWith("$ ")) {
        printed.append(line).append('\n').append(run(line.substring(2)));
      }
    }
    assertEquals(String.join("\n", shown) + "\n", printed.toString());
  }

  private static List<String> sessions(String page) {
    List<String> lines = new ArrayList<>();
    boolean inside = false;
    for (String line : page.lines().toList()) {
      if (line.startsWith("```")) {
        inside = line.equals("```console");
      } else if (inside) {
        lines.add(line);
      }
    }
    return lines;
  }

  private String run(String command) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(command);
    while (matcher.find()) {
      String word =
          matcher.group(1) == null ? matcher.group(2).replace("\"", "") : matcher.group(1);
      words.add(IN_FOLDER.contains(word) ? folder.resolve(word).toString() : word);
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    Attune.run(stream, stream, words.subList(1, words.size()).toArray(new String[0]));
    return said.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
  }
}
