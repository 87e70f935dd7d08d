package io.attune.sourcing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.sourcing.ImportSafeguard.Comparison;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** A limit is exact at its boundary, and never lets more go than less. */
class ImportSafeguardTest {
  /** Every percentage and population up to 130, against exact fractions. */
  @Test
  void agreesWithExactFractions() {
    for (Comparison comparison : Comparison.values()) {
      for (int percent = 0; percent <= 100; percent++) {
        ImportSafeguard safeguard = new ImportSafeguard(true, percent, 0, comparison);
        for (int population = 1; population <= 130; population += 1 + population / 40) {
          boolean pausedBefore = false;
          for (int lost = 0; lost <= population; lost++) {
            boolean pauses = safeguard.pauses(lost, population);
            assertEquals(pausesByFractions(comparison, percent, lost, population), pauses);
            assertEquals(pauses, lost > safeguard.allowed(population) && lost > 0);
            assertEquals(pauses || pausedBefore, pauses, "fewer were too many");
            pausedBefore = pauses;
          }
        }
      }
    }
  }

  private static boolean pausesByFractions(
      Comparison comparison, int percent, int lost, int population) {
    BigDecimal share = BigDecimal.valueOf(lost).multiply(BigDecimal.valueOf(100));
    BigDecimal limit = BigDecimal.valueOf(percent).multiply(BigDecimal.valueOf(population));
    int order = share.compareTo(limit);
    return lost > 0 && (comparison == Comparison.STRICT ? order > 0 : order >= 0);
  }

  @Test
  void countsOnlyFromItsSmallestPopulationOn() {
    ImportSafeguard app = ImportSafeguard.ofApp(true, 20, 100, Comparison.STRICT);
    assertFalse(app.applies(100));
    assertTrue(app.applies(101));
    assertEquals(100, app.allowed(100));
    assertEquals(20, app.allowed(101));
    assertFalse(app.pauses(100, 100));
    assertTrue(app.pauses(21, 101));
  }

  @Test
  void limitsNothingWhereItIsOff() {
    ImportSafeguard off = new ImportSafeguard(false, 0, 0, Comparison.INCLUSIVE);
    assertFalse(off.applies(1000));
    assertFalse(off.pauses(1000, 1000));
    assertEquals(1000, off.allowed(1000));
  }

  @Test
  void takesOnlyAPercentageAndAPopulation() {
    for (int percent : new int[] {-1, 101}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new ImportSafeguard(true, percent, 0, Comparison.STRICT));
    }
    assertThrows(
        IllegalArgumentException.class, () -> new ImportSafeguard(true, 20, -1, Comparison.STRICT));
    assertEquals(0, new ImportSafeguard(true, 0, 0, Comparison.STRICT).allowed(7));
    assertEquals(7, new ImportSafeguard(true, 100, 0, Comparison.STRICT).allowed(7));
  }
}
