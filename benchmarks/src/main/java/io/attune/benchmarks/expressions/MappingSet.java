package io.attune.benchmarks.expressions;

import org.jspecify.annotations.Nullable;

/** Twelve expressions, ready to run. */
interface MappingSet {
  /** How many expressions a set has. */
  int SIZE = 12;

  /** Evaluates all of them for one person, into {@code out}. */
  void evaluate(PersonForms person, @Nullable Object[] out) throws Exception;
}
