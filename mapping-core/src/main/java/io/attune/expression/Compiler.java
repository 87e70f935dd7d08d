package io.attune.expression;

import io.attune.expression.Issue.Severity;
import io.attune.expression.spel.FrontEnd;
import io.attune.expression.spel.Place;
import io.attune.expression.spel.Refusal;
import io.attune.expression.spel.Syntax;
import io.attune.profile.AttributeDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From a text to an expression: parses, looks every name up, checks every kind, folds what is
 * constant. Reports all issues at once; where one was found a {@link BrokenNode} stands, so that
 * one mistake is one issue. Source: expression-language 5.
 */
final class Compiler {
  private final String text;
  private final ExpressionScope scope;
  private final @Nullable AttributeDefinition target;
  private final Set<Issue> issues = new LinkedHashSet<>();
  private final Evaluator folding = new Evaluator();
  private final OperatorCompiler operators = new OperatorCompiler(this);
  private final NameCompiler names;

  Compiler(String text, ExpressionScope scope, @Nullable AttributeDefinition target) {
    this.text = text;
    this.scope = scope;
    this.target = target;
    this.names = new NameCompiler(this, scope);
  }

  Compilation compile() {
    FrontEnd.Parsed parsed = FrontEnd.parse(text);
    if (parsed instanceof FrontEnd.Refused refused) {
      for (Refusal refusal : refused.refusals()) {
        IssueCode code = IssueCode.of(refusal.fault());
        report(code, Severity.ERROR, refusal.place(), refusal.message(), refusal.hint());
      }
      return new Compilation.Rejected(sorted());
    }
    Syntax syntax = ((FrontEnd.Tree) parsed).syntax();
    Node root = TargetCompiler.convert(this, syntax, node(syntax), target);
    List<Issue> all = sorted();
    return all.stream().anyMatch(Issue::isError)
        ? new Compilation.Rejected(all)
        : new Compilation.Compiled(new Expression(text, scope, target, root), all);
  }

  private List<Issue> sorted() {
    List<Issue> all = new ArrayList<>(issues);
    all.sort(Comparator.comparingInt(Issue::column));
    return List.copyOf(all);
  }

  /** The node of a sub-expression. */
  Node node(Syntax syntax) {
    if (syntax instanceof Syntax.Literal literal) {
      return new ConstantNode(column(literal.place()), literal.value());
    }
    if (syntax instanceof Syntax.ListOf list) {
      return list(list);
    }
    if (syntax instanceof Syntax.MapOf map) {
      error(
          IssueCode.MISPLACED_MAP,
          map.place(),
          "a map may stand only in `user.getGroups` and `user.isMemberOf`",
          "");
      return broken(map.place());
    }
    if (syntax instanceof Syntax.Name
        || syntax instanceof Syntax.Path
        || syntax instanceof Syntax.Call) {
      return names.node(syntax);
    }
    return operators.node(syntax);
  }

  List<Node> nodes(List<Syntax> parts) {
    List<Node> nodes = new ArrayList<>(parts.size());
    for (Syntax part : parts) {
      nodes.add(node(part));
    }
    return nodes;
  }

  private Node list(Syntax.ListOf list) {
    List<Node> elements = nodes(list.elements());
    Kind kind = elements.isEmpty() ? Kind.ARRAY : null;
    for (Node element : elements) {
      Kind array = only(element.kinds).array();
      kind = kind == null || kind == array ? array : Kind.ARRAY;
    }
    Kinds kinds = Kinds.of(kind == null ? Kind.ARRAY : kind);
    return folded(list.place(), new ListNode(column(list.place()), kinds, elements), elements);
  }

  /** The one kind in a set; that of null where there is more than one, which has no array. */
  private static Kind only(Kinds kinds) {
    for (Kind kind : Kind.values()) {
      if (kinds.equals(Kinds.of(kind))) {
        return kind;
      }
    }
    return Kind.NULL;
  }

  /**
   * A constant in place of a node whose parts are constant. One that fails stays, with a warning:
   * it may stand in a branch that never runs.
   */
  Node folded(Place place, Node node, List<Node> parts) {
    for (Node part : parts) {
      if (!part.isConstant()) {
        return node;
      }
    }
    EvaluationInput nobody = EvaluationInput.ofUser(EvaluationRun.EMPTY, null);
    Object value = folding.run(node, nobody);
    EvaluationFailure failure = folding.failure();
    if (failure != null) {
      warn(IssueCode.ALWAYS_FAILS, place, "this always fails: " + failure.message(), "");
      return node;
    }
    return folding.warnings().isEmpty() ? new ConstantNode(node.column, value) : node;
  }

  Node broken(Place place) {
    return new BrokenNode(column(place));
  }

  int column(Place place) {
    return column(place.offset());
  }

  int column(int offset) {
    return text.codePointCount(0, Math.min(offset, text.length())) + 1;
  }

  void error(IssueCode code, Place place, String message, String hint) {
    report(code, Severity.ERROR, place, message, hint);
  }

  void warn(IssueCode code, Place place, String message, String hint) {
    report(code, Severity.WARNING, place, message, hint);
  }

  private void report(IssueCode code, Severity severity, Place place, String message, String hint) {
    int end = Math.min(place.end(), text.length());
    String offending = text.substring(Math.min(place.offset(), end), end);
    issues.add(new Issue(code, severity, column(place), offending, message, hint));
  }
}
