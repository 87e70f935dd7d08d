package io.attune.mapping;

import io.attune.expression.EvaluationFailure;
import io.attune.expression.EvaluationWarning;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table gives for one person, by slot of the target schema. A failure is never a value.
 * Source: okta-behaviour 1.5.
 */
public final class MappingOutcome {
  /** What became of one target attribute. */
  public enum State {
    /** No mapping writes it. */
    UNMAPPED,
    /** Its expression gave a value. */
    VALUE,
    /** Its expression gave null: the target is to be cleared. */
    ABSENT,
    /** Its expression failed. */
    FAILED
  }

  /**
   * A warning and the attribute whose expression gave it.
   *
   * @param slot of the target
   * @param warning what to know
   */
  public record Warning(int slot, EvaluationWarning warning) {}

  private final State[] states;
  private final @Nullable Object[] results;
  private final List<Warning> warnings;

  MappingOutcome(State[] states, @Nullable Object[] results, List<Warning> warnings) {
    this.states = states;
    this.results = results;
    this.warnings = warnings;
  }

  /** What became of the attribute in a slot. */
  public State state(int slot) {
    return states[slot];
  }

  /** The value in a slot; null unless its state is VALUE. */
  public @Nullable Object value(int slot) {
    return states[slot] == State.VALUE ? results[slot] : null;
  }

  /** Why the expression of a slot failed; null unless its state is FAILED. */
  public @Nullable EvaluationFailure failure(int slot) {
    return results[slot] instanceof EvaluationFailure failure ? failure : null;
  }

  /** What the expressions warned of, in slot order. */
  public List<Warning> warnings() {
    return warnings;
  }

  /** Names states, never a value: profiles are personal data. */
  @Override
  public String toString() {
    return "MappingOutcome" + Arrays.toString(states);
  }
}
