package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.attune.plan.DirectorySnapshot;
import io.attune.plan.ImportMode;
import io.attune.plan.ImportPlan;
import io.attune.plan.ImportPlanner;
import io.attune.plan.ImportReport.Completeness;
import io.attune.plan.ImportRun;
import io.attune.plan.ImportSettings;
import io.attune.plan.Outcome;
import io.attune.plan.json.PlanWriter;
import io.attune.scim.RecordFile;
import io.attune.workspace.DirectoryFiles;
import io.attune.workspace.Fingerprints;
import io.attune.workspace.Folder;
import io.attune.workspace.ImportConfiguration;
import io.attune.workspace.Workspace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A feed that proves its end takes nobody away, however it is broken: cut at every byte, with pages
 * lost, doubled, shrunk and shuffled. Source: trust 3 and 5; formats, Records.
 */
class BrokenFeedProperties {
  private static final int PEOPLE = 8;
  private static final boolean PROOF = Boolean.getBoolean("attune.proof");
  private static final int MIXTURES = PROOF ? 20_000 : 400;
  private static final OptionalLong NOTHING_EXPECTED = OptionalLong.empty();
  private static final OptionalLong ALL_EXPECTED = OptionalLong.of(PEOPLE);

  @TempDir private Path temporary = Path.of("");
  private @Nullable Workspace workspace;
  private @Nullable DirectorySnapshot directory;
  private @Nullable ImportSettings settings;

  /** Planning changes none of it, so it is read once. */
  @BeforeEach
  void readTheOrg() {
    Path org = TinyOrg.write(temporary.resolve("org"), PEOPLE);
    TinyOrg.put(org, "apps/hr/sync.json", "{\"profileSource\":true,\"requireProof\":true}");
    Folder folder = Folder.open(org);
    Workspace read = Workspace.read(org);
    workspace = read;
    directory = DirectoryFiles.read(read, "hr");
    settings =
        ImportConfiguration.of(
            read,
            new ImportRun(
                "hr",
                ImportMode.FULL,
                Instant.parse(TinyOrg.TIME),
                Fingerprints.config(folder),
                Fingerprints.directory(folder)));
  }

  /** The plan, which is the same where the feed is read ahead: some of them are. */
  private ImportPlan plan(String name, byte[] feed, OptionalLong expected) {
    ImportPlan plan = plan(feed(name, feed, expected));
    if (PROOF || feed.length % 8 == 0) {
      ImportPlan ahead = plan(feed(name, feed, expected).readAhead());
      assertEquals(text(plan), text(ahead));
    }
    return plan;
  }

  private static String text(ImportPlan plan) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PlanWriter.write(plan, out, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private RecordFile feed(String name, byte[] feed, OptionalLong expected) {
    return new RecordFile(
        name,
        new ByteArrayInputStream(feed),
        Objects.requireNonNull(workspace).appSchema("hr"),
        expected,
        (line, fault) -> {});
  }

  private ImportPlan plan(RecordFile records) {
    return ImportPlanner.plan(
        records, Objects.requireNonNull(directory), Objects.requireNonNull(settings));
  }

  private void takesNobody(String name, String feed, OptionalLong expected, String how) {
    byte[] bytes = feed.getBytes(StandardCharsets.UTF_8);
    takesNobody(plan(name, bytes, expected), how + "\n" + feed);
  }

  private static void takesNobody(ImportPlan plan, String how) {
    plan.forEachLine(
        line -> {
          assertNotEquals(Outcome.REMOVED, line.outcome(), how);
          assertNull(line.status(), how);
        });
  }

  private void takesNobodyWhereverItIsCut(String name, String feed, OptionalLong expected) {
    byte[] bytes = feed.getBytes(StandardCharsets.UTF_8);
    ImportPlan whole = plan(name, bytes, expected);
    assertNull(whole.report().incomplete());
    assertEquals(Completeness.PROVEN, whole.report().completeness());
    assertEquals(PEOPLE, whole.report().users().unchanged());
    for (int cut = 0; cut < bytes.length; cut++) {
      takesNobody(plan(name, Arrays.copyOf(bytes, cut), expected), name + " cut at " + cut);
    }
  }

  @Test
  void pagesCutAnywhere() {
    takesNobodyWhereverItIsCut("feed.jsonl", String.join("", pages()), NOTHING_EXPECTED);
  }

  @Test
  void anArrayCutAnywhere() {
    String array = "[" + String.join(",\n", records()) + "]\n";
    takesNobodyWhereverItIsCut("feed.json", array, NOTHING_EXPECTED);
  }

  @Test
  void linesWithAnEndCutAnywhere() {
    String lines = String.join("\n", records()) + "\n{\"end\":true,\"count\":" + PEOPLE + "}\n";
    takesNobodyWhereverItIsCut("feed.jsonl", lines, NOTHING_EXPECTED);
  }

  @Test
  void expectedLinesCutAnywhere() {
    takesNobodyWhereverItIsCut("feed.jsonl", String.join("\n", records()) + "\n", ALL_EXPECTED);
  }

  @Test
  void expectedRowsCutAnywhere() {
    StringBuilder rows = new StringBuilder("externalId,firstName,lastName,email,title\n");
    for (int person = 0; person < PEOPLE; person++) {
      rows.append("e%1$05d,First%1$d,Last%1$d,p%1$d@tiny.example,Analyst\n".formatted(person));
    }
    takesNobodyWhereverItIsCut("feed.csv", rows.toString(), ALL_EXPECTED);
  }

  @Test
  void pagesLostDoubledAndShuffled() {
    List<String> pages = pages();
    for (int mask = 0; mask < 1 << pages.size(); mask++) {
      List<String> kept = new ArrayList<>();
      for (int page = 0; page < pages.size(); page++) {
        if ((mask >> page & 1) == 1) {
          kept.add(pages.get(page));
        }
      }
      takesNobody("feed.jsonl", String.join("", kept), NOTHING_EXPECTED, "lost");
      kept.addAll(pages);
      takesNobody("feed.jsonl", String.join("", kept), NOTHING_EXPECTED, "doubled");
    }
    for (long seed = 0; seed < 24; seed++) {
      Collections.shuffle(pages, new Random(seed));
      String feed = String.join("", pages);
      ImportPlan plan = plan("feed.jsonl", feed.getBytes(StandardCharsets.UTF_8), NOTHING_EXPECTED);
      assertEquals(Completeness.PROVEN, plan.report().completeness(), feed);
      assertEquals(PEOPLE, plan.report().users().unchanged(), feed);
    }
  }

  /** Pages that hold less than they did, with the old total, a new one, or one that changes. */
  @Test
  void anyMixtureOfFaults() {
    for (long seed = 0; seed < MIXTURES; seed++) {
      Random random = new Random(seed);
      List<String> records = new ArrayList<>(records());
      List<String> pages = new ArrayList<>();
      while (!records.isEmpty()) {
        int size = Math.min(records.size(), 1 + random.nextInt(3));
        List<String> page = new ArrayList<>(records.subList(0, size));
        records.subList(0, size).clear();
        while (!page.isEmpty() && random.nextInt(4) == 0) {
          page.remove(random.nextInt(page.size()));
        }
        if (!page.isEmpty() && random.nextInt(5) == 0) {
          page.add(page.get(0));
        }
        int total = random.nextInt(8) == 0 ? PEOPLE - 1 : PEOPLE;
        pages.add(page(total, page));
        if (random.nextInt(5) == 0) {
          pages.add(pages.get(random.nextInt(pages.size())));
        }
      }
      Collections.shuffle(pages, random);
      // A server that loses a record and says so everywhere is not broken: it has one person less.
      boolean consistent = pages.stream().allMatch(page -> page.contains(total(PEOPLE - 1)));
      if (!consistent) {
        takesNobody("feed.jsonl", String.join("", pages), NOTHING_EXPECTED, "seed " + seed);
      }
    }
  }

  private static List<String> records() {
    return IntStream.range(0, PEOPLE).mapToObj(each -> TinyOrg.record(each, "Analyst")).toList();
  }

  private static List<String> pages() {
    List<String> records = records();
    List<String> pages = new ArrayList<>();
    for (int start = 0; start < PEOPLE; start += 3) {
      pages.add(page(PEOPLE, records.subList(start, Math.min(PEOPLE, start + 3))));
    }
    return pages;
  }

  private static String total(int total) {
    return "\"totalResults\":" + total + ",";
  }

  private static String page(int total, List<String> records) {
    return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],"
        + total(total)
        + "\"Resources\":["
        + String.join(",", records)
        + "]}\n";
  }
}
