package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.plan.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What an import says and writes is the same with one thread and with two: exit code, report,
 * messages, every byte of the plan, of the directory and of what the next import may pass over. In
 * random orgs, for random feeds, three imports in a row.
 */
class ThreadsProperties {
  private static final int WORLDS = Boolean.getBoolean("attune.proof") ? 10_000 : 40;

  /** Enough people for several pieces of the feed and of the plan, in one world of so many. */
  private static final int LARGE_EVERY = 10;

  private static final int IMPORTS = 3;

  private static final Set<Outcome> OUTCOMES = EnumSet.allOf(Outcome.class);

  /** They need rules or choices that these orgs do not have. */
  private static final EnumSet<Outcome> RARE =
      EnumSet.of(Outcome.PENDING_PARTIAL, Outcome.AMBIGUOUS, Outcome.IGNORED);

  private static final int PIECE = 1 << 16;

  /** What occurred in all histories together. */
  private static final class Seen {
    private final Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    private final Set<Integer> codes = new TreeSet<>();
    private int passingOver;
    private int inPieces;

    private void add(Ran ran, Path plan, Path feed, boolean passesOver) {
      codes.add(ran.code());
      if (!Files.exists(plan)) {
        return;
      }
      for (String line : TinyOrg.lines(plan)) {
        OUTCOMES.forEach(
            each -> {
              if (line.contains("\"outcome\":\"" + each + "\"")) {
                outcomes.add(each);
              }
            });
      }
      passingOver += passesOver ? 1 : 0;
      inPieces += TinyOrg.text(plan).length() > PIECE && TinyOrg.lines(feed).size() > 256 ? 1 : 0;
    }
  }

  @Test
  void twoThreadsSayAndWriteWhatOneDoes() throws IOException {
    Seen seen = new Seen();
    Path folder = PausedPlanProperties.temporary();
    try {
      for (int seed = 0; seed < WORLDS; seed++) {
        List<Object> alone = history(seed, folder, 1, seen);
        List<Object> both = history(seed, folder, 2, seen);
        for (int at = 0; at < alone.size(); at++) {
          assertEquals(alone.get(at), both.get(at), "seed " + seed);
        }
      }
    } finally {
      UndoProperties.delete(folder);
    }
    assertEquals(Set.of(0, 1, 3), seen.codes);
    assertTrue(seen.outcomes.containsAll(EnumSet.complementOf(RARE)), seen.outcomes::toString);
    assertTrue(seen.passingOver > WORLDS / 4, "passed over in " + seen.passingOver);
    assertTrue(seen.inPieces > WORLDS / LARGE_EVERY, "in pieces: " + seen.inPieces);
  }

  private static List<Object> history(int seed, Path folder, int threads, Seen seen)
      throws IOException {
    Random random = new Random(seed);
    int people = seed % LARGE_EVERY == 0 ? 300 + random.nextInt(200) : 3 + random.nextInt(40);
    Path org = RandomOrg.write(random, folder, people);
    if (random.nextBoolean()) {
      limit(org, random);
    }
    unlink(org, random);
    Path memory = org.resolve(".attune/unchanged/hr.bin");
    Path plan = folder.resolve("plan.jsonl");
    List<Object> told = new ArrayList<>();
    for (int day = 1; day <= IMPORTS; day++) {
      Path feed = folder.resolve(RandomFeed.write(random, folder, people));
      List<Object> options = new ArrayList<>(options(random, people));
      options.addAll(List.of("--plan", plan, "--threads", threads));
      boolean passesOver = Files.exists(memory) && !options.contains("--no-skip");
      Ran ran = Ran.importing(org, feed, options.toArray());
      told.add(ran);
      told.add(Files.exists(plan) ? TinyOrg.text(plan) : "no plan");
      seen.add(ran, plan, feed, passesOver);
      Files.deleteIfExists(plan);
    }
    told.add(TinyOrg.everything(org));
    UndoProperties.delete(org);
    return told;
  }

  /** Some people are known to the app, and not yet to be the same. */
  private static void unlink(Path org, Random random) {
    StringBuilder linked = new StringBuilder();
    for (String row : TinyOrg.lines(org.resolve("apps/hr/app-users.jsonl"))) {
      linked.append(random.nextInt(6) == 0 ? "" : row + "\n");
    }
    TinyOrg.put(org, "apps/hr/app-users.jsonl", linked.toString());
  }

  private static void limit(Path org, Random random) {
    String limits =
        "\"safeguard\":{\"percent\":%d,\"moreThanUsers\":0,\"limits\":{\"blanked\":%d}}"
            .formatted(random.nextInt(60), random.nextInt(40));
    String open = TinyOrg.text(org.resolve("apps/hr/sync.json"));
    TinyOrg.put(
        org, "apps/hr/sync.json", open.replace("\"safeguard\":{\"enabled\":false}", limits));
  }

  private static List<Object> options(Random random, int people) {
    List<Object> options = new ArrayList<>();
    List.of("--hold", "--strict", "--changes-only", "--no-skip", "--incremental")
        .forEach(
            each -> {
              if (random.nextInt(5) == 0) {
                options.add(each);
              }
            });
    if (random.nextInt(5) > 0) {
      options.add("--apply");
    }
    if (random.nextInt(10) == 0) {
      options.addAll(List.of("--expect", people));
    }
    options.addAll(List.of("--format", random.nextBoolean() ? "text" : "json"));
    return options;
  }
}
