package io.attune.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan comes to. Source: formats, Plan.
 *
 * @param users the counts, in the order of the format
 * @param completeness whether the feed proved its end
 * @param incomplete why the run is incomplete, or null
 * @param safeguard what the safeguards say
 */
public record ImportReport(
    UserCounts users,
    Completeness completeness,
    @Nullable String incomplete,
    SafeguardReport safeguard) {
  /** Whether absence may be concluded from a feed. */
  public enum Completeness {
    PROVEN,
    UNPROVEN,
    INCOMPLETE
  }

  /** Whether the plan may run. */
  public enum Verdict {
    PROCEED,
    PAUSE
  }

  /** Which limit paused a plan. */
  public enum Limit {
    APP,
    ORG,
    COMPLETENESS
  }

  /**
   * The safeguards' verdict on the whole plan.
   *
   * @param verdict proceed or pause
   * @param limit which limit was passed first, or null
   * @param unassignments how many people lose this app
   * @param people their ids if the plan is paused, else empty; in byte order
   * @param app the app's own limit
   * @param org the org's limit
   */
  public record SafeguardReport(
      Verdict verdict,
      @Nullable Limit limit,
      int unassignments,
      List<String> people,
      LimitReport app,
      LimitReport org) {
    /** Copies the list. */
    public SafeguardReport {
      people = List.copyOf(people);
    }
  }

  /**
   * One limit and how near the plan comes to it.
   *
   * @param population active links before the import
   * @param unassigned how many of them this plan removes
   * @param percent the limit
   * @param applies whether the limit is on and the population large enough
   * @param allowed the most unassignments that still proceed; the population where it does not
   *     apply
   */
  public record LimitReport(
      int population, int unassigned, int percent, boolean applies, int allowed) {}
}
