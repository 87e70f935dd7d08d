package io.attune.plan;

import io.attune.plan.PlannedChange.PlannedValue;
import io.attune.plan.PlannedChange.StatusReason;
import io.attune.plan.PlannedChange.Target;
import io.attune.sourcing.Effect;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which effects that can be limited a line of a plan has. */
final class LineEffects {
  private LineEffects() {}

  static Set<Effect> of(PlannedChange line) {
    EnumSet<Effect> effects = EnumSet.noneOf(Effect.class);
    if (line.outcome() == Outcome.REMOVED) {
      effects.add(Effect.UNASSIGNED);
    }
    if (line.outcome() == Outcome.LINK) {
      effects.add(Effect.LINKED);
    }
    if (line.status() != null && line.status().because() == StatusReason.REACTIVATED_IN_SOURCE) {
      effects.add(Effect.REACTIVATED);
    }
    for (PlannedValue value : line.changes()) {
      add(value, effects);
    }
    return effects;
  }

  private static void add(PlannedValue value, Set<Effect> effects) {
    if (value.on() != Target.USER || isBlank(value.from())) {
      return;
    }
    if (isBlank(value.to())) {
      effects.add(Effect.BLANKED);
    }
    if (value.attribute().equals("login")) {
      effects.add(Effect.USERNAMES);
    }
  }

  private static boolean isBlank(@Nullable Object value) {
    return value == null || value.equals("");
  }
}
