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
  private final Function.Body body;
  private final Node[] arguments;
  private final Function.Want[] wants;
  private final boolean[] texts;
  private final boolean[] nullables;
  private final Receiver receiver;

  FunctionNode(int column, Function function, List<Node> arguments, Receiver receiver) {
    super(
        column,
        receiver == Receiver.SAFE && arguments.get(0).kinds.mayBeNull()
            ? function.result().orNull()
            : function.result());
    this.function = function;
    this.body = function.body();
    this.arguments = arguments.toArray(Node[]::new);
    this.wants = new Function.Want[this.arguments.length];
    this.texts = new boolean[wants.length];
    this.nullables = new boolean[wants.length];
    for (int index = 0; index < wants.length; index++) {
      Function.Parameter parameter = function.parameter(index);
      wants[index] = parameter.want();
      texts[index] = parameter.want().isText();
      boolean isReceiver = index == 0 && receiver != Receiver.NONE;
      nullables[index] = parameter.nullable() && !isReceiver;
    }
    this.receiver = receiver;
  }

  Function function() {
    return function;
  }

  @Override
  @Nullable Object value(Evaluator evaluator) {
    int size = arguments.length;
    Arguments call = evaluator.arguments();
    int first = call.enter(size);
    for (int index = 0; index < size; index++) {
      Node node = arguments[index];
      Object value = texts[index] ? node.text(evaluator) : ofKind(evaluator, node, index);
      if (value == null && !nullables[index]) {
        call.leave(first);
        return ofNull(evaluator, index);
      }
      call.put(first + index, value);
    }
    evaluator.budget().steps(evaluator, column, size + 1L);
    Object result = body.call(call.of(first, size, column));
    call.leave(first);
    return result;
  }

  @Override
  @Nullable String text(Evaluator evaluator) {
    Object value = value(evaluator);
    return value == null || value instanceof String
        ? (String) value
        : Values.render(evaluator, column, value);
  }

  /** What an argument gives that must not be null and is. */
  private @Nullable Object ofNull(Evaluator evaluator, int index) {
    if (index > 0 || receiver == Receiver.NONE) {
      throw evaluator.fail(
          FailureCode.NULL_ARGUMENT,
          arguments[index].column,
          "`" + function.parameter(index).name() + "` of `" + function.name() + "` is null");
    }
    if (receiver == Receiver.SAFE) {
      return null;
    }
    throw evaluator.fail(FailureCode.NULL_HAS_NO_MEMBER, column, "this is null and has no members");
  }

  private @Nullable Object ofKind(Evaluator evaluator, Node node, int index) {
    return switch (wants[index]) {
      case TEXT, LITERAL, PATTERN -> node.text(evaluator);
      case INTEGER -> integer(evaluator, node);
      case ARRAY -> closedList(evaluator, node);
      case COUNTED -> Lists.of(evaluator, node);
      case TEXT_OR_NUMBER, ANY -> closed(evaluator, node);
      case CRITERIA -> of(Criteria.class, "a map", evaluator, node);
      case TIME -> of(OffsetDateTime.class, "a time", evaluator, node);
      case COUNTRY -> of(Country.class, "a country code", evaluator, node);
    };
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
