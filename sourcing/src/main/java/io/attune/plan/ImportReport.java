package io.attune.plan;

import io.attune.sourcing.Effect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan comes to. Source: formats, Plan.
 *
 * @param users the counts, in the order of the format
 * @param completeness whether the feed proved its end
 * @param incomplete why the run is incomplete, or null
 * @param safeguard what the safeguards say
 * @param groups what the lines about groups come to, or null where the feed holds no group
 */
public record ImportReport(
    UserCounts users,
    Completeness completeness,
    @Nullable String incomplete,
    SafeguardReport safeguard,
    @Nullable GroupReport groups) {
  /** The report of a feed without groups. */
  public ImportReport(
      UserCounts users,
      Completeness completeness,
      @Nullable String incomplete,
      SafeguardReport safeguard) {
    this(users, completeness, incomplete, safeguard, null);
  }

  /** The same with these groups. */
  ImportReport withGroups(@Nullable GroupReport newGroups) {
    return new ImportReport(users, completeness, incomplete, safeguard, newGroups);
  }

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
    COMPLETENESS,
    /** A limit in numbers on people who lose the app. */
    UNASSIGNED,
    BLANKED,
    USERNAMES,
    LINKED,
    REACTIVATED
  }

  /** The same with another verdict. */
  ImportReport with(SafeguardReport verdict) {
    return with(users, verdict);
  }

  /** The same with other counts and another verdict. */
  ImportReport with(UserCounts counts, SafeguardReport verdict) {
    return new ImportReport(counts, completeness, incomplete, verdict);
  }

  /**
   * The safeguards' verdict on the whole plan.
   *
   * @param verdict proceed or pause
   * @param limit which limit was passed first, or null
   * @param unassignments how many people lose this app
   * @param people ids of those whom the limit is about if the plan is paused, else empty; in byte
   *     order
   * @param app the app's own limit
   * @param org the org's limit
   * @param effects limits in numbers, where any are set
   * @param held what was held back so that the rest may run, or null
   */
  public record SafeguardReport(
      Verdict verdict,
      @Nullable Limit limit,
      int unassignments,
      List<String> people,
      LimitReport app,
      LimitReport org,
      List<EffectReport> effects,
      @Nullable Held held) {
    /** Copies the lists. */
    public SafeguardReport {
      people = List.copyOf(people);
      effects = List.copyOf(effects);
    }

    /** A verdict by shares alone. */
    public SafeguardReport(
        Verdict verdict,
        @Nullable Limit limit,
        int unassignments,
        List<String> people,
        LimitReport app,
        LimitReport org) {
      this(verdict, limit, unassignments, people, app, org, List.of(), null);
    }

    /** The same verdict, with what limits in numbers say. */
    SafeguardReport with(List<EffectReport> reports) {
      return new SafeguardReport(verdict, limit, unassignments, people, app, org, reports, held);
    }
  }

  /**
   * A limit in numbers and how near the plan comes to it.
   *
   * @param effect what is limited
   * @param people how many lines of the plan have it
   * @param allowed how many may
   */
  public record EffectReport(Effect effect, int people, int allowed) {}

  /**
   * What a plan leaves out so that the rest of it may run.
   *
   * @param limit why
   * @param lines how many lines are held
   * @param records how many of them are records of the feed
   * @param people ids of the people concerned, in byte order
   * @param limits of which effects there is too much, and how much is allowed of each
   */
  public record Held(
      Limit limit, int lines, int records, List<String> people, List<EffectReport> limits) {
    /** Copies the lists. */
    public Held {
      people = List.copyOf(people);
      limits = List.copyOf(limits);
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
