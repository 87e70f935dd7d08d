package io.attune.expression;

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
    Kinds kinds = receiver.kinds.notNull();
    boolean onlyArrays = !kinds.equals(Kinds.NONE) && kinds.within(Kinds.ARRAYS);
    Function text = FunctionTable.textMethod(invoke.name());
    Function array = FunctionTable.arrayMethod(invoke.name());
    Function function = onlyArrays || text == null ? array : text;
    if (function == null) {
      compiler.error(
          IssueCode.UNKNOWN_FUNCTION,
          place,
          "there is no method `" + invoke.name() + "`",
          Suggestion.hint(invoke.name(), FunctionTable.methodNames()));
      compiler.nodes(arguments);
      return compiler.broken(place);
    }
    if (!onlyArrays && text != null && array != null && kinds.meets(Kinds.ARRAYS)) {
      function = eitherContains(text, array);
    }
    List<Node> nodes = new ArrayList<>();
    nodes.add(receiver);
    nodes.addAll(compiler.nodes(arguments));
    if (invoke.name().equals("substring") && arguments.size() == 1) {
      function = tail(function);
    }
    Receiver how = invoke.safe() ? Receiver.SAFE : Receiver.PLAIN;
    return call(place, function, nodes, arguments, how);
  }

  /** {@code contains} on a value whose kind shows only when it is there. */
  private static Function eitherContains(Function text, Function array) {
    return new Function(
        "contains",
        List.of(Function.any("value"), Function.any("part")),
        false,
        Kinds.BOOLEAN,
        text.documentation(),
        null,
        arguments ->
            arguments.value(0) instanceof List
                ? array.body().call(arguments)
                : String.valueOf(arguments.value(0)).contains(String.valueOf(arguments.value(1))));
  }

  /** {@code substring(from)}: to the end of the text. */
  private static Function tail(Function substring) {
    return new Function(
        substring.name(),
        List.of(Function.text("text"), Function.integer("from")),
        false,
        Kinds.TEXT,
        "the characters from a place on",
        null,
        arguments ->
            StringFunctions.substring(arguments, arguments.integer(1), arguments.text(0).length()));
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
    return compiler.folded(place, node, nodes);
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
