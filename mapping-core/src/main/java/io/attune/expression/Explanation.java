package io.attune.expression;

import io.attune.expression.Derivation.Outcome;
import java.util.List;

/**
 * How an expression came to its result for one person.
 *
 * @param result what {@link Expression#evaluate} gives
 * @param derivation how, before the conversion into the target; only parts that were needed
 * @param attributesRead the attributes that were read, as written canonically, in order
 */
public record Explanation(Evaluation result, Derivation derivation, List<String> attributesRead) {

  /** Copies the list. */
  public Explanation {
    attributesRead = List.copyOf(attributesRead);
  }

  /**
   * The derivation as an indented tree, one line a part.
   *
   * <pre>
   * 1:1: user.age + 1 = 43
   *   1:1: user.age = 42
   * </pre>
   */
  public String render() {
    StringBuilder out = new StringBuilder();
    render(out, derivation, 0);
    return out.toString();
  }

  private static void render(StringBuilder out, Derivation part, int depth) {
    out.append("  ".repeat(depth)).append("1:").append(part.column()).append(": ");
    out.append(part.text()).append(outcome(part.outcome())).append('\n');
    for (Derivation inner : part.parts()) {
      render(out, inner, depth + 1);
    }
  }

  private static String outcome(Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      return " fails: " + failed.failure().code() + ", " + failed.failure().message();
    }
    if (outcome instanceof Outcome.Value value) {
      return " = " + literal(value.value());
    }
    boolean nothing = outcome.equals(new Outcome.Other(Kind.NULL));
    return " = " + (nothing ? "null" : Values.article(outcome.label()));
  }

  private static String literal(Object value) {
    if (value instanceof List<?> list) {
      return "{" + String.join(", ", list.stream().map(Explanation::element).toList()) + "}";
    }
    if (value instanceof String text) {
      return "'" + text.replace("'", "''") + "'";
    }
    return value instanceof Double number ? ShortestDecimal.of(number) : value.toString();
  }

  private static String element(Object value) {
    return value == null ? "null" : literal(value);
  }
}
