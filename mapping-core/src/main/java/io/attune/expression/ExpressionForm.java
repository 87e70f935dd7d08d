package io.attune.expression;

import io.attune.expression.spel.FrontEnd;
import io.attune.expression.spel.Syntax;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** How an administrator sees a mapping. Source: okta-behaviour 1.2.13. */
public enum ExpressionForm {
  /** One attribute as it is: "map from profile". */
  MAP_FROM("map from"),
  /** A literal: "same value for all users". */
  SAME_VALUE("same value"),
  /** Anything else. */
  EXPRESSION("expression");

  private final String label;

  ExpressionForm(String label) {
    this.label = label;
  }

  /** The form in words. */
  public String label() {
    return label;
  }

  /** The form of a text; of one that cannot be read, {@link #EXPRESSION}. */
  public static ExpressionForm of(String text) {
    if (!(FrontEnd.parse(text) instanceof FrontEnd.Tree tree)) {
      return EXPRESSION;
    }
    Syntax syntax = tree.syntax();
    boolean attribute =
        syntax instanceof Syntax.Name
            || (syntax instanceof Syntax.Path path
                && path.base() instanceof Syntax.Name
                && path.steps().size() == 1
                && path.steps().get(0) instanceof Syntax.Member);
    if (attribute) {
      return MAP_FROM;
    }
    return isConstant(syntax) ? SAME_VALUE : EXPRESSION;
  }

  private static boolean isConstant(Syntax syntax) {
    if (syntax instanceof Syntax.ListOf list) {
      return list.elements().stream().allMatch(ExpressionForm::isConstant);
    }
    return syntax instanceof Syntax.Signed signed
        ? signed.operand() instanceof Syntax.Literal
        : syntax instanceof Syntax.Literal;
  }

  /**
   * The literal that gives a value: a {@link String}, {@link Boolean}, {@link Long}, finite {@link
   * Double}, or a list of these.
   */
  public static String literal(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(ExpressionForm::literal).collect(Collectors.joining(", ", "{", "}"));
    }
    return value instanceof String text
        ? "'" + text.replace("'", "''") + "'"
        : value instanceof Double number
            ? new BigDecimal(number.toString()).toPlainString()
            : value.toString();
  }
}
