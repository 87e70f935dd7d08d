package io.attune.expression;

import io.attune.expression.spel.Syntax;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks and builds maps of group criteria. Source: expression-language 3, Groups. */
final class CriteriaCompiler {
  private static final String OPERATOR = "operator";

  private final Compiler compiler;

  CriteriaCompiler(Compiler compiler) {
    this.compiler = compiler;
  }

  Node node(Syntax.MapOf map) {
    List<CriteriaNode.Line> lines = new ArrayList<>();
    Node operator = null;
    boolean broken = false;
    for (Syntax.Entry entry : map.entries()) {
      Node value = compiler.node(entry.value());
      Criteria.Key key = Criteria.Key.named(entry.key());
      if (entry.key().equals(OPERATOR)) {
        operator = value;
        broken |= !isOperator(entry, value);
      } else if (key == null) {
        unknownKey(entry);
        broken = true;
      } else {
        broken |= !isTextual(entry, value);
        lines.add(new CriteriaNode.Line(key, value));
      }
    }
    if (!broken && lines.isEmpty()) {
      compiler.error(
          IssueCode.INVALID_CRITERIA,
          map.place(),
          "the criteria name nothing of a group",
          "keys are " + keys());
      broken = true;
    }
    int column = compiler.column(map.place());
    return broken ? compiler.broken(map.place()) : new CriteriaNode(column, lines, operator);
  }

  private boolean isOperator(Syntax.Entry entry, Node value) {
    @Nullable Object constant =
        value instanceof ConstantNode node ? node.value(new Evaluator()) : CriteriaNode.EXACT;
    if (CriteriaNode.isOperator(constant)) {
      return true;
    }
    compiler.error(
        IssueCode.INVALID_CRITERIA,
        entry.value().place(),
        "the operator of group criteria is `EXACT` or `STARTS_WITH`",
        "");
    return false;
  }

  private boolean isTextual(Syntax.Entry entry, Node value) {
    Kinds kinds = value.kinds.notNull();
    if (kinds.equals(Kinds.NONE) || kinds.meets(Kinds.TEXT.or(Kinds.ARRAYS))) {
      return true;
    }
    compiler.error(
        IssueCode.INVALID_CRITERIA,
        entry.value().place(),
        Values.article(kinds.label()) + " is no value of group criteria",
        "values are texts, as in `{'x', 'y'}`");
    return false;
  }

  private void unknownKey(Syntax.Entry entry) {
    List<String> known = new ArrayList<>(Criteria.Key.texts());
    known.add(OPERATOR);
    String closest = Suggestion.hint(entry.key(), known);
    compiler.error(
        IssueCode.INVALID_CRITERIA,
        entry.place(),
        "`" + entry.key() + "` is no key of group criteria",
        closest.isEmpty() ? "keys are " + keys() : closest);
  }

  private static String keys() {
    return "`" + String.join("`, `", Criteria.Key.texts()) + "`";
  }
}
