package io.attune.plan;

import static io.attune.plan.ReferencePlannerProperties.lines;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.plan.PlannedChange.StatusChange;
import io.attune.plan.PlannedChange.StatusReason;
import io.attune.plan.json.PlanWriter;
import io.attune.plan.reference.Applying;
import io.attune.plan.reference.Feed;
import io.attune.plan.reference.Feed.Sent;
import io.attune.plan.reference.World;
import io.attune.plan.reference.World.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds of every plan, whatever the org, the feed and the rules. */
@Tag("long")
class ImportLawsProperties {
  private static final boolean PROOF = Boolean.getBoolean("attune.proof");
  private static final Set<Outcome> WRITING =
      Set.of(Outcome.CREATE, Outcome.LINK, Outcome.UPDATE, Outcome.REMOVED);

  /** Other seeds than the comparison with the reference has. */
  private static void forEach(int worlds, Consumer<RandomImport> law) {
    LongStream.range(0, PROOF ? worlds * 50L : worlds)
        .parallel()
        .mapToObj(seed -> RandomImport.of(-1 - seed))
        .forEach(law);
  }

  @Test
  void planningAgainAfterApplyingChangesNothingButLinesThatWaited() {
    forEach(
        1500,
        random -> {
          if (isRestless(random)) {
            RandomImport smallest = random.shrunk(ImportLawsProperties::isRestless);
            assertEquals(List.of(), surprises(smallest), smallest.described());
          }
        });
  }

  private static boolean isRestless(RandomImport random) {
    return !surprises(random).isEmpty();
  }

  /** The lines of the second night that the first night did not announce. */
  private static List<PlannedChange> surprises(RandomImport random) {
    List<PlannedChange> first = lines(random.plan());
    Set<String> announced = new TreeSet<>();
    for (PlannedChange line : first) {
      if (line.diagnostics().contains(UniqueClaims.WAITS)) {
        announced.add(String.valueOf(line.externalId()));
      }
    }
    World after = Applying.applied(random.world(), random.rules().app(), first);
    List<PlannedChange> surprises = new ArrayList<>();
    for (PlannedChange line : lines(EnginePlanner.plan(after, random.feed(), random.rules()))) {
      boolean writes = WRITING.contains(line.outcome()) || line.status() != null;
      if (writes && !announced.contains(String.valueOf(line.externalId()))) {
        surprises.add(line);
      }
    }
    return surprises;
  }

  @Test
  void onlyTheHighestSourceChangesAStatus() {
    forEach(
        1000,
        random -> {
          for (PlannedChange line : lines(random.plan())) {
            StatusChange status = line.status();
            if (status != null && status.from() != null) {
              String person = Objects.requireNonNull(line.userId());
              assertTrue(isHighest(random, person, status), () -> line + random.described());
            }
          }
        });
  }

  /** Losses ask who is assigned, returns who has any row. */
  private static boolean isHighest(RandomImport random, String person, StatusChange status) {
    boolean returns = status.because() == StatusReason.REACTIVATED_IN_SOURCE;
    List<String> higher = new ArrayList<>(random.rules().sources());
    int rank = higher.indexOf(random.rules().app());
    return rank >= 0
        && higher.subList(0, rank).stream()
            .map(app -> random.world().rows(app).get(person))
            .noneMatch(row -> row != null && (returns || isAssigned(row)));
  }

  private static boolean isAssigned(Row row) {
    return row.externalId() != null && row.status().isActive();
  }

  @Test
  void theReportAddsUp() {
    forEach(
        1000,
        random -> {
          ImportPlan plan = random.plan();
          UserCounts counts = plan.report().users();
          List<PlannedChange> lines = lines(plan);
          assertEquals(
              counts.scanned(),
              counts.created()
                  + counts.updated()
                  + counts.unchanged()
                  + counts.pendingExact()
                  + counts.pendingPartial()
                  + counts.pendingNew()
                  + counts.pendingActivation()
                  + counts.ambiguous()
                  + counts.conflict()
                  + counts.ignored()
                  + counts.skipped()
                  + counts.errors()
                  + counts.removedInactive());
          assertEquals(lines.size(), counts.scanned() + counts.removed());
          long removed = lines.stream().filter(line -> line.outcome() == Outcome.REMOVED).count();
          assertEquals(removed, plan.report().safeguard().unassignments());
          assertEquals(removed, counts.removed() + counts.removedInactive());
        });
  }

  /** Nothing follows from who is missing in a feed that is broken, incremental or unproven. */
  @Test
  void noBrokenFeedTakesAnybodyWhoIsMissing() {
    forEach(
        1000,
        random -> {
          Feed broken =
              new Feed(
                  random.feed().records(),
                  random.feed().groups(),
                  "CUT_OFF",
                  random.feed().proven());
          ImportPlan plan = EnginePlanner.plan(random.world(), broken, random.rules());
          assertEquals(0, plan.report().users().removed());
          Set<String> sent = new TreeSet<>();
          broken.records().forEach(each -> sent.add(String.valueOf(each.externalId())));
          for (PlannedChange line : lines(plan)) {
            assertTrue(sent.contains(String.valueOf(line.externalId())));
          }
        });
  }

  /** In every locale and zone, in any order of the feed, and with any number of plans at once. */
  @Test
  void theBytesDependOnNothingElse() throws Exception {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    List<byte[]> expected = bytesOfAll(0, 1);
    try {
      long shuffle = 1;
      for (String tag : List.of("en-US", "tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist")) {
        for (String id : List.of("UTC", "Asia/Tokyo", "America/St_Johns")) {
          for (int threads : new int[] {1, 2, 8}) {
            Locale.setDefault(Locale.forLanguageTag(tag));
            TimeZone.setDefault(TimeZone.getTimeZone(id));
            List<byte[]> actual = bytesOfAll(shuffle++, threads);
            for (int index = 0; index < expected.size(); index++) {
              assertArrayEquals(expected.get(index), actual.get(index), tag + " " + id);
            }
          }
        }
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static List<byte[]> bytesOfAll(long shuffle, int threads) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<byte[]>> plans = new ArrayList<>();
      for (long seed = 0; seed < (PROOF ? 400 : 24); seed++) {
        long which = seed;
        plans.add(pool.submit(() -> bytes(which, shuffle)));
      }
      List<byte[]> bytes = new ArrayList<>();
      for (Future<byte[]> plan : plans) {
        bytes.add(plan.get());
      }
      return bytes;
    } finally {
      pool.shutdownNow();
    }
  }

  private static byte[] bytes(long seed, long shuffle) {
    RandomImport random = RandomImport.of(seed);
    List<Sent> records = new ArrayList<>(random.feed().records());
    Collections.shuffle(records, new Random(shuffle));
    Feed feed = random.feed().of(records);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PlanWriter.write(EnginePlanner.plan(random.world(), feed, random.rules()), out, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
