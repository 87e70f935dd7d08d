package io.attune.expression;

import io.attune.profile.UnusableNumber;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One argument of a call, and how its parameter takes it. */
final class Argument {
  final Node node;
  final Function.Parameter parameter;

  /** Whether null reaches the body; what a method is called on may never be null. */
  final boolean nullable;

  private final boolean isText;

  Argument(Node node, Function.Parameter parameter, boolean isReceiver) {
    this.node = node;
    this.parameter = parameter;
    this.nullable = parameter.nullable() && !isReceiver;
    this.isText = parameter.want().isText();
  }

  /** The argument as the parameter wants it, or null. */
  @Nullable Object value(Evaluator evaluator) {
    return isText ? node.text(evaluator) : ofKind(evaluator);
  }

  /** The argument of a parameter that wants a text. */
  @Nullable String text(Evaluator evaluator) {
    return node instanceof SlotNode slot
        ? slot.text(evaluator)
        : node instanceof ConstantNode constant ? constant.text(evaluator) : node.text(evaluator);
  }

  /** The argument of a parameter that wants an integer. */
  @Nullable Long integer(Evaluator evaluator) {
    Object value =
        node instanceof ConstantNode constant ? constant.value(evaluator) : node.value(evaluator);
    if (value == null || value instanceof Long) {
      return (Long) value;
    }
    throw Values.wrongKind(evaluator, node.column, "an integer", value);
  }

  private @Nullable Object ofKind(Evaluator evaluator) {
    return switch (parameter.want()) {
      case TEXT, LITERAL, PATTERN -> text(evaluator);
      case INTEGER -> integer(evaluator);
      case ARRAY -> closedList(evaluator);
      case COUNTED -> Lists.of(evaluator, node);
      case TEXT_OR_NUMBER, ANY -> closed(evaluator);
      case CRITERIA -> of(Criteria.class, "a map", evaluator);
      case TIME -> of(OffsetDateTime.class, "a time", evaluator);
      case COUNTRY -> of(Country.class, "a country code", evaluator);
    };
  }

  private @Nullable Object of(Class<?> type, String wanted, Evaluator evaluator) {
    Object value = node.value(evaluator);
    if (value == null || type.isInstance(value)) {
      return value;
    }
    throw Values.wrongKind(evaluator, node.column, wanted, value);
  }

  private @Nullable List<?> closedList(Evaluator evaluator) {
    List<?> list = Lists.of(evaluator, node);
    if (list != null && !list.isEmpty() && list.get(0) instanceof Group) {
      throw Values.wrongKind(evaluator, node.column, "an array of values", list);
    }
    return list;
  }

  private @Nullable Object closed(Evaluator evaluator) {
    Object value = node.value(evaluator);
    boolean closed = Kinds.CLOSED.has(Kind.of(value)) && value != UnusableNumber.INSTANCE;
    if (value == null || closed) {
      return value;
    }
    throw Values.wrongKind(evaluator, node.column, "a text, number, boolean or array", value);
  }
}
