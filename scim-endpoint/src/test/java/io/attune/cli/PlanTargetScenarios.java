package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an import may write over, and what it says where it cannot write at all. */
class PlanTargetScenarios {
  @TempDir private Path temporary = Path.of("");
  private Path org = Path.of("");
  private Path feed = Path.of("");

  @BeforeEach
  void writeOrg() {
    org = TinyOrg.write(temporary.resolve("org"), 3);
    feed = TinyOrg.feed(temporary.resolve("feed.jsonl"), 0, 3);
  }

  @ParameterizedTest
  @CsvSource({
    "feed.jsonl, this is the feed itself",
    "org/../feed.jsonl, this is the feed itself",
    "org/users.jsonl, this is a file of the workspace",
    "org/apps/hr/mapping.json, this is a file of the workspace",
    "org, this is a folder",
    "none/plan.jsonl, its folder is not there",
  })
  void aPlanReplacesNothingThatIsNoPlan(String target, String message) {
    var before = TinyOrg.everything(temporary);
    Path place = temporary.resolve(target);
    Ran ran = Ran.importing(org, feed, "--plan", place, "--apply");
    assertEquals(1, ran.code(), ran.err());
    assertTrue(ran.err().startsWith(place + ":1:1: error: " + message + "\n hint: "), ran.err());
    assertEquals(before, TinyOrg.everything(temporary));
  }

  @Test
  void aPlanOfBeforeIsReplacedAlsoBehindALink() throws IOException {
    Path plan = Files.writeString(org.resolve("plan.jsonl"), "old");
    Path link = Files.createSymbolicLink(temporary.resolve("link.jsonl"), plan);
    assertEquals(0, Ran.importing(org, feed, "--plan", link).code());
    assertTrue(Files.isSymbolicLink(link));
    assertTrue(TinyOrg.text(plan).startsWith("{\"plan\":1"), TinyOrg.text(plan));
  }

  @Test
  void aPipeIsNoPlaceForAPlan() throws IOException, InterruptedException {
    Path pipe = temporary.resolve("pipe");
    int made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    assertEquals(0, made);
    Ran ran = Ran.importing(org, feed, "--plan", pipe);
    assertEquals(1, ran.code(), ran.err());
    assertTrue(ran.err().contains("and this is no file\n hint: "), ran.err());
    assertTrue(Files.exists(pipe) && !Files.isRegularFile(pipe));
  }

  @Test
  void aFolderIsNoFeed() {
    Ran ran = Ran.importing(org, temporary);
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("error: this is a folder\n hint: "), ran.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"+99999-01-05T08:00:00Z", "-0001-01-05T08:00:00Z", "yesterday"})
  void aTimeHasFourDigitsOfAYear(String time) {
    Ran ran = Ran.attune("import", org, "--app", "hr", "--records", feed, "--at", time);
    assertEquals(2, ran.code(), ran.err());
    assertTrue(ran.err().startsWith("--at takes a time such as"), ran.err());
  }

  @Test
  void noFeedHasLessThanNoRecords() {
    assertEquals(2, Ran.importing(org, feed, "--expect", "-1").code());
    assertEquals(0, Ran.importing(org, feed, "--expect", "0").code());
  }

  @Test
  @EnabledOnOs(OS.LINUX) // which has a device that is always full
  void aReportThatCannotBeWrittenIsNotDone() throws IOException, InterruptedException {
    File full = new File("/dev/full");
    Path err = temporary.resolve("err");
    List<String> words = List.of("history", org.toString(), "--help");
    Process process =
        CommandProcess.of(words).redirectOutput(full).redirectError(err.toFile()).start();
    assertEquals(4, process.waitFor());
    String said = Files.readString(err, StandardCharsets.UTF_8);
    assertTrue(said.startsWith("stdout:1:1: error: no space left on device\n hint: "), said);
  }
}
