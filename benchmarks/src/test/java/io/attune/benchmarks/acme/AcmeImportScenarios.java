package io.attune.benchmarks.acme;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.cli.Attune;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example through the real command, against what its recipe says must happen. */
class AcmeImportScenarios {
  private static final Path ROOT = Path.of(System.getProperty("attune.root", ".."));
  private static final Path ACME = ROOT.resolve("examples/acme");
  private static final List<String> FILES =
      List.of(
          "org.json",
          "users.jsonl",
          "groups.jsonl",
          "hr-feed.jsonl",
          "hr-feed-broken.jsonl",
          "expected.jsonl",
          "apps/acme_hr/app.json",
          "apps/acme_hr/schema.json",
          "apps/acme_hr/mapping.json",
          "apps/acme_hr/features.json",
          "apps/acme_hr/sync.json",
          "apps/acme_hr/app-users.jsonl",
          "apps/acme_hr/pending.jsonl",
          "apps/acme_crm/app-users.jsonl",
          "apps/acme_wiki/app-users.jsonl");

  @TempDir Path folder = Path.of("");

  private static int attune(String... arguments) {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return Attune.run(nowhere, nowhere, arguments);
  }

  private static Map<String, JsonNode> byKey(Path file, String required) throws IOException {
    Map<String, JsonNode> lines = new TreeMap<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      JsonNode node = Lines.MAPPER.readTree(line);
      if (node.has(required)) {
        lines.put(node.path("externalId").asText(), node);
      }
    }
    return lines;
  }

  @Test
  void theGeneratorWritesTheCommittedExample() throws IOException {
    AcmeGenerator.generate(folder, 510, 12, 60, 2026);
    for (String file : FILES) {
      assertArrayEquals(
          Files.readAllBytes(ACME.resolve(file)), Files.readAllBytes(folder.resolve(file)), file);
    }
  }

  @Test
  void everyRecordComesToWhatTheRecipeSays() throws IOException {
    Path plan = folder.resolve("plan.jsonl");
    assertEquals(0, importInto(ACME, "hr-feed.jsonl", "--plan", plan.toString()));
    Map<String, JsonNode> actual = byKey(plan, "outcome");
    Map<String, JsonNode> expected = byKey(ACME.resolve("expected.jsonl"), "outcome");
    assertEquals(expected.keySet(), actual.keySet());
    List<String> differences = new ArrayList<>();
    expected.forEach(
        (key, line) -> {
          String says = essence(line.path("match"), line);
          String planned = planned(Objects.requireNonNull(actual.get(key)));
          if (!says.equals(planned)) {
            differences.add(key + ": expected " + says + ", planned " + planned);
          }
        });
    assertEquals(List.of(), differences);
  }

  private static String essence(JsonNode match, JsonNode line) {
    TreeSet<String> changed = new TreeSet<>();
    line.path("changed").forEach(each -> changed.add(each.asText()));
    return String.join(
        " ",
        line.path("outcome").asText(),
        line.path("userId").asText("-"),
        match.asText("-"),
        line.path("reason").asText("-"),
        line.path("status").asText("-"),
        changed.toString());
  }

  private static String planned(JsonNode line) {
    boolean creates = line.path("outcome").asText().equals("CREATE");
    TreeSet<String> changed = new TreeSet<>();
    for (JsonNode change : line.path("changes")) {
      if (!change.has("on") && !creates) {
        changed.add(change.path("attribute").asText());
      }
    }
    String status = creates ? "-" : line.path("status").path("to").asText("-");
    return String.join(
        " ",
        line.path("outcome").asText(),
        line.path("userId").asText("-"),
        line.path("match").path("kind").asText("-"),
        line.path("match").path("reason").asText("-"),
        status.isEmpty() ? "-" : status,
        changed.toString());
  }

  private static int importInto(Path workspace, String feed, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "import",
                workspace.toString(),
                "--app",
                "acme_hr",
                "--records",
                ACME.resolve(feed).toString(),
                "--at",
                "2026-01-05T08:00:00Z"));
    arguments.addAll(List.of(more));
    return attune(arguments.toArray(String[]::new));
  }

  /** The bytes themselves: a change of the plan's layout or of any decision shows here. */
  @Test
  void thePlanIsTheGoldenOne() throws IOException {
    Path plan = folder.resolve("plan.jsonl");
    importInto(ACME, "hr-feed.jsonl", "--plan", plan.toString(), "--changes-only");
    Path golden =
        ROOT.resolve("benchmarks/src/test/resources/io/attune/benchmarks/acme/acme-plan.jsonl");
    assertEquals(
        Files.readString(golden, StandardCharsets.UTF_8),
        Files.readString(plan, StandardCharsets.UTF_8));
  }

  @Test
  void theBrokenFeedTakesNobody() throws IOException {
    Path plan = folder.resolve("plan.jsonl");
    assertEquals(0, importInto(ACME, "hr-feed-broken.jsonl", "--plan", plan.toString()));
    List<String> lines = Files.readAllLines(plan, StandardCharsets.UTF_8);
    JsonNode report = Lines.MAPPER.readTree(lines.get(lines.size() - 1)).path("report");
    assertEquals("INCOMPLETE", report.path("completeness").asText());
    assertEquals(0, report.path("users").path("removed").asInt());
  }

  @Test
  void applyingTwiceChangesNothingMore() throws IOException {
    Path copy = folder.resolve("acme");
    try (Stream<Path> files = Files.walk(ACME)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(ACME.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    assertEquals(0, importInto(copy, "hr-feed.jsonl", "--apply"));
    Path plan = folder.resolve("again.jsonl");
    assertEquals(0, importInto(copy, "hr-feed.jsonl", "--plan", plan.toString()));
    for (JsonNode line : byKey(plan, "outcome").values()) {
      String outcome = line.path("outcome").asText();
      assertTrue(!List.of("CREATE", "LINK", "UPDATE", "REMOVED").contains(outcome), line::toString);
    }
  }
}
