package io.attune.benchmarks.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.cli.Attune;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that are known to change nothing, through the real command. */
class SkippingScenarios {
  @TempDir Path folder = Path.of("");

  private Path feed = Path.of("");
  private Path memory = Path.of("");

  @BeforeEach
  void generate() throws IOException {
    AcmeGenerator.generate(folder.resolve("acme"), 300, 3, 0, 7);
    feed = folder.resolve("acme/hr-feed.jsonl");
    memory = folder.resolve("acme/.attune/unchanged/acme_hr.bin");
  }

  private static void attune(String... arguments) {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    assertEquals(0, Attune.run(out, out, arguments), () -> String.join(" ", arguments));
  }

  private String plan(String... more) throws IOException {
    Path plan = folder.resolve("plan.jsonl");
    List<String> arguments = new ArrayList<>(List.of("import", folder.resolve("acme").toString()));
    arguments.addAll(List.of("--app", "acme_hr", "--records", feed.toString()));
    arguments.addAll(List.of("--at", "2026-01-06T08:00:00Z", "--plan", plan.toString()));
    arguments.addAll(List.of(more));
    attune(arguments.toArray(String[]::new));
    return Files.readString(plan);
  }

  @Test
  void aPlanIsTheSameWithAndWithoutSkipping() throws IOException {
    plan();
    assertFalse(Files.exists(memory), "a dry run leaves nothing behind");
    plan("--apply");
    assertTrue(Files.size(memory) > 200 * 34, "most of 300 people changed nothing");

    String text = Files.readString(feed);
    Files.writeString(feed, text.replace("\"title\":\"Analyst\"", "\"title\":\"Chief Analyst\""));
    String whole = plan("--no-skip");
    assertTrue(whole.contains("Chief Analyst"));
    assertEquals(whole, plan());

    byte[] damaged = Files.readAllBytes(memory);
    damaged[100] ^= 1;
    Files.write(memory, damaged);
    assertEquals(whole, plan(), "what is damaged counts as nothing");
    Files.write(memory, new byte[3]);
    assertEquals(whole, plan());
    Files.delete(memory);
    assertEquals(whole, plan());
    plan("--apply");
    assertEquals(plan("--no-skip"), plan());
  }

  /** A memory that lies about everybody would show: this one is believed, and so it is tested. */
  @Test
  void theConfigurationIsPartOfTheProof() throws IOException {
    plan("--apply");
    Path mapping = folder.resolve("acme/apps/acme_hr/mapping.json");
    Files.writeString(
        mapping, Files.readString(mapping).replace("\"appuser.title\"", "\"appuser.title + '!'\""));
    String whole = plan("--no-skip");
    assertTrue(whole.contains("Analyst!"));
    assertEquals(whole, plan());
  }
}
