package io.attune.plan;

import io.attune.plan.ImportReport.EffectReport;
import io.attune.plan.ImportReport.Limit;
import io.attune.plan.ImportReport.SafeguardReport;
import io.attune.plan.ImportReport.Verdict;
import io.attune.sourcing.Effect;
import io.attune.sourcing.EffectLimits;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Judges a plan by the limits on its effects. Shares come first: a plan that they pause keeps their
 * verdict, and only says how near it comes to these limits.
 */
final class EffectSafeguard {
  private final EffectLimits limits;
  private final Map<Effect, Integer> counts = new EnumMap<>(Effect.class);
  private final Map<Effect, List<String>> people = new EnumMap<>(Effect.class);

  private EffectSafeguard(EffectLimits limits) {
    this.limits = limits;
  }

  /**
   * The verdict with these limits in it.
   *
   * @param lines hands over every line of the plan
   */
  static SafeguardReport judge(
      SafeguardReport shares,
      EffectLimits limits,
      Consumer<Consumer<? super PlannedChange>> lines) {
    if (limits.isEmpty()) {
      return shares;
    }
    EffectSafeguard effects = new EffectSafeguard(limits);
    lines.accept(effects::add);
    return effects.report(shares);
  }

  private void add(PlannedChange line) {
    for (Effect effect : LineEffects.of(line)) {
      counts.merge(effect, 1, Integer::sum);
      if (line.userId() != null) {
        people.computeIfAbsent(effect, each -> new ArrayList<>()).add(line.userId());
      }
    }
  }

  private SafeguardReport report(SafeguardReport shares) {
    List<EffectReport> effects = new ArrayList<>();
    limits
        .most()
        .forEach(
            (effect, most) ->
                effects.add(new EffectReport(effect, counts.getOrDefault(effect, 0), most)));
    Effect first = limits.first(counts);
    if (first == null || shares.verdict() == Verdict.PAUSE) {
      return shares.with(effects);
    }
    List<String> concerned = new ArrayList<>(people.getOrDefault(first, List.of()));
    concerned.sort(Unseen.BYTES);
    return new SafeguardReport(
        Verdict.PAUSE,
        Limit.valueOf(first.name()),
        shares.unassignments(),
        concerned,
        shares.app(),
        shares.org(),
        effects,
        null);
  }
}
