package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Apply, undo and resume killed at random points, and out of space: the next command sees the old
 * workspace or the new one. Source: formats, Apply; trust 3.
 */
class CrashScenarios {
  private static final boolean PROOF = Boolean.getBoolean("attune.proof");
  private static final int KILLS = PROOF ? 200 : 20;
  private static final int PEOPLE = 2000;

  @TempDir private Path temporary = Path.of("");

  /** How far an apply has come, as its files show it. */
  private enum Phase {
    STARTING,
    WRITING,
    WRITTEN,
    COMMITTED,
    RENAMING
  }

  /**
   * A command that changes a workspace, all or nothing.
   *
   * @param pristine the workspace as it finds it
   * @param whole a copy in which it was done
   * @param words what it is called with, with {@code ORG} for the workspace
   * @param done what it prints
   * @param again what it prints, or its error says, where it was done before
   */
  private record Change(Path pristine, Path whole, List<String> words, String done, String again) {
    List<String> on(Path org) {
      return words.stream().map(word -> word.equals("ORG") ? org.toString() : word).toList();
    }

    Ran run(Path org) {
      return Ran.attune(on(org).toArray());
    }
  }

  private Change change(Path pristine, String done, String again, Object... words)
      throws IOException {
    List<String> texts = Arrays.stream(words).map(Object::toString).toList();
    Change change = new Change(pristine, copy(pristine, "whole"), texts, done, again);
    Ran ran = change.run(change.whole());
    assertTrue(ran.out().startsWith(done), ran.out() + ran.err());
    return change;
  }

  private Path plan(Path org, int from, int exitCode) {
    Path feed = TinyOrg.feed(temporary.resolve("feed.jsonl"), from, PEOPLE + 20);
    Path plan = temporary.resolve("plan.jsonl");
    assertEquals(exitCode, Ran.importing(org, feed, "--plan", plan).code());
    return plan;
  }

  private static String hash(Path plan) {
    List<String> lines = TinyOrg.lines(plan);
    return lines.get(lines.size() - 1).replaceAll(".*\"sha256\":\"([0-9a-f]{64})\"}", "$1");
  }

  @Test
  void killedAnywhereWhileItAppliesTheWorkspaceIsOldOrNew() throws Exception {
    Path org = TinyOrg.write(temporary.resolve("pristine"), PEOPLE);
    Path plan = plan(org, 2, 0);
    kill(change(org, "applied\n", "already applied\n", "apply", "ORG", "--plan", plan), KILLS);
  }

  @Test
  void killedAnywhereWhileItUndoesTheWorkspaceIsOldOrNew() throws Exception {
    Path org = TinyOrg.write(temporary.resolve("pristine"), PEOPLE);
    Path plan = plan(org, 2, 0);
    assertEquals("applied\n", Ran.attune("apply", org, "--plan", plan).out());
    String hash = hash(plan);
    kill(
        change(org, "undid plan", "already undone\n", "undo", "ORG", "--plan", hash),
        KILLS / (PROOF ? 2 : 4));
  }

  @Test
  void killedAnywhereWhileItResumesTheWorkspaceIsOldOrNew() throws Exception {
    Path org = TinyOrg.write(temporary.resolve("pristine"), PEOPLE);
    Path plan = plan(org, PEOPLE / 3, 3);
    assertEquals(3, Ran.attune("apply", org, "--plan", plan).code());
    String approval = hash(plan) + ":" + PEOPLE / 3;
    kill(
        change(
            org,
            "applied\n",
            "no plan of `hr` is paused",
            "resume",
            "ORG",
            "--app",
            "hr",
            "--approve",
            approval),
        KILLS / (PROOF ? 2 : 4));
  }

  private void kill(Change change, int kills) throws Exception {
    SortedMap<String, String> before = TinyOrg.content(change.pristine());
    SortedMap<String, String> after = TinyOrg.content(change.whole());
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int old = 0;
    for (int kill = 0; kill < kills; kill++) {
      Phase phase = Phase.values()[kill % Phase.values().length];
      String where = phase + ", seed " + seed;
      Path org = copy(change.pristine(), "killed" + kill);
      Process process = process(change.on(org), List.of());
      await(phase, process, org, before);
      LockSupport.parkNanos(random.nextInt(phase == Phase.STARTING ? 400_000_000 : 3_000_000));
      process.destroyForcibly().waitFor();
      // Any command comes first: it sees the old workspace or the new one.
      Ran next = Ran.attune("history", org);
      assertEquals(0, next.code(), where + next.err());
      SortedMap<String, String> content = TinyOrg.content(org);
      boolean isOld = content.equals(before);
      assertTrue(isOld || content.equals(after), where);
      Ran again = change.run(org);
      String said = again.out() + again.err();
      assertTrue(said.contains(isOld ? change.done() : change.again()), where + said);
      assertEquals(after, TinyOrg.content(org), where);
      old += isOld ? 1 : 0;
      delete(org);
    }
    assertTrue(old > 0, "no kill came before the commit");
    assertTrue(old < kills, "no kill came after the commit");
  }

  private static void await(
      Phase phase, Process process, Path org, SortedMap<String, String> before) {
    Path aside = org.resolve(".attune/new");
    Path commit = org.resolve(".attune/commit.json");
    long size = String.valueOf(before.get("users.jsonl")).length();
    while (process.isAlive()) {
      boolean reached =
          switch (phase) {
            case STARTING -> true;
            case WRITING -> Files.exists(aside.resolve("0"));
            case WRITTEN -> Files.exists(aside.resolve("commit.json")) || Files.exists(commit);
            case COMMITTED -> Files.exists(commit);
            case RENAMING -> org.resolve("users.jsonl").toFile().length() != size;
          };
      if (reached) {
        return;
      }
      Thread.onSpinWait();
    }
  }

  /**
   * What a machine can leave that stops before the commit: parts of any file, none of it counts.
   */
  @Test
  void tornFilesBeforeTheCommitLeaveTheOldWorkspace() throws Exception {
    Path org = TinyOrg.write(temporary.resolve("org"), 40);
    Path feed = TinyOrg.feed(temporary.resolve("feed.jsonl"), 2, 50);
    Path plan = temporary.resolve("plan.jsonl");
    assertEquals(0, Ran.importing(org, feed, "--plan", plan).code());
    SortedMap<String, String> before = TinyOrg.content(org);
    Path whole = copy(org, "whole");
    assertEquals("applied\n", Ran.attune("apply", whole, "--plan", plan).out());
    List<String> files = List.copyOf(TinyOrg.content(whole).keySet());
    Random random = new Random(1);
    for (int torn = 0; torn < (PROOF ? 2000 : 40); torn++) {
      Path aside = Files.createDirectories(org.resolve(".attune/new"));
      for (int index = 0; index < files.size(); index++) {
        if (random.nextInt(4) != 0) {
          write(aside.resolve(String.valueOf(index)), whole.resolve(files.get(index)), random);
        }
      }
      if (random.nextBoolean()) {
        String commit = "{\"files\":[\"" + String.join("\",\"", files) + "\"]}";
        String part = commit.substring(0, random.nextInt(commit.length() + 1));
        Files.writeString(aside.resolve("commit.json"), part);
      }
      assertEquals(0, Ran.attune("history", org).code());
      assertEquals(before, TinyOrg.content(org), "torn " + torn);
      assertFalse(Files.exists(aside), "torn " + torn);
    }
    assertEquals("applied\n", Ran.attune("apply", org, "--plan", plan).out());
    assertEquals(TinyOrg.content(whole), TinyOrg.content(org));
  }

  /** A part of the new file, of any length; or all of it. */
  private static void write(Path target, Path whole, Random random) throws IOException {
    byte[] bytes = Files.readAllBytes(whole);
    int length = random.nextInt(3) == 0 ? bytes.length : random.nextInt(bytes.length + 1);
    Files.write(target, Arrays.copyOf(bytes, length));
  }

  /** After the commit record stands, every next command finishes what is left to rename. */
  @Test
  void afterTheCommitTheNextCommandFinishes() throws Exception {
    Path pristine = TinyOrg.write(temporary.resolve("pristine"), 40);
    Path feed = TinyOrg.feed(temporary.resolve("feed.jsonl"), 2, 50);
    Path plan = temporary.resolve("plan.jsonl");
    assertEquals(0, Ran.importing(pristine, feed, "--plan", plan).code());
    Path whole = copy(pristine, "whole");
    assertEquals("applied\n", Ran.attune("apply", whole, "--plan", plan).out());
    SortedMap<String, String> after = TinyOrg.content(whole);
    List<String> files = List.copyOf(after.keySet());
    for (int renamed = 0; renamed <= files.size(); renamed++) {
      Path org = copy(pristine, "committed" + renamed);
      Path aside = Files.createDirectories(org.resolve(".attune/new"));
      for (int index = 0; index < files.size(); index++) {
        Path target = index < renamed ? org.resolve(files.get(index)) : aside.resolve("" + index);
        Files.copy(whole.resolve(files.get(index)), target, StandardCopyOption.REPLACE_EXISTING);
      }
      String commit = "{\"files\":[\"" + String.join("\",\"", files) + "\"]}";
      Files.writeString(org.resolve(".attune/commit.json"), commit);
      assertEquals(0, Ran.attune("history", org).code());
      assertEquals(after, TinyOrg.content(org), renamed + " were renamed");
      assertFalse(Files.exists(org.resolve(".attune/commit.json")));
    }
  }

  @Test
  void aFullDiskLeavesTheOldWorkspace() throws Exception {
    Path org = TinyOrg.write(temporary.resolve("org"), PEOPLE);
    Path feed = TinyOrg.feed(temporary.resolve("feed.jsonl"), 2, PEOPLE);
    Path plan = temporary.resolve("plan.jsonl");
    assertEquals(0, Ran.importing(org, feed, "--plan", plan).code());
    SortedMap<String, String> before = TinyOrg.content(org);
    Process process =
        process(
            List.of("apply", org.toString(), "--plan", plan.toString()),
            List.of("bash", "-c", "ulimit -f 100; exec \"$@\"", "-"));
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(4, process.waitFor(), err);
    assertTrue(err.contains(":1:1: error: "), err);
    assertEquals(before, TinyOrg.content(org));
    assertEquals("applied\n", Ran.attune("apply", org, "--plan", plan).out());
  }

  private static Process process(List<String> arguments, List<String> before) throws IOException {
    ProcessBuilder process = CommandProcess.of(arguments);
    process.command().addAll(0, before);
    return process
        .redirectOutput(new File("/dev/null"))
        .redirectError(
            before.isEmpty() ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.PIPE)
        .start();
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
