package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.attune.plan.DirectorySnapshot;
import io.attune.plan.ImportMode;
import io.attune.plan.ImportPlan;
import io.attune.plan.ImportPlanner;
import io.attune.plan.ImportReport.Verdict;
import io.attune.plan.ImportRun;
import io.attune.plan.ImportSettings;
import io.attune.plan.Sha256;
import io.attune.plan.json.PlanWriter;
import io.attune.scim.RecordFile;
import io.attune.workspace.ApplyResult;
import io.attune.workspace.Approval;
import io.attune.workspace.DirectoryFiles;
import io.attune.workspace.Fingerprints;
import io.attune.workspace.Folder;
import io.attune.workspace.ImportConfiguration;
import io.attune.workspace.Workspace;
import io.attune.workspace.WorkspaceApply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A plan over a limit writes nothing, whatever it would do and whatever else was approved. */
class PausedPlanProperties {
  private static final boolean PROOF = Boolean.getBoolean("attune.proof");

  private static final int PLANS = PROOF ? 1_000_000 : 10_000;

  /** Every plan is judged; one in so many is taken to the workspace, which records its pause. */
  private static final int APPLIED_EVERY = PROOF ? 10 : 1;

  private static final int PARTS = 2;

  private static final int PEOPLE = 12;

  /** In memory where there is a disk in memory: every pause is forced to the disk. */
  static Path temporary() throws IOException {
    Path memory = Path.of("/dev/shm");
    return Files.isWritable(memory)
        ? Files.createTempDirectory(memory, "paused")
        : Files.createTempDirectory("paused");
  }

  @Test
  void aPausedPlanWritesNothing() {
    IntStream.range(0, PARTS).parallel().forEach(PausedPlanProperties::part);
  }

  private static void part(int part) {
    try {
      Path temporary = temporary();
      try {
        writesNothing(part, temporary);
      } finally {
        UndoProperties.delete(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writesNothing(int part, Path temporary) throws IOException {
    Path org = TinyOrg.write(temporary.resolve("org"), PEOPLE);
    TinyOrg.put(
        org,
        "apps/hr/sync.json",
        "{\"profileSource\":true,\"safeguard\":{\"percent\":20,\"moreThanUsers\":0}}");
    Workspace workspace = Workspace.read(org);
    DirectorySnapshot directory = DirectoryFiles.read(workspace, "hr");
    ImportSettings settings = ImportConfiguration.of(workspace, run(Folder.open(org)));
    SortedMap<String, String> before = TinyOrg.content(org);
    Path planFile = temporary.resolve("plan.jsonl");
    for (int seed = part; seed < PLANS; seed += PARTS) {
      Random random = new Random(seed);
      ImportPlan plan =
          ImportPlanner.plan(
              new RecordFile(
                  "feed.jsonl",
                  new ByteArrayInputStream(feed(random).getBytes(StandardCharsets.UTF_8)),
                  workspace.appSchema("hr"),
                  OptionalLong.empty(),
                  (line, fault) -> {}),
              directory,
              settings);
      assertEquals(Verdict.PAUSE, plan.report().safeguard().verdict(), "seed " + seed);
      if (seed / PARTS % APPLIED_EVERY != 0) {
        continue;
      }
      Sha256 hash;
      try (OutputStream out = Files.newOutputStream(planFile)) {
        hash = PlanWriter.write(plan, out, false);
      }
      int count = plan.report().safeguard().unassignments();
      ApplyResult result = WorkspaceApply.apply(org, planFile, "plan", wrong(random, hash, count));
      assertFalse(result.isDone(), "seed " + seed);
      assertEquals(before, TinyOrg.content(org), "seed " + seed);
    }
    assertEquals(before, TinyOrg.content(org));
  }

  private static ImportRun run(Folder folder) {
    return new ImportRun(
        "hr",
        ImportMode.FULL,
        Instant.parse(TinyOrg.TIME),
        Fingerprints.config(folder),
        Fingerprints.directory(folder));
  }

  /** At least three of twelve are missing or inactive, others change, and some are new. */
  private static String feed(Random random) {
    List<Integer> people = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      people.add(random.nextInt(people.size() + 1), person);
    }
    int lost = 3 + random.nextInt(PEOPLE - 3);
    StringBuilder feed = new StringBuilder();
    for (int index = 0; index < PEOPLE; index++) {
      String record = TinyOrg.record(people.get(index), random.nextBoolean() ? "Lead" : "Analyst");
      if (index >= lost) {
        feed.append(record).append('\n');
      } else if (random.nextInt(3) == 0) {
        feed.append(record.replaceFirst("\\{", "{\"active\":false,")).append('\n');
      }
    }
    for (int person = random.nextInt(3); person > 0; person--) {
      feed.append(TinyOrg.record(PEOPLE + person, "New")).append('\n');
    }
    return feed.toString();
  }

  /** None, of another plan, or of another number of people. */
  private static @Nullable Approval wrong(Random random, Sha256 hash, int count) {
    return switch (random.nextInt(3)) {
      case 0 -> null;
      case 1 -> Approval.parse(Sha256.of(new byte[] {1}).hex() + ":" + count);
      default -> Approval.parse(hash.hex() + ":" + (count + 1 + random.nextInt(3)));
    };
  }
}
