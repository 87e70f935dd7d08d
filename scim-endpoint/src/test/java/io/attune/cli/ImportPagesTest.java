package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command that docs/imports.md and docs/safeguards.md show runs as they say, in order. */
class ImportPagesTest {
  private static final Pattern SHELL = Pattern.compile("(?s)```sh\n(.*?)```");
  private static final Pattern JSON = Pattern.compile("(?s)```json\n(.*?)```");
  private static final Path ROOT = Path.of(System.getProperty("attune.root", ".."));

  @TempDir private Path temporary = Path.of("");
  private Path acme = Path.of("");

  private String page(String name) throws IOException {
    acme = temporary.resolve("examples/acme");
    try (Stream<Path> files = Files.walk(ROOT.resolve("examples/acme"))) {
      for (Path file : files.toList()) {
        Path copy = acme.resolve(ROOT.resolve("examples/acme").relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    return Files.readString(ROOT.resolve("docs/" + name));
  }

  private List<Ran> run(String page) {
    List<Ran> ran = new ArrayList<>();
    Matcher blocks = SHELL.matcher(page);
    while (blocks.find()) {
      for (String line : blocks.group(1).lines().toList()) {
        String[] words = line.split(" ");
        if (words[0].equals("head")) {
          List<String> lines = TinyOrg.lines(temporary.resolve(words[3]));
          String text = String.join("\n", lines.subList(0, Integer.parseInt(words[2])));
          TinyOrg.put(temporary, words[5], text + "\n");
        } else {
          ran.add(run(words));
        }
      }
    }
    return ran;
  }

  private Ran run(String... words) {
    Object[] arguments = new Object[words.length - 1];
    for (int index = 1; index < words.length; index++) {
      String word = words[index];
      arguments[index - 1] =
          word.equals("HASH")
              ? lastPlan()
              : word.contains("/") || word.endsWith("jsonl") || word.endsWith("json")
                  ? temporary.resolve(word)
                  : word;
    }
    return Ran.attune(arguments);
  }

  private String lastPlan() {
    return Ran.attune("history", acme, "--format", "json")
        .out()
        .replaceAll("(?s).*\"sha256\":\"([0-9a-f]{64})\".*", "$1");
  }

  @Test
  void imports() throws IOException {
    String page = page("imports.md");
    Matcher json = JSON.matcher(page);
    assertTrue(json.find());
    TinyOrg.put(temporary, "change.json", json.group(1));
    List<Ran> ran = run(page);
    ran.forEach(each -> assertEquals(0, each.code(), each.err()));
    assertEquals("applied\n", ran.get(1).out());
    assertTrue(ran.get(2).err().contains("incomplete"), ran.get(2).err());
    assertTrue(ran.get(5).out().startsWith("would undo plan "), ran.get(5).out());
    assertTrue(ran.get(6).out().startsWith("undid plan "), ran.get(6).out());
    assertTrue(
        ran.get(7)
            .out()
            .contains(
                "REMOVED, DEPROVISIONED -> REMOVED, SUSPENDED"
                    + "  (lifecycle: DEPROVISIONED -> SUSPENDED)"),
        ran.get(7).out());
  }

  @Test
  void safeguards() throws IOException {
    String page = page("safeguards.md");
    List<Ran> ran = run(page);
    assertEquals(3, ran.get(0).code());
    assertTrue(ran.get(1).out().startsWith("acme_hr: paused since"), ran.get(1).out());
    assertTrue(ran.get(2).out().startsWith("cancelled plan"), ran.get(2).out());

    Matcher json = JSON.matcher(page);
    assertTrue(json.find());
    Path change =
        TinyOrg.put(temporary, "limits.json", "{\"apps/acme_hr/sync.json\":" + json.group(1) + "}");
    Path feed = acme.resolve("hr-feed.jsonl");
    Ran simulated =
        Ran.attune("simulate", acme, "--app", "acme_hr", "--records", feed, "--change", change);
    assertEquals(0, simulated.code(), simulated.err());
  }
}
