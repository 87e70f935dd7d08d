package io.attune.expression;

import io.attune.profile.UnusableNumber;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call of a function, in either form. Source: expression-language 3. */
final class FunctionNode extends Node {
  /** How the receiver of a method takes being null. */
  enum Receiver {
    /** There is none: this is the function form. */
    NONE,
    /** {@code a.f()}: null has no members. */
    PLAIN,
    /** {@code a?.f()}: null stays null. */
    SAFE
  }

  private final Function function;
  private final Node[] arguments;
  private final Receiver receiver;

  FunctionNode(int column, Function function, List<Node> arguments, Receiver receiver) {
    super(
        column,
        receiver == Receiver.SAFE && arguments.get(0).kinds.mayBeNull()
            ? function.result().orNull()
            : function.result());
    this.function = function;
    this.arguments = arguments.toArray(Node[]::new);
    this.receiver = receiver;
  }

  @Override
  @Nullable Object value(Evaluator evaluator) {
    @Nullable Object[] values = new @Nullable Object[arguments.length];
    for (int index = 0; index < values.length; index++) {
      Object value = argument(evaluator, index);
      if (index == 0 && value == null && receiver != Receiver.NONE) {
        if (receiver == Receiver.SAFE) {
          return null;
        }
        throw evaluator.fail(
            FailureCode.NULL_HAS_NO_MEMBER, column, "this is null and has no members");
      }
      values[index] = value;
    }
    evaluator.budget().steps(evaluator, column, values.length + 1L);
    return function.body().call(new Arguments(evaluator, column, values));
  }

  private @Nullable Object argument(Evaluator evaluator, int index) {
    Node node = arguments[index];
    Function.Parameter parameter = function.parameter(index);
    Object value =
        switch (parameter.want()) {
          case TEXT, LITERAL, PATTERN -> node.text(evaluator);
          case INTEGER -> integer(evaluator, node);
          case ARRAY -> closedList(evaluator, node);
          case COUNTED -> Lists.of(evaluator, node);
          case TEXT_OR_NUMBER, ANY -> closed(evaluator, node);
          case CRITERIA -> of(Criteria.class, "a map", evaluator, node);
          case TIME -> of(OffsetDateTime.class, "a time", evaluator, node);
          case COUNTRY -> of(Country.class, "a country code", evaluator, node);
        };
    boolean isReceiver = index == 0 && receiver != Receiver.NONE;
    if (value == null && !parameter.nullable() && !isReceiver) {
      throw evaluator.fail(
          FailureCode.NULL_ARGUMENT,
          node.column,
          "`" + parameter.name() + "` of `" + function.name() + "` is null");
    }
    return value;
  }

  private static @Nullable Object integer(Evaluator evaluator, Node node) {
    Object value = node.value(evaluator);
    if (value == null || value instanceof Long) {
      return value;
    }
    throw Values.wrongKind(evaluator, node.column, "an integer", value);
  }

  private static @Nullable Object of(Class<?> type, String wanted, Evaluator evaluator, Node node) {
    Object value = node.value(evaluator);
    if (value == null || type.isInstance(value)) {
      return value;
    }
    throw Values.wrongKind(evaluator, node.column, wanted, value);
  }

  private static @Nullable List<?> closedList(Evaluator evaluator, Node node) {
    List<?> list = Lists.of(evaluator, node);
    if (list != null && !list.isEmpty() && list.get(0) instanceof Group) {
      throw Values.wrongKind(evaluator, node.column, "an array of values", list);
    }
    return list;
  }

  private static @Nullable Object closed(Evaluator evaluator, Node node) {
    Object value = node.value(evaluator);
    boolean closed = Kinds.CLOSED.has(Kind.of(value)) && value != UnusableNumber.INSTANCE;
    if (value == null || closed) {
      return value;
    }
    throw Values.wrongKind(evaluator, node.column, "a text, number, boolean or array", value);
  }
}
