package io.attune.expression;

import io.attune.expression.TextNodes.Part;
import io.attune.expression.spel.Operator;
import io.attune.expression.spel.Place;
import io.attune.expression.spel.Printer;
import io.attune.expression.spel.Syntax;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks and builds operators and conditions. Source: expression-language 1. */
final class OperatorCompiler {
  private static final Kinds ORDERED = Kinds.NUMERIC.or(Kinds.of(Kind.STRING, Kind.TIME));

  private final Compiler compiler;

  OperatorCompiler(Compiler compiler) {
    this.compiler = compiler;
  }

  Node node(Syntax syntax) {
    if (syntax instanceof Syntax.Chain chain) {
      return chain.links().get(0).operator().precedence() >= Operator.PLUS.precedence()
          ? arithmetic(chain)
          : connective(chain);
    }
    if (syntax instanceof Syntax.Comparison comparison) {
      return comparison(comparison);
    }
    if (syntax instanceof Syntax.Not not) {
      Node operand = condition(not.operand());
      Node node = new LogicNodes.Not(compiler.column(not.place()), operand);
      return compiler.folded(not.place(), node, List.of(operand));
    }
    if (syntax instanceof Syntax.Signed signed) {
      return signed(signed);
    }
    if (syntax instanceof Syntax.Choice choice) {
      return choice(choice);
    }
    return firstOf((Syntax.FirstOf) syntax);
  }

  private Node connective(Syntax.Chain chain) {
    List<Node> operands = new ArrayList<>();
    operands.add(condition(chain.first()));
    for (Syntax.Link link : chain.links()) {
      operands.add(condition(link.operand()));
    }
    boolean decisive = chain.links().get(0).operator() == Operator.OR;
    int column = compiler.column(chain.place());
    Node node = new LogicNodes.Connective(column, decisive, operands);
    return compiler.folded(chain.place(), node, operands);
  }

  /** A sub-expression that must be able to be a boolean. */
  private Node condition(Syntax syntax) {
    Node node = compiler.node(syntax);
    Kinds kinds = node.kinds.notNull();
    if (!kinds.equals(Kinds.NONE) && !kinds.meets(Kinds.BOOLEAN)) {
      compiler.error(
          IssueCode.NOT_A_CONDITION,
          syntax.place(),
          "a boolean is needed here, and this is " + Values.article(kinds.label()),
          comparing(kinds));
      return compiler.broken(syntax.place());
    }
    return node;
  }

  private static String comparing(Kinds kinds) {
    if (kinds.meets(Kinds.TEXT)) {
      return "compare it, as with `== 'x'`";
    }
    return kinds.meets(Kinds.NUMERIC) ? "compare it, as with `> 0`" : "";
  }

  private Node arithmetic(Syntax.Chain chain) {
    Syntax leftSyntax = chain.first();
    Node left = compiler.node(leftSyntax);
    List<Part> parts = new ArrayList<>();
    Place start = chain.place();
    for (Syntax.Link link : chain.links()) {
      Node right = compiler.node(link.operand());
      if (link.operator() == Operator.PLUS && isText(left, right)) {
        if (parts.isEmpty()) {
          start = link.place();
          parts.add(part(leftSyntax, left));
        }
        parts.add(part(link.operand(), right));
        left = new TextNodes.Concatenation(compiler.column(start), List.copyOf(parts));
        left = compiler.folded(start, left, parts.stream().map(Part::node).toList());
      } else {
        left = sum(link, leftSyntax, left, right);
        parts.clear();
      }
    }
    return left;
  }

  private static boolean isText(Node left, Node right) {
    return left.kinds.isOnly(Kind.STRING) || right.kinds.isOnly(Kind.STRING);
  }

  private Part part(Syntax syntax, Node node) {
    Kinds kinds = node.kinds.notNull();
    Node checked = node;
    if (!kinds.equals(Kinds.NONE) && !kinds.meets(Kinds.TEXTUAL)) {
      operandError(syntax.place(), "cannot be joined to a text", kinds, asText(kinds));
      checked = compiler.broken(syntax.place());
    }
    String message = "`" + Printer.brief(syntax) + "` is null and counts as empty";
    EvaluationWarning warning =
        new EvaluationWarning(EvaluationWarning.Code.NULL_AS_EMPTY, node.column, message);
    return new Part(checked, warning);
  }

  private static String asText(Kinds kinds) {
    if (kinds.meets(Kinds.ARRAYS)) {
      return "write `Arrays.toCsvString(…)`";
    }
    if (kinds.has(Kind.TIME)) {
      return "write `.toString()`";
    }
    return kinds.has(Kind.COUNTRY_CODE) ? "write `.toAlpha2()`" : "name one of its attributes";
  }

  private Node sum(Syntax.Link link, Syntax leftSyntax, Node left, Node right) {
    Operator operator = link.operator();
    int column = compiler.column(link.place());
    boolean mayBeText =
        operator == Operator.PLUS && (left.kinds.has(Kind.STRING) || right.kinds.has(Kind.STRING));
    if (mayBeText) {
      Kinds kinds = Kinds.TEXT.or(Kinds.NUMERIC);
      Part a = part(leftSyntax, left);
      Part b = part(link.operand(), right);
      return new TextNodes.TextOrSum(column, kinds, a, b);
    }
    boolean fits = number(left, leftSyntax.place(), operator);
    fits &= number(right, link.operand().place(), operator);
    if (!fits) {
      return compiler.broken(link.place());
    }
    Node node = ArithmeticNodes.of(column, operator, left, right);
    return compiler.folded(link.place(), node, List.of(left, right));
  }

  private boolean number(Node node, Place place, Operator operator) {
    Kinds kinds = node.kinds.notNull();
    if (kinds.equals(Kinds.NONE) || kinds.meets(Kinds.NUMERIC)) {
      return true;
    }
    String hint = kinds.has(Kind.STRING) ? "convert it, as with `Convert.toInt(…)`" : "";
    operandError(place, "cannot stand beside `" + operator.symbol() + "`", kinds, hint);
    return false;
  }

  private void operandError(Place place, String what, Kinds kinds, String hint) {
    compiler.error(IssueCode.OPERAND_KIND, place, Values.article(kinds.label()) + " " + what, hint);
  }

  private Node signed(Syntax.Signed signed) {
    Node operand = compiler.node(signed.operand());
    Operator operator = signed.minus() ? Operator.MINUS : Operator.PLUS;
    if (!number(operand, signed.operand().place(), operator)) {
      return compiler.broken(signed.place());
    }
    int column = compiler.column(signed.place());
    Node node = new ArithmeticNodes.Sign(column, signed.minus(), operand);
    return compiler.folded(signed.place(), node, List.of(operand));
  }

  private Node comparison(Syntax.Comparison comparison) {
    Node left = compiler.node(comparison.left());
    Node right = compiler.node(comparison.right());
    Place place = comparison.place();
    int column = compiler.column(place);
    Operator operator = comparison.operator();
    if (operator == Operator.MATCHES) {
      return matches(comparison, left, right);
    }
    boolean equality = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
    if (!equality && !ordered(comparison, left, right)) {
      return compiler.broken(place);
    }
    if (equality) {
      warnNeverEqual(comparison, left.kinds, right.kinds);
    }
    Node node = ComparisonNodes.of(column, operator, left, right);
    return compiler.folded(place, node, List.of(left, right));
  }

  private void warnNeverEqual(Syntax.Comparison comparison, Kinds left, Kinds right) {
    boolean numbers = left.meets(Kinds.NUMERIC) && right.meets(Kinds.NUMERIC);
    boolean arrays = left.meets(Kinds.ARRAYS) && right.meets(Kinds.ARRAYS);
    boolean nulls = left.isAlwaysNull() || right.isAlwaysNull();
    if (!numbers && !arrays && !nulls && !left.notNull().meets(right.notNull())) {
      compiler.warn(
          IssueCode.NEVER_EQUAL,
          comparison.place(),
          Values.article(left.notNull().label())
              + " never equals "
              + Values.article(right.notNull().label()),
          "convert one side");
    }
  }

  private boolean ordered(Syntax.Comparison comparison, Node left, Node right) {
    boolean fits = ordered(comparison.left(), left);
    fits &= ordered(comparison.right(), right);
    if (!fits) {
      return false;
    }
    Kinds a = left.kinds.notNull();
    Kinds b = right.kinds.notNull();
    boolean known = !a.equals(Kinds.NONE) && !b.equals(Kinds.NONE);
    if (known && !a.meets(b) && !(a.meets(Kinds.NUMERIC) && b.meets(Kinds.NUMERIC))) {
      operandError(
          comparison.place(),
          "has no order with " + Values.article(b.label()),
          a,
          "convert one side");
      return false;
    }
    return true;
  }

  private boolean ordered(Syntax syntax, Node node) {
    Kinds kinds = node.kinds.notNull();
    if (kinds.equals(Kinds.NONE) || kinds.meets(ORDERED)) {
      return true;
    }
    operandError(syntax.place(), "has no order", kinds, "compare texts, numbers or times");
    return false;
  }

  private Node matches(Syntax.Comparison comparison, Node left, Node right) {
    boolean fits = textual(comparison.left(), left);
    fits &= textual(comparison.right(), right);
    if (!fits) {
      return compiler.broken(comparison.place());
    }
    int column = compiler.column(comparison.place());
    RegexGate.@Nullable Checked constant = null;
    String text = right instanceof ConstantNode pattern ? pattern.text(new Evaluator()) : null;
    if (text != null) {
      constant = RegexGate.check(text);
      if (constant instanceof RegexGate.Refused refused) {
        compiler.error(IssueCode.INVALID_REGEX, comparison.right().place(), refused.message(), "");
        return compiler.broken(comparison.place());
      }
    }
    Node node = new MatchesNode(column, left, right, constant);
    return compiler.folded(comparison.place(), node, List.of(left, right));
  }

  private boolean textual(Syntax syntax, Node node) {
    Kinds kinds = node.kinds.notNull();
    if (kinds.equals(Kinds.NONE) || kinds.meets(Kinds.TEXTUAL)) {
      return true;
    }
    operandError(syntax.place(), "cannot be matched", kinds, "");
    return false;
  }

  private Node choice(Syntax.Choice choice) {
    List<Node> conditions = new ArrayList<>();
    List<Node> branches = new ArrayList<>();
    for (Syntax.Arm arm : choice.arms()) {
      conditions.add(condition(arm.condition()));
      branches.add(compiler.node(arm.value()));
    }
    branches.add(compiler.node(choice.otherwise()));
    List<Node> parts = new ArrayList<>(conditions);
    parts.addAll(branches);
    Node node = new LogicNodes.Choice(compiler.column(choice.place()), conditions, branches);
    return compiler.folded(choice.place(), node, parts);
  }

  private Node firstOf(Syntax.FirstOf firstOf) {
    List<Node> options = compiler.nodes(firstOf.options());
    Node last = options.get(options.size() - 1);
    Kinds kinds = last.kinds;
    for (Node option : options.subList(0, options.size() - 1)) {
      kinds = kinds.or(option.kinds.notNull());
    }
    Node node = new LogicNodes.FirstOf(compiler.column(firstOf.place()), kinds, options);
    return compiler.folded(firstOf.place(), node, options);
  }
}
