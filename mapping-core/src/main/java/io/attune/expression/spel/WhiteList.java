package io.attune.expression.spel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.ast.BooleanLiteral;
import org.springframework.expression.spel.ast.CompoundExpression;
import org.springframework.expression.spel.ast.Elvis;
import org.springframework.expression.spel.ast.Indexer;
import org.springframework.expression.spel.ast.InlineList;
import org.springframework.expression.spel.ast.InlineMap;
import org.springframework.expression.spel.ast.IntLiteral;
import org.springframework.expression.spel.ast.Literal;
import org.springframework.expression.spel.ast.LongLiteral;
import org.springframework.expression.spel.ast.MethodReference;
import org.springframework.expression.spel.ast.NullLiteral;
import org.springframework.expression.spel.ast.OpAnd;
import org.springframework.expression.spel.ast.OpDivide;
import org.springframework.expression.spel.ast.OpEQ;
import org.springframework.expression.spel.ast.OpGE;
import org.springframework.expression.spel.ast.OpGT;
import org.springframework.expression.spel.ast.OpLE;
import org.springframework.expression.spel.ast.OpLT;
import org.springframework.expression.spel.ast.OpMinus;
import org.springframework.expression.spel.ast.OpModulus;
import org.springframework.expression.spel.ast.OpMultiply;
import org.springframework.expression.spel.ast.OpNE;
import org.springframework.expression.spel.ast.OpOr;
import org.springframework.expression.spel.ast.OpPlus;
import org.springframework.expression.spel.ast.OperatorMatches;
import org.springframework.expression.spel.ast.OperatorNot;
import org.springframework.expression.spel.ast.Projection;
import org.springframework.expression.spel.ast.PropertyOrFieldReference;
import org.springframework.expression.spel.ast.RealLiteral;
import org.springframework.expression.spel.ast.StringLiteral;
import org.springframework.expression.spel.ast.Ternary;

/**
 * Copies SpEL's tree into ours, node by node, by exact class: a node that is not listed is refused
 * by its name. Left spines, ladders and paths are walked in loops. Source: trust 1.3.
 */
final class WhiteList {
  private static final Map<Class<?>, Operator> OPERATORS =
      Map.ofEntries(
          Map.entry(OpOr.class, Operator.OR),
          Map.entry(OpAnd.class, Operator.AND),
          Map.entry(OpEQ.class, Operator.EQUAL),
          Map.entry(OpNE.class, Operator.NOT_EQUAL),
          Map.entry(OpLT.class, Operator.LESS),
          Map.entry(OpLE.class, Operator.LESS_OR_EQUAL),
          Map.entry(OpGT.class, Operator.GREATER),
          Map.entry(OpGE.class, Operator.GREATER_OR_EQUAL),
          Map.entry(OperatorMatches.class, Operator.MATCHES),
          Map.entry(OpPlus.class, Operator.PLUS),
          Map.entry(OpMinus.class, Operator.MINUS),
          Map.entry(OpMultiply.class, Operator.TIMES),
          Map.entry(OpDivide.class, Operator.DIVIDE),
          Map.entry(OpModulus.class, Operator.REMAINDER));

  private static final Set<Class<?>> LITERALS =
      Set.of(NullLiteral.class, BooleanLiteral.class, StringLiteral.class, RealLiteral.class);

  private final String text;
  private final Suffixes suffixes;
  private final List<Refusal> refusals = new ArrayList<>();
  private int nodes;
  private int depth;

  WhiteList(String text, Suffixes suffixes) {
    this.text = text;
    this.suffixes = suffixes;
  }

  FrontEnd.Parsed translate(@Nullable SpelNode root) {
    if (root == null) {
      Place place = new Place(0, text.length());
      refuse(SyntaxFault.EMPTY_EXPRESSION, place, "the expression is empty", "");
      return new FrontEnd.Refused(refusals);
    }
    Syntax tree = node(root);
    return refusals.isEmpty()
        ? new FrontEnd.Tree(tree)
        : new FrontEnd.Refused(List.copyOf(refusals));
  }

  private Syntax node(SpelNode node) {
    Place place = place(node);
    if (!count(place)) {
      return new Syntax.Literal(place, null);
    }
    depth++;
    try {
      return translated(node, place);
    } finally {
      depth--;
    }
  }

  private Syntax translated(SpelNode node, Place place) {
    Class<?> type = node.getClass();
    Operator operator = node.getChildCount() == 2 ? OPERATORS.get(type) : null;
    if (operator != null) {
      return operator.precedence() == 3 ? comparison(node, operator) : chain(node, operator);
    }
    if (node instanceof Literal literal) {
      return literal(literal, place);
    }
    if (type == PropertyOrFieldReference.class) {
      return new Syntax.Name(place, ((PropertyOrFieldReference) node).getName());
    }
    if (type == MethodReference.class) {
      return new Syntax.Call(place, ((MethodReference) node).getName(), children(node, 0));
    }
    if (type == CompoundExpression.class) {
      return path(node);
    }
    if (type == Ternary.class) {
      return choice(node, place);
    }
    if (type == Elvis.class) {
      return firstOf(node, place);
    }
    if (type == InlineList.class) {
      return new Syntax.ListOf(place, children(node, 0));
    }
    if (type == InlineMap.class) {
      return map(node, place);
    }
    return unary(node, place, type);
  }

  private Syntax unary(SpelNode node, Place place, Class<?> type) {
    if (type == OperatorNot.class) {
      return new Syntax.Not(place, node(node.getChild(0)));
    }
    if (node.getChildCount() == 1 && (type == OpMinus.class || type == OpPlus.class)) {
      return new Syntax.Signed(place, type == OpMinus.class, node(node.getChild(0)));
    }
    refuseConstruct(node, place);
    return new Syntax.Literal(place, null);
  }

  private Syntax literal(Literal literal, Place place) {
    Object value = literal.getLiteralValue().getValue();
    Class<?> type = literal.getClass();
    if (type == NullLiteral.class && !text.regionMatches(true, place.offset(), "null", 0, 4)) {
      // The parser puts a null where a `?` or `?:` has nothing beside it.
      Place missing = new Place(Math.max(0, place.offset()), Math.max(1, place.length()));
      refuse(SyntaxFault.SYNTAX_ERROR, missing, "a value is missing here", "");
      return new Syntax.Literal(missing, null);
    }
    if (type == IntLiteral.class || type == LongLiteral.class) {
      return new Syntax.Literal(place, value instanceof Number number ? number.longValue() : null);
    }
    boolean unusable = value instanceof Double number && !Double.isFinite(number);
    if (LITERALS.contains(type) && !unusable) {
      return new Syntax.Literal(place, value);
    }
    refuseConstruct(literal, place);
    return new Syntax.Literal(place, null);
  }

  /**
   * Down the left spine in a loop: four hundred summands are one chain, not four hundred levels.
   */
  private Syntax chain(SpelNode top, Operator topOperator) {
    List<Syntax.Link> links = new ArrayList<>();
    SpelNode spine = top;
    Operator operator = topOperator;
    while (true) {
      SpelNode right = spine.getChild(1);
      links.add(0, new Syntax.Link(place(spine), operator, node(right)));
      SpelNode left = spine.getChild(0);
      Operator next = left.getChildCount() == 2 ? OPERATORS.get(left.getClass()) : null;
      if (next == null || next.precedence() != topOperator.precedence()) {
        return new Syntax.Chain(links.get(0).place(), node(left), List.copyOf(links));
      }
      if (!count(place(left))) {
        return new Syntax.Literal(place(left), null);
      }
      spine = left;
      operator = next;
    }
  }

  private Syntax comparison(SpelNode node, Operator operator) {
    return new Syntax.Comparison(
        place(node), operator, node(node.getChild(0)), node(node.getChild(1)));
  }

  private Syntax choice(SpelNode top, Place place) {
    List<Syntax.Arm> arms = new ArrayList<>();
    SpelNode rung = top;
    while (rung.getClass() == Ternary.class) {
      arms.add(new Syntax.Arm(node(rung.getChild(0)), node(rung.getChild(1))));
      rung = rung.getChild(2);
    }
    return new Syntax.Choice(place, List.copyOf(arms), node(rung));
  }

  private Syntax firstOf(SpelNode top, Place place) {
    List<Syntax> options = new ArrayList<>();
    SpelNode rest = top;
    while (rest.getClass() == Elvis.class) {
      options.add(node(rest.getChild(0)));
      rest = rest.getChild(1);
    }
    options.add(node(rest));
    return new Syntax.FirstOf(place, List.copyOf(options));
  }

  private Syntax map(SpelNode node, Place place) {
    List<Syntax.Entry> entries = new ArrayList<>();
    for (int child = 0; child + 1 < node.getChildCount(); child += 2) {
      SpelNode key = node.getChild(child);
      Place keyPlace = place(key);
      Syntax name = node(key);
      Syntax value = node(node.getChild(child + 1));
      if (name instanceof Syntax.Literal literal && literal.value() instanceof String text) {
        entries.add(new Syntax.Entry(keyPlace, text, value));
      } else if (name instanceof Syntax.Name bare) {
        entries.add(new Syntax.Entry(keyPlace, bare.name(), value));
      } else {
        refuse(SyntaxFault.UNSUPPORTED_CONSTRUCT, keyPlace, "the key of a map is a text", "");
      }
    }
    return new Syntax.MapOf(place, List.copyOf(entries));
  }

  private Syntax path(SpelNode node) {
    Syntax base = node(node.getChild(0));
    List<Syntax.Step> steps = new ArrayList<>();
    for (int child = 1; child < node.getChildCount(); child++) {
      SpelNode step = node.getChild(child);
      if (!count(place(step))) {
        break;
      }
      Syntax.Step translated = step(step, place(step));
      if (translated != null) {
        steps.add(translated);
      }
    }
    return steps.isEmpty() ? base : new Syntax.Path(base.place(), base, List.copyOf(steps));
  }

  private Syntax.@Nullable Step step(SpelNode node, Place place) {
    Class<?> type = node.getClass();
    if (type == PropertyOrFieldReference.class) {
      PropertyOrFieldReference member = (PropertyOrFieldReference) node;
      return new Syntax.Member(place, member.getName(), member.isNullSafe(), false);
    }
    if (type == MethodReference.class) {
      MethodReference call = (MethodReference) node;
      return new Syntax.Invoke(place, call.getName(), children(node, 0), call.isNullSafe());
    }
    if (type == Indexer.class) {
      return index(node);
    }
    if (type == Projection.class) {
      return projection(node, place);
    }
    refuseConstruct(node, place);
    return null;
  }

  private Syntax.@Nullable Step index(SpelNode node) {
    Syntax key = node(node.getChild(0));
    if (key instanceof Syntax.Literal literal) {
      if (literal.value() instanceof String name) {
        return new Syntax.Member(literal.place(), name, false, true);
      }
      if (literal.value() instanceof Long position) {
        return new Syntax.Index(literal.place(), position);
      }
    }
    refuse(
        SyntaxFault.UNSUPPORTED_CONSTRUCT,
        key.place(),
        "only a literal may stand in `[ ]`",
        "to choose an element by a computed place, write `Arrays.get(array, index)`");
    return null;
  }

  private Syntax.@Nullable Step projection(SpelNode node, Place place) {
    Syntax name = node(node.getChild(0));
    List<String> names = new ArrayList<>();
    boolean plain = true;
    if (name instanceof Syntax.Name bare) {
      names.add(bare.name());
    } else if (name instanceof Syntax.Path path && path.base() instanceof Syntax.Name bare) {
      names.add(bare.name());
      for (Syntax.Step step : path.steps()) {
        plain &= step instanceof Syntax.Member member && names.add(member.name());
      }
    } else {
      plain = false;
    }
    if (!plain) {
      refuse(
          SyntaxFault.UNSUPPORTED_CONSTRUCT,
          name.place(),
          "a projection takes the name of one attribute",
          "as in `user.getGroups({'group.type': {'OKTA_GROUP'}}).![name]`");
      return null;
    }
    return new Syntax.Project(place, List.copyOf(names));
  }

  private List<Syntax> children(SpelNode node, int from) {
    List<Syntax> children = new ArrayList<>();
    for (int child = from; child < node.getChildCount(); child++) {
      children.add(node(node.getChild(child)));
    }
    return List.copyOf(children);
  }

  /** Whether another node may be looked at; false once a bound is crossed, which is said once. */
  private boolean count(Place place) {
    if (++nodes > Limits.NODES) {
      if (nodes == Limits.NODES + 1) {
        refuse(
            SyntaxFault.TOO_MANY_NODES,
            place,
            "the expression has more than " + Limits.NODES + " parts",
            "");
      }
      return false;
    }
    if (depth >= Limits.DEPTH) {
      refuse(SyntaxFault.NESTING_TOO_DEEP, place, "the expression is nested too deeply here", "");
      nodes = Limits.NODES + 1;
      return false;
    }
    return true;
  }

  private void refuseConstruct(SpelNode node, Place place) {
    Construct construct = Construct.of(node.getClass());
    refuse(
        SyntaxFault.UNSUPPORTED_CONSTRUCT,
        place,
        construct.description() + " is not part of the language",
        construct.hint());
  }

  private void refuse(SyntaxFault fault, Place place, String message, String hint) {
    refusals.add(new Refusal(fault, place, message, hint));
  }

  private Place place(SpelNode node) {
    return suffixes.place(node.getStartPosition(), node.getEndPosition());
  }
}
