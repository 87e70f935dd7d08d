package io.attune.plan;

import io.attune.plan.ImportReport.EffectReport;
import io.attune.plan.ImportReport.Held;
import io.attune.plan.ImportReport.Limit;
import io.attune.plan.ImportReport.LimitReport;
import io.attune.plan.ImportReport.SafeguardReport;
import io.attune.plan.ImportReport.Verdict;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.PlannedChange.StatusReason;
import io.attune.sourcing.Effect;
import io.attune.sourcing.UserStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The safe part of a paused plan: every line that has an effect of which there was too much is held
 * and writes nothing; all the others stand. Which of too many would be right nobody can tell, so
 * none of them is applied. A pure function of the plan.
 */
public final class HeldPlan implements ImportPlan {
  private final ImportPlan whole;
  private final Limit limit;
  private final Map<Effect, EffectReport> tooMany;
  private final ImportReport report;

  private HeldPlan(ImportPlan whole, Limit limit) {
    this.whole = whole;
    this.limit = limit;
    this.tooMany = tooMany(whole.report().safeguard(), limit);
    HeldCounts counts = new HeldCounts(whole.report());
    whole.forEachLine(
        line -> {
          if (isHeld(line)) {
            counts.hold(line);
          } else {
            counts.keep(line);
          }
        });
    this.report = counts.report(limit, List.copyOf(tooMany.values()));
  }

  /** The plan itself if it may run, else its safe part. */
  public static ImportPlan of(ImportPlan plan) {
    Limit limit = plan.report().safeguard().limit();
    return limit == null ? plan : new HeldPlan(plan, limit);
  }

  /** The effects of which there is too much, in the order of {@link Effect}. */
  private static Map<Effect, EffectReport> tooMany(SafeguardReport safeguard, Limit limit) {
    Map<Effect, EffectReport> tooMany = new EnumMap<>(Effect.class);
    int people = safeguard.unassignments();
    LimitReport app = safeguard.app();
    switch (limit) {
      case APP -> unassigned(tooMany, people, app.allowed());
      case ORG -> unassigned(tooMany, people, safeguard.org().allowed());
      case COMPLETENESS -> unassigned(tooMany, people, app.population() / 2);
      default -> {
        // An effect's own limit: it is among the effects below.
      }
    }
    for (EffectReport effect : safeguard.effects()) {
      if (effect.people() > effect.allowed()) {
        tooMany.putIfAbsent(effect.effect(), effect);
      }
    }
    return tooMany;
  }

  private static void unassigned(Map<Effect, EffectReport> tooMany, int people, int allowed) {
    tooMany.put(Effect.UNASSIGNED, new EffectReport(Effect.UNASSIGNED, people, allowed));
  }

  private boolean isHeld(PlannedChange line) {
    return LineEffects.of(line).stream().anyMatch(tooMany::containsKey);
  }

  @Override
  public RecordMemory memory() {
    return whole.memory();
  }

  @Override
  public ImportRun run() {
    return whole.run();
  }

  @Override
  public Sha256 records() {
    return whole.records();
  }

  @Override
  public void forEachLine(Consumer<? super PlannedChange> each) {
    whole.forEachLine(line -> each.accept(isHeld(line) ? held(line) : line));
  }

  private PlannedChange held(PlannedChange line) {
    List<Diagnostic> diagnostics = new ArrayList<>(line.diagnostics());
    diagnostics.add(
        new Diagnostic(
            "HELD_BY_SAFEGUARD", null, "would be " + line.outcome() + ", limit " + limits(line)));
    return new PlannedChange(
        line.externalId(),
        Outcome.HELD,
        line.userId(),
        line.match(),
        List.of(),
        null,
        null,
        diagnostics);
  }

  /** Which limits hold a line: a share by its own name, a limit in numbers by its effect's. */
  private String limits(PlannedChange line) {
    boolean share =
        Arrays.stream(Effect.values()).noneMatch(each -> limit.name().equals(each.name()));
    return LineEffects.of(line).stream()
        .filter(tooMany::containsKey)
        .map(effect -> share && effect == Effect.UNASSIGNED ? limit.name() : effect.name())
        .collect(Collectors.joining(", "));
  }

  @Override
  public ImportReport report() {
    return report;
  }

  /** Counts what is left of a report when lines are held. */
  private static final class HeldCounts {
    private final ImportReport whole;
    private final List<String> people = new ArrayList<>();
    private final Map<Effect, Integer> left = new EnumMap<>(Effect.class);
    private int lines;
    private int updated;
    private int linked;
    private int removed;
    private int removedInactive;
    private int reactivated;
    private int suspended;
    private int deactivated;

    HeldCounts(ImportReport whole) {
      this.whole = whole;
    }

    void keep(PlannedChange line) {
      LineEffects.of(line).forEach(effect -> left.merge(effect, 1, Integer::sum));
    }

    void hold(PlannedChange line) {
      lines++;
      if (line.userId() != null) {
        people.add(line.userId());
      }
      if (line.outcome() == Outcome.REMOVED) {
        boolean inactive = line.link() != null && line.link().to() == AppUserStatus.INACTIVE;
        removedInactive += inactive ? 1 : 0;
        removed += inactive ? 0 : 1;
      } else {
        updated++;
        linked += line.outcome() == Outcome.LINK ? 1 : 0;
      }
      if (line.status() != null) {
        reactivated += line.status().because() == StatusReason.REACTIVATED_IN_SOURCE ? 1 : 0;
        suspended += line.status().to() == UserStatus.SUSPENDED ? 1 : 0;
        deactivated += line.status().to() == UserStatus.DEPROVISIONED ? 1 : 0;
      }
    }

    ImportReport report(Limit limit, List<EffectReport> tooMany) {
      UserCounts users = whole.users();
      SafeguardReport safeguard = whole.safeguard();
      int unassignments = safeguard.unassignments() - removed - removedInactive;
      people.sort(Unseen.BYTES);
      return whole.with(
          new UserCounts(
              users.scanned(),
              users.created(),
              users.updated() - updated,
              users.linked() - linked,
              users.unchanged(),
              users.removed() - removed,
              users.removedInactive() - removedInactive,
              users.pendingExact(),
              users.pendingPartial(),
              users.pendingNew(),
              users.pendingActivation(),
              users.ambiguous(),
              users.conflict(),
              users.ignored(),
              users.skipped(),
              users.errors(),
              users.reactivated() - reactivated,
              users.suspended() - suspended,
              users.deactivated() - deactivated),
          new SafeguardReport(
              Verdict.PROCEED,
              null,
              unassignments,
              List.of(),
              with(safeguard.app(), unassignments),
              with(safeguard.org(), unassignments),
              safeguard.effects().stream().map(this::left).toList(),
              new Held(limit, lines, lines - removed, people, tooMany)));
    }

    private EffectReport left(EffectReport effect) {
      return new EffectReport(
          effect.effect(), left.getOrDefault(effect.effect(), 0), effect.allowed());
    }

    private static LimitReport with(LimitReport limit, int unassigned) {
      return new LimitReport(
          limit.population(), unassigned, limit.percent(), limit.applies(), limit.allowed());
    }
  }
}
