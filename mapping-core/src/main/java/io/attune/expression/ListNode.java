package io.attune.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code {a, b}}. */
final class ListNode extends Node {
  private final Node[] elements;

  ListNode(int column, Kinds kinds, List<Node> elements) {
    super(column, kinds);
    this.elements = elements.toArray(Node[]::new);
  }

  @Override
  Object value(Evaluator evaluator) {
    evaluator.budget().list(evaluator, column, elements.length);
    List<@Nullable Object> values = new ArrayList<>(elements.length);
    for (Node element : elements) {
      Object value = element.value(evaluator);
      values.add(ClosedResult.closed(evaluator, element.column, value));
    }
    return Collections.unmodifiableList(values);
  }
}
