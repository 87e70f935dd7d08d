package io.attune.sourcing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The share of an app's people that all imports of some days together may take the app from, so
 * that five runs of 19 % do not pass where one of 20 % may not. Beyond Okta, and off unless set.
 *
 * @param days how far back runs count, 1 to 366
 * @param limit the share of the people who had the app when the window began
 */
public record RollingWindow(int days, ImportSafeguard limit) {
  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if {@code days} is outside 1 to 366
   */
  public RollingWindow {
    if (days < 1 || days > 366) {
      throw new IllegalArgumentException("a window has 1 to 366 days, got " + days);
    }
  }

  /**
   * An import that was applied.
   *
   * @param time of its plan
   * @param unassignments how many people it took the app from
   * @param approved whether a person approved exactly it: the count starts again after it
   */
  public record Run(Instant time, int unassignments, boolean approved) {}

  /**
   * What a window says of one more import.
   *
   * @param earlier unassignments of the runs that count
   * @param population people who had the app when the window began: those who have it now, and
   *     those who lost it since
   * @param allowed how many more may go
   * @param pauses whether this import takes more than that
   */
  public record Finding(int earlier, int population, int allowed, boolean pauses) {}

  /**
   * Judges an import.
   *
   * @param time of its plan; a run that says a later time counts all the same
   * @param runs of the same app, oldest first
   * @param unassigned how many people it takes the app from
   * @param population active links before it
   */
  public Finding check(Instant time, List<Run> runs, int unassigned, int population) {
    int earlier = 0;
    for (Run run : runs) {
      if (run.approved()) {
        earlier = 0;
      } else if (run.time().isAfter(time.minus(Duration.ofDays(days)))) {
        earlier = Math.addExact(earlier, run.unassignments());
      }
    }
    int before = Math.addExact(population, earlier);
    int allowed = Math.max(0, limit.allowed(before) - earlier);
    boolean pauses = unassigned > 0 && limit.pauses(earlier + unassigned, before);
    return new Finding(earlier, before, allowed, pauses);
  }
}
