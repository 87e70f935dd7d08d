package io.attune.workspace;

import io.attune.plan.ImportReport.EffectReport;
import io.attune.plan.ImportReport.Held;
import io.attune.plan.ImportReport.SafeguardReport;
import io.attune.plan.Sha256;
import io.attune.plan.json.PlanFile;
import io.attune.plan.json.TimeText;
import io.attune.sourcing.Effect;
import io.attune.sourcing.RollingWindow;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An app whose imports stand still until a person decides about one plan. Source: okta-behaviour
 * 6.9, 6.10.
 *
 * @param app whose plan it is
 * @param time of the plan, as Okta writes times
 * @param plan the plan's hash
 * @param limit which limit it passed, such as {@code APP} or {@code WINDOW}
 * @param unassignments how many people it would take the app from, or holds back from losing it
 * @param people how many people the limit is about; the unassignments where it is about those
 * @param population of how many
 * @param allowed how many that limit would let go
 * @param wholeOrg whether the imports of every app stand still
 * @param holds what the plan held back of while its safe part was applied: then only more of that
 *     stands still; empty where every import does
 */
public record Pause(
    String app,
    String time,
    Sha256 plan,
    String limit,
    int unassignments,
    int people,
    int population,
    int allowed,
    boolean wholeOrg,
    Set<Effect> holds) {
  /** Copies what is held, in the order of {@link Effect}. */
  public Pause {
    holds = Collections.unmodifiableSet(holds.isEmpty() ? Set.of() : EnumSet.copyOf(holds));
  }

  /** Whether the plan's safe part was applied. */
  public boolean held() {
    return !holds.isEmpty();
  }

  /** Whether a plan has effects of which some are held back. */
  boolean stops(PlanFile other) {
    return !held()
        || (holds.contains(Effect.UNASSIGNED) && other.unassignments() > 0)
        || other.safeguard().effects().stream()
            .anyMatch(effect -> effect.people() > 0 && holds.contains(effect.effect()));
  }

  /** The same, which holds back what another does, too. */
  Pause and(Pause other) {
    EnumSet<Effect> both = EnumSet.noneOf(Effect.class);
    both.addAll(holds);
    both.addAll(other.holds);
    return new Pause(
        app, time, plan, limit, unassignments, people, population, allowed, wholeOrg, both);
  }

  /** Where the plan is kept, relative to the workspace. */
  public String file() {
    return ".attune/paused/" + plan.hex() + ".jsonl";
  }

  /** Consent to the paused plan, as {@code --approve} takes it. */
  public String approval() {
    return plan.hex() + ":" + unassignments;
  }

  /** By the limit that the plan itself names. */
  static Pause of(PlanFile plan, boolean wholeOrg) {
    SafeguardReport safeguard = plan.safeguard();
    String limit = String.valueOf(plan.limit());
    EffectReport effect = effect(limit, safeguard.effects());
    int allowed =
        switch (limit) {
          case "ORG" -> safeguard.org().allowed();
          case "COMPLETENESS" -> safeguard.app().population() / 2;
          default -> effect == null ? safeguard.app().allowed() : effect.allowed();
        };
    int population = (limit.equals("ORG") ? safeguard.org() : safeguard.app()).population();
    int people = effect == null ? plan.unassignments() : effect.people();
    return of(plan, limit, plan.unassignments(), people, population, allowed, wholeOrg, Set.of());
  }

  /** By the runs of the last days together. */
  static Pause of(PlanFile plan, RollingWindow.Finding window, boolean wholeOrg) {
    int people = plan.unassignments();
    return of(
        plan, "WINDOW", people, people, window.population(), window.allowed(), wholeOrg, Set.of());
  }

  /** Of what a plan holds back. */
  static Pause of(PlanFile plan, Held held) {
    String limit = held.limit().name();
    EffectReport unassigned = effect(Effect.UNASSIGNED.name(), held.limits());
    EffectReport named = effect(limit, held.limits());
    EffectReport effect = named == null ? unassigned : named;
    SafeguardReport safeguard = plan.safeguard();
    EnumSet<Effect> holds = EnumSet.noneOf(Effect.class);
    held.limits().forEach(each -> holds.add(each.effect()));
    return of(
        plan,
        limit,
        unassigned == null ? 0 : unassigned.people(),
        effect == null ? held.people().size() : effect.people(),
        (limit.equals("ORG") ? safeguard.org() : safeguard.app()).population(),
        effect == null ? 0 : effect.allowed(),
        false,
        holds);
  }

  private static @Nullable EffectReport effect(String limit, List<EffectReport> effects) {
    return effects.stream()
        .filter(each -> each.effect().name().equals(limit))
        .findFirst()
        .orElse(null);
  }

  private static Pause of(
      PlanFile plan,
      String limit,
      int unassignments,
      int people,
      int population,
      int allowed,
      boolean wholeOrg,
      Set<Effect> holds) {
    return new Pause(
        plan.run().app(),
        TimeText.of(plan.run().time()),
        plan.hash(),
        limit,
        unassignments,
        people,
        population,
        allowed,
        wholeOrg,
        holds);
  }
}
