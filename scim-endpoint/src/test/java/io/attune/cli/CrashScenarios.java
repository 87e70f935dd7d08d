package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Apply killed at random points, and out of space: the next command sees the old workspace or the
 * new one. Source: formats, Apply; trust 3.
 */
class CrashScenarios {
  private static final int KILLS = Boolean.getBoolean("attune.proof") ? 200 : 20;
  private static final int PEOPLE = 4000;

  @TempDir private Path temporary = Path.of("");

  @Test
  void killedAnywhereTheWorkspaceIsOldOrNew() throws Exception {
    Path pristine = TinyOrg.write(temporary.resolve("pristine"), PEOPLE);
    Path feed = TinyOrg.feed(temporary.resolve("feed.jsonl"), 2, PEOPLE + 20);
    Path plan = temporary.resolve("plan.jsonl");
    assertEquals(0, Ran.importing(pristine, feed, "--plan", plan).code());
    SortedMap<String, String> before = TinyOrg.content(pristine);

    Path whole = copy(pristine, "whole");
    long started = System.nanoTime();
    assertEquals(0, process(whole, plan, List.of()).waitFor());
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    SortedMap<String, String> after = TinyOrg.content(whole);

    long seed = System.nanoTime();
    Random random = new Random(seed);
    int old = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Path org = copy(pristine, "killed" + kill);
      Process process = process(org, plan, List.of());
      if (kill % 4 == 0) {
        Thread.sleep((long) (random.nextDouble() * millis));
      } else {
        // Most points lie where files are being written.
        awaitWriting(process, org);
        Thread.sleep(random.nextInt(60), random.nextInt(1_000_000));
      }
      process.destroyForcibly().waitFor();
      // A half-applied workspace would match neither the plan's inputs nor its history.
      Ran next = Ran.attune("apply", org, "--plan", plan);
      SortedMap<String, String> content = TinyOrg.content(org);
      assertEquals(0, next.code(), "seed " + seed + ": " + next.err());
      assertEquals(after, content, "seed " + seed);
      old += next.out().startsWith("applied") ? 1 : 0;
      delete(org);
    }
    assertEquals(before, TinyOrg.content(pristine));
    assertTrue(old > 0, "no kill came before the commit");
  }

  @Test
  void aFullDiskLeavesTheOldWorkspace() throws Exception {
    Path org = TinyOrg.write(temporary.resolve("org"), PEOPLE);
    Path feed = TinyOrg.feed(temporary.resolve("feed.jsonl"), 2, PEOPLE);
    Path plan = temporary.resolve("plan.jsonl");
    assertEquals(0, Ran.importing(org, feed, "--plan", plan).code());
    SortedMap<String, String> before = TinyOrg.content(org);
    Process process = process(org, plan, List.of("bash", "-c", "ulimit -f 100; exec \"$@\"", "-"));
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(4, process.waitFor(), err);
    assertTrue(err.contains(":1:1: error: "), err);
    assertEquals(before, TinyOrg.content(org));
    assertEquals("applied\n", Ran.attune("apply", org, "--plan", plan).out());
  }

  private static Process process(Path org, Path plan, List<String> before) throws IOException {
    List<String> words = new ArrayList<>(before);
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:-UsePerfData", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.attune.cli.Attune"));
    words.addAll(List.of("apply", org.toString(), "--plan", plan.toString()));
    return new ProcessBuilder(words)
        .redirectOutput(new File("/dev/null"))
        .redirectError(
            before.isEmpty() ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.PIPE)
        .start();
  }

  private static void awaitWriting(Process process, Path org) throws InterruptedException {
    while (process.isAlive() && !Files.exists(org.resolve(".attune/new"))) {
      Thread.sleep(1);
    }
  }

  private Path copy(Path from, String name) throws IOException {
    Path to = temporary.resolve(name);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    return to;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
