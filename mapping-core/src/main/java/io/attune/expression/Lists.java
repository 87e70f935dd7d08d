package io.attune.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays, and texts of comma-separated elements that stand for arrays. */
final class Lists {
  private Lists() {}

  /**
   * The array that a node gives, or null.
   *
   * @throws Abort if it gives something else
   */
  static @Nullable List<?> of(Evaluator evaluator, Node node) {
    Object value = node.value(evaluator);
    if (value == null || value instanceof List) {
      return (List<?>) value;
    }
    if (value instanceof String text) {
      return split(evaluator, node.column, text);
    }
    throw Values.wrongKind(evaluator, node.column, "an array", value);
  }

  /** The elements of a text, split at commas and trimmed; none if it is empty. */
  static List<String> split(Evaluator evaluator, int column, String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    long commas = text.chars().filter(unit -> unit == ',').count();
    evaluator.budget().list(evaluator, column, commas + 1);
    List<String> elements = new ArrayList<>();
    int from = 0;
    for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', from)) {
      elements.add(text.substring(from, comma).strip());
      from = comma + 1;
    }
    elements.add(text.substring(from).strip());
    return elements;
  }
}
