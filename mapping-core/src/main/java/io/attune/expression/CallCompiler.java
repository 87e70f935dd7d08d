package io.attune.expression;

import io.attune.expression.Function.Reads;
import io.attune.expression.Function.Want;
import io.attune.expression.FunctionNode.Receiver;
import io.attune.expression.spel.Place;
import io.attune.expression.spel.Syntax;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks functions up and checks their arguments. Source: expression-language 3. */
final class CallCompiler {
  /** The namespace of functions that Okta has for token claims only. */
  private static final String TOKEN_CLAIMS = "Groups";

  private static final Function READ_TIME =
      Objects.requireNonNull(TimeMethods.ofText().get("parseStringTime"));

  private final Compiler compiler;
  private final ExpressionScope scope;
  private final CriteriaCompiler criteria;
  private final ArgumentChecks checks;

  CallCompiler(Compiler compiler, ExpressionScope scope) {
    this.compiler = compiler;
    this.scope = scope;
    this.criteria = new CriteriaCompiler(compiler);
    this.checks = new ArgumentChecks(compiler);
  }

  boolean isNamespace(String name) {
    return name.equals(TOKEN_CLAIMS) || FunctionTable.namespaces().contains(name);
  }

  List<String> namespaces() {
    return FunctionTable.namespaces();
  }

  Node function(Place place, String name, List<Syntax> arguments) {
    Function function = FunctionTable.find(name);
    if (name.startsWith(TOKEN_CLAIMS + ".")) {
      compiler.error(
          IssueCode.NOT_IN_MAPPINGS,
          place,
          "`" + name + "` is for token claims, not for mappings",
          "write `user.getGroups({…}).![name]`");
      return compiler.broken(place);
    }
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
    List<Node> nodes = new ArrayList<>();
    for (Syntax argument : arguments) {
      boolean wanted = function.wants(Want.CRITERIA);
      nodes.add(
          wanted && argument instanceof Syntax.MapOf map
              ? criteria.node(map)
              : compiler.node(argument));
    }
    Node node = call(place, function, nodes, arguments, Receiver.NONE);
    return function.result().has(Kind.USER) ? new UserNodes.Related(node, schema(arguments)) : node;
  }

  /** The schema of the user that a function answers: of two arguments the second is the app. */
  private @Nullable ProfileSchema schema(List<Syntax> arguments) {
    if (scope.isUntyped() || arguments.isEmpty()) {
      return null;
    }
    if (arguments.size() == 1) {
      return scope.userSchema();
    }
    Object app = arguments.get(1) instanceof Syntax.Literal literal ? literal.value() : null;
    if (scope.appName().equals(app)) {
      return scope.appSchema();
    }
    int other = app instanceof String name ? scope.otherApp(name) : -1;
    return other < 0 ? null : scope.otherApps().get(other).schema();
  }

  Node method(Node receiver, Syntax.Invoke invoke, int column) {
    Place place = invoke.place();
    List<Syntax> arguments = invoke.arguments();
    Receiver how = invoke.safe() ? Receiver.SAFE : Receiver.PLAIN;
    Function function = FunctionTable.method(invoke.name(), receiver.kinds.notNull());
    Function ofTime = function == null ? FunctionTable.methodOfTime(invoke.name()) : null;
    if (ofTime != null && isTimeAsText(receiver)) {
      Node time = READ_TIME.body().node(receiver.column, READ_TIME, List.of(receiver), how);
      return method(time, invoke, column);
    }
    if (function == null && receiver instanceof BrokenNode) {
      compiler.nodes(arguments);
      return receiver;
    }
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
    return call(place, function, nodes, arguments, how);
  }

  /**
   * What Okta documents as a time though mappings get it as a text, such as {@code user.created}.
   */
  private static boolean isTimeAsText(Node node) {
    return (node instanceof AttributeNodes.OfRecord record && record.isTime())
        || (node instanceof FunctionNode call && call.function().name().equals("Time.now"));
  }

  private Node call(
      Place place, Function function, List<Node> nodes, List<Syntax> arguments, Receiver receiver) {
    boolean pairs = function.name().equals("String.stringSwitch");
    if (!function.takes(nodes.size()) || (pairs && nodes.size() % 2 != 0)) {
      int count = arguments.size();
      boolean isMethod = receiver != Receiver.NONE;
      compiler.error(
          IssueCode.ARGUMENT_COUNT,
          place,
          "`"
              + function.name()
              + "` cannot take "
              + count
              + (count == 1 ? " argument" : " arguments"),
          "write `" + (isMethod ? function.methodSignature() : function.signature()) + "`");
      return compiler.broken(place);
    }
    if (!checks.fit(place, function, nodes, arguments)) {
      return compiler.broken(place);
    }
    Node node = function.body().node(compiler.column(place), function, nodes, receiver);
    return function.reads() == Reads.NOTHING ? compiler.folded(place, node, nodes) : node;
  }
}
