package io.attune.sourcing;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many people one import may do something to, in numbers rather than shares. Beyond Okta, and
 * off unless set.
 *
 * @param most by effect, the most people that still proceed, at least 0; an effect that is not
 *     named has no limit
 */
public record EffectLimits(Map<Effect, Integer> most) {
  /** No limits. */
  public static final EffectLimits NONE = new EffectLimits(Map.of());

  /**
   * Checks and copies the limits.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public EffectLimits {
    EnumMap<Effect, Integer> copy = new EnumMap<>(Effect.class);
    copy.putAll(most);
    if (copy.values().stream().anyMatch(limit -> limit < 0)) {
      throw new IllegalArgumentException("a limit must not be negative");
    }
    most = Collections.unmodifiableMap(copy);
  }

  /** Both: of an effect that both limit, the smaller number. */
  public EffectLimits and(EffectLimits other) {
    EnumMap<Effect, Integer> both = new EnumMap<>(Effect.class);
    both.putAll(most);
    other.most.forEach((effect, limit) -> both.merge(effect, limit, Math::min));
    return new EffectLimits(both);
  }

  /** Whether there is no limit at all. */
  public boolean isEmpty() {
    return most.isEmpty();
  }

  /** Whether this many people are too many. */
  public boolean pauses(Effect effect, int people) {
    Integer limit = most.get(effect);
    return limit != null && people > limit;
  }

  /** The first effect, in the order of {@link Effect}, that goes too far; or null. */
  public @Nullable Effect first(Map<Effect, Integer> people) {
    for (Effect effect : most.keySet()) {
      if (pauses(effect, people.getOrDefault(effect, 0))) {
        return effect;
      }
    }
    return null;
  }
}
