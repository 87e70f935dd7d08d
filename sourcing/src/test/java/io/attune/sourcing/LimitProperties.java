package io.attune.sourcing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.sourcing.ImportSafeguard.Comparison;
import io.attune.sourcing.RollingWindow.Run;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Limits are exact to one person, and more people never pass where fewer do not. */
class LimitProperties {
  private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

  private static boolean tooMany(int percent, Comparison comparison, int gone, int population) {
    int compared =
        BigInteger.valueOf(gone)
            .multiply(BigInteger.valueOf(100))
            .compareTo(BigInteger.valueOf(percent).multiply(BigInteger.valueOf(population)));
    return gone > 0 && (comparison == Comparison.STRICT ? compared > 0 : compared >= 0);
  }

  @Property
  void aShareIsExactToOnePerson(
      @ForAll @IntRange(max = 100) int percent,
      @ForAll @IntRange(max = 2_000_000_000) int population,
      @ForAll @IntRange(max = 1000) int minimum,
      @ForAll Comparison comparison,
      @ForAll @IntRange(min = -2, max = 2) int beside) {
    ImportSafeguard limit = new ImportSafeguard(true, percent, minimum, comparison);
    int allowed = limit.allowed(population);
    int gone = Math.max(0, Math.min(population, allowed + beside));
    boolean expected = population >= minimum && tooMany(percent, comparison, gone, population);
    assertEquals(expected, limit.pauses(gone, population));
    if (population >= minimum) {
      boolean inclusiveOfNobody = comparison == Comparison.INCLUSIVE && gone == 0;
      assertEquals(gone > allowed && !inclusiveOfNobody, limit.pauses(gone, population));
    } else {
      assertEquals(population, allowed);
    }
  }

  @Property
  void aLimitInNumbersIsExactAndMonotone(
      @ForAll @IntRange(max = 1000) int most, @ForAll @IntRange(max = 2000) int people) {
    EffectLimits limits = new EffectLimits(Map.of(Effect.LINKED, most));
    assertEquals(people > most, limits.pauses(Effect.LINKED, people));
    assertTrue(!limits.pauses(Effect.LINKED, people) || limits.pauses(Effect.LINKED, people + 1));
    assertEquals(people > most ? Effect.LINKED : null, limits.first(Map.of(Effect.LINKED, people)));
    EffectLimits stricter = limits.and(new EffectLimits(Map.of(Effect.LINKED, most / 2)));
    assertTrue(!limits.pauses(Effect.LINKED, people) || stricter.pauses(Effect.LINKED, people));
  }

  /** However a loss is cut into runs, no more goes without approval than one run might take. */
  @Property
  void runsTogetherTakeNoMoreThanOneMay(
      @ForAll @IntRange(max = 60) int percent,
      @ForAll @IntRange(min = 1, max = 500) int population,
      @ForAll @IntRange(min = 1, max = 19) int eachPercent,
      @ForAll Comparison comparison) {
    ImportSafeguard share = new ImportSafeguard(true, percent, 1, comparison);
    RollingWindow window = new RollingWindow(7, share);
    List<Run> runs = new ArrayList<>();
    int left = population;
    for (int run = 0; run < 12; run++) {
      Instant time = NOW.plus(Duration.ofHours(12L * run));
      int goes = Math.max(1, left * eachPercent / 100);
      var found = window.check(time, runs, goes, left);
      assertEquals(population, found.population(), "what the window began with");
      assertEquals(
          tooMany(percent, comparison, population - left + goes, population), found.pauses());
      assertTrue(!found.pauses() || window.check(time, runs, goes + 1, left).pauses());
      if (found.pauses() || goes > left) {
        return;
      }
      runs.add(new Run(time, goes, false));
      left -= goes;
    }
  }

  @Property
  void anApprovedRunAndWhatIsOlderThanTheWindowDoNotCount(
      @ForAll @IntRange(min = 1, max = 30) int days,
      @ForAll @IntRange(min = 1, max = 100) int gone) {
    RollingWindow window =
        new RollingWindow(days, new ImportSafeguard(true, 20, 1, Comparison.STRICT));
    Run old = new Run(NOW.minus(Duration.ofDays(days)), gone, false);
    assertEquals(0, window.check(NOW, List.of(old), 1, 100).earlier());
    Run young = new Run(NOW.minus(Duration.ofDays(days)).plusMillis(1), gone, false);
    assertEquals(gone, window.check(NOW, List.of(young), 1, 100).earlier());
    Run approved = new Run(NOW, 50, true);
    assertEquals(0, window.check(NOW, List.of(young, approved), 1, 100).earlier());
  }
}
