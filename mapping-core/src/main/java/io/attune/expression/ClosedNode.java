package io.attune.expression;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of an expression without a target, as a closed value: a time and a country code as
 * text, a user or a group not at all. Source: expression-language 4.
 */
final class ClosedNode extends Node {
  private static final Kinds OPEN = Kinds.of(Kind.USER, Kind.GROUP, Kind.CRITERIA);

  /** The kinds of which nothing can be stored. */
  static final Kinds NOT_STORABLE = OPEN.or(Kinds.of(Kind.GROUP_ARRAY));

  /** The kinds of which this makes something else. */
  static final Kinds CHANGED = OPEN.or(Kinds.of(Kind.TIME, Kind.COUNTRY_CODE));

  private final Node node;

  ClosedNode(Node node) {
    super(node.column, node.kinds.without(CHANGED).or(Kinds.TEXT));
    this.node = node;
  }

  @Override
  @Nullable Object value(Evaluator evaluator) {
    return closed(evaluator, column, node.value(evaluator));
  }

  /** A value as one that can be stored, or be an element. */
  static @Nullable Object closed(Evaluator evaluator, int column, @Nullable Object value) {
    if (value instanceof OffsetDateTime time) {
      return IsoTime.write(time);
    }
    if (value instanceof Country country) {
      return country.alpha2();
    }
    boolean groups =
        value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Group;
    if (groups || NOT_STORABLE.has(Kind.of(value))) {
      throw evaluator.fail(
          FailureCode.NOT_A_VALUE,
          column,
          "this is " + Values.article(Kind.of(value).label()) + ", which cannot be stored");
    }
    return value;
  }
}
