package io.attune.expression;

import org.jspecify.annotations.Nullable;

/** Stands where an error was reported, so that the rest is checked too. It is never run. */
final class BrokenNode extends Node {
  private static final Kinds ALL = new Kinds((1 << Kind.values().length) - 1);

  BrokenNode(int column) {
    super(column, ALL);
  }

  @Override
  @Nullable Object value(Evaluator evaluator) {
    throw new IllegalStateException("a refused expression was run");
  }
}
