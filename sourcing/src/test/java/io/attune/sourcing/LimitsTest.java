package io.attune.sourcing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.sourcing.ImportSafeguard.Comparison;
import io.attune.sourcing.RollingWindow.Finding;
import io.attune.sourcing.RollingWindow.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Edges of the limits beyond Okta's. Source: safeguards, "More limits". */
class LimitsTest {
  private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
  private static final ImportSafeguard SHARE = new ImportSafeguard(true, 20, 1, Comparison.STRICT);

  @ParameterizedTest(name = "{0} gone before, {1} now, of {2}: {3} more may go, pauses {4}")
  @CsvSource({
    "0, 20, 100, 20, false",
    "0, 21, 100, 20, true",
    "12, 8, 88, 8, false",
    "12, 9, 88, 8, true",
    // What is over the limit already lets nobody go, and pauses nothing that takes nobody away.
    "30, 1, 70, 0, true",
    "30, 0, 70, 0, false"
  })
  void aWindow(int earlier, int gone, int population, int allowed, boolean pauses) {
    List<Run> runs = List.of(new Run(NOW.minus(Duration.ofDays(1)), earlier, false));
    assertEquals(
        new Finding(earlier, population + earlier, allowed, pauses),
        new RollingWindow(7, SHARE).check(NOW, runs, gone, population));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 366})
  void aWindowOfSoManyDays(int days) {
    assertEquals(days, new RollingWindow(days, SHARE).days());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 367})
  void noWindowOfSoManyDays(int days) {
    assertThrows(IllegalArgumentException.class, () -> new RollingWindow(days, SHARE));
  }

  @Test
  void ofTwoLimitsTheSmallerHolds() {
    EffectLimits app = new EffectLimits(Map.of(Effect.LINKED, 5, Effect.BLANKED, 1));
    EffectLimits org = new EffectLimits(Map.of(Effect.LINKED, 3, Effect.USERNAMES, 2));
    Map<Effect, Integer> both = Map.of(Effect.LINKED, 3, Effect.BLANKED, 1, Effect.USERNAMES, 2);
    assertEquals(both, app.and(org).most());
    assertEquals(both, org.and(app).most());
    assertTrue(EffectLimits.NONE.isEmpty());
    assertFalse(app.isEmpty());
  }

  @Test
  void theFirstLimitInOrderIsNamed() {
    EffectLimits limits = new EffectLimits(Map.of(Effect.REACTIVATED, 0, Effect.BLANKED, 1));
    assertEquals(Effect.BLANKED, limits.first(Map.of(Effect.REACTIVATED, 1, Effect.BLANKED, 2)));
    assertEquals(
        Effect.REACTIVATED, limits.first(Map.of(Effect.REACTIVATED, 1, Effect.BLANKED, 1)));
    assertThrows(IllegalArgumentException.class, () -> new EffectLimits(Map.of(Effect.LINKED, -1)));
  }
}
