package io.attune.expression;

import io.attune.expression.Function.Reads;
import io.attune.expression.FunctionNode.Receiver;
import io.attune.expression.spel.Place;
import io.attune.expression.spel.Syntax;
import java.util.ArrayList;
import java.util.List;

/** Looks functions up and checks their arguments. Source: expression-language 3. */
final class CallCompiler {
  private final Compiler compiler;

  CallCompiler(Compiler compiler) {
    this.compiler = compiler;
  }

  boolean isNamespace(String name) {
    return FunctionTable.namespaces().contains(name);
  }

  List<String> namespaces() {
    return FunctionTable.namespaces();
  }

  Node function(Place place, String name, List<Syntax> arguments) {
    Function function = FunctionTable.find(name);
    if (function == null) {
      compiler.error(
          IssueCode.UNKNOWN_FUNCTION,
          place,
          "there is no function `" + name + "`",
          Suggestion.hint(name, FunctionTable.names()));
      compiler.nodes(arguments);
      return compiler.broken(place);
    }
    if (function.instead() != null) {
      compiler.warn(
          IssueCode.DEPRECATED,
          place,
          "`" + name + "` is deprecated",
          "write `" + function.instead() + "(…)`");
    }
    List<Node> nodes = compiler.nodes(arguments);
    return call(place, function, nodes, arguments, Receiver.NONE);
  }

  Node method(Node receiver, Syntax.Invoke invoke, int column) {
    Place place = invoke.place();
    List<Syntax> arguments = invoke.arguments();
    Function function = FunctionTable.method(invoke.name(), receiver.kinds.notNull());
    if (function == null) {
      compiler.error(
          IssueCode.UNKNOWN_FUNCTION,
          place,
          "there is no method `" + invoke.name() + "`",
          Suggestion.hint(invoke.name(), FunctionTable.methodNames()));
      compiler.nodes(arguments);
      return compiler.broken(place);
    }
    List<Node> nodes = new ArrayList<>();
    nodes.add(receiver);
    nodes.addAll(compiler.nodes(arguments));
    Receiver how = invoke.safe() ? Receiver.SAFE : Receiver.PLAIN;
    return call(place, function, nodes, arguments, how);
  }

  private Node call(
      Place place, Function function, List<Node> nodes, List<Syntax> arguments, Receiver receiver) {
    boolean pairs = function.name().equals("String.stringSwitch");
    if (!function.takes(nodes.size()) || (pairs && nodes.size() % 2 != 0)) {
      compiler.error(
          IssueCode.ARGUMENT_COUNT,
          place,
          "`" + function.name() + "` cannot take " + arguments.size() + " arguments",
          "write `" + function.signature() + "`");
      return compiler.broken(place);
    }
    boolean fits = true;
    int offset = nodes.size() - arguments.size();
    for (int index = 0; index < nodes.size(); index++) {
      Place at = index < offset ? place : arguments.get(index - offset).place();
      fits &= fits(function, index, nodes.get(index), at);
    }
    if (!fits) {
      return compiler.broken(place);
    }
    Node node = new FunctionNode(compiler.column(place), function, nodes, receiver);
    return function.reads() == Reads.NOTHING ? compiler.folded(place, node, nodes) : node;
  }

  private boolean fits(Function function, int index, Node node, Place place) {
    Kinds kinds = node.kinds.notNull();
    Function.Parameter parameter = function.parameter(index);
    if (kinds.equals(Kinds.NONE) || kinds.meets(parameter.want().kinds())) {
      return true;
    }
    compiler.error(
        IssueCode.ARGUMENT_KIND,
        place,
        "`"
            + parameter.name()
            + "` of `"
            + function.name()
            + "` cannot be "
            + Values.article(kinds.label()),
        "write `" + function.signature() + "`");
    return false;
  }
}
