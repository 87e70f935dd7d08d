package io.attune.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call of a function, in either form. Source: expression-language 3. */
abstract class FunctionNode extends Node {
  /** How the receiver of a method takes being null. */
  enum Receiver {
    /** There is none: this is the function form. */
    NONE,
    /** {@code a.f()}: null has no members. */
    PLAIN,
    /** {@code a?.f()}: null stays null. */
    SAFE
  }

  final Argument[] arguments;
  private final Function function;
  private final Receiver receiver;

  FunctionNode(int column, Function function, List<Node> arguments, Receiver receiver) {
    super(
        column,
        receiver == Receiver.SAFE && arguments.get(0).kinds.mayBeNull()
            ? function.result().orNull()
            : function.result());
    this.function = function;
    this.receiver = receiver;
    this.arguments = new Argument[arguments.size()];
    for (int index = 0; index < this.arguments.length; index++) {
      boolean isReceiver = index == 0 && receiver != Receiver.NONE;
      this.arguments[index] =
          new Argument(arguments.get(index), function.parameter(index), isReceiver);
    }
  }

  final Function function() {
    return function;
  }

  /** The body's first parameter, when the arguments are evaluated; their number is the cost. */
  final Arguments ready(Evaluator evaluator) {
    evaluator.budget().steps(evaluator, column, arguments.length + 1L);
    return evaluator.arguments().at(column);
  }

  /** What an argument gives that must not be null and is. */
  final @Nullable Object ofNull(Evaluator evaluator, int index) {
    if (index > 0 || receiver == Receiver.NONE) {
      throw evaluator.fail(
          FailureCode.NULL_ARGUMENT,
          arguments[index].node.column,
          "`" + arguments[index].parameter.name() + "` of `" + function.name() + "` is null");
    }
    if (receiver == Receiver.SAFE) {
      return null;
    }
    throw evaluator.fail(FailureCode.NULL_HAS_NO_MEMBER, column, "this is null and has no members");
  }

  /** Any number of arguments of any kind. */
  static final class OfAny extends FunctionNode {
    private final Function.OfAny body;

    OfAny(
        int column,
        Function function,
        List<Node> arguments,
        Receiver receiver,
        Function.OfAny body) {
      super(column, function, arguments, receiver);
      this.body = body;
    }

    @Override
    @Nullable Object value(Evaluator evaluator) {
      int size = arguments.length;
      Arguments call = evaluator.arguments();
      int first = call.enter(size);
      for (int index = 0; index < size; index++) {
        Argument argument = arguments[index];
        Object value = argument.value(evaluator);
        if (value == null && !argument.nullable) {
          call.leave(first);
          return ofNull(evaluator, index);
        }
        call.put(first + index, value);
      }
      Object result = body.call(ready(evaluator).of(first, size));
      call.leave(first);
      return result;
    }
  }
}
