package io.attune.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps of a path at run time. Source: expression-language 1. */
final class StepNodes {
  private StepNodes() {}

  /** {@code a[index]}. */
  static final class Element extends Node {
    private final Node base;
    private final int indexColumn;
    private final long index;

    Element(int column, Node base, int indexColumn, long index) {
      super(column, base.kinds.elements().orNull());
      this.base = base;
      this.indexColumn = indexColumn;
      this.index = index;
    }

    @Override
    @Nullable Object value(Evaluator evaluator) {
      Object value = base.value(evaluator);
      if (value instanceof List<?> list) {
        return element(evaluator, indexColumn, list, index);
      }
      if (value == null) {
        throw nullHasNoMember(evaluator, column);
      }
      throw Values.wrongKind(evaluator, column, "an array", value);
    }
  }

  /** The element at a place counted from 0. */
  static @Nullable Object element(Evaluator evaluator, int column, List<?> list, long index) {
    if (index >= 0 && index < list.size()) {
      return list.get((int) index);
    }
    throw evaluator.fail(
        FailureCode.INDEX_OUT_OF_RANGE,
        column,
        "the array has no element at this place; places count from 0");
  }

  static Abort nullHasNoMember(Evaluator evaluator, int column) {
    return evaluator.fail(
        FailureCode.NULL_HAS_NO_MEMBER, column, "this is null, which has no members or methods");
  }
}
