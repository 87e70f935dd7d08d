package io.attune.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code {'group.id': {'x'}, 'operator': 'EXACT'}}. Source: expression-language 3, Groups. */
final class CriteriaNode extends Node {
  static final String EXACT = "EXACT";
  private static final String STARTS_WITH = "STARTS_WITH";
  private static final String REST = ".*";

  private final List<Line> lines;
  private final @Nullable Node operator;

  /** One key, and what gives its alternatives: a text or an array of texts. */
  record Line(Criteria.Key key, Node values) {}

  CriteriaNode(int column, List<Line> lines, @Nullable Node operator) {
    super(column, Kinds.of(Kind.CRITERIA));
    this.lines = List.copyOf(lines);
    this.operator = operator;
  }

  static boolean isOperator(@Nullable Object value) {
    return EXACT.equals(value) || STARTS_WITH.equals(value);
  }

  @Override
  Object value(Evaluator evaluator) {
    Object how = operator == null ? STARTS_WITH : operator.value(evaluator);
    if (!isOperator(how)) {
      int at = operator == null ? column : operator.column;
      throw evaluator.fail(
          FailureCode.INVALID_CRITERIA, at, "the operator is neither `EXACT` nor `STARTS_WITH`");
    }
    List<Criteria.Line> read = new ArrayList<>(lines.size());
    for (Line line : lines) {
      boolean prefix = line.key() == Criteria.Key.NAME && STARTS_WITH.equals(how);
      read.add(new Criteria.Line(line.key(), texts(evaluator, line.values(), prefix), prefix));
    }
    return new Criteria(read);
  }

  private static List<String> texts(Evaluator evaluator, Node node, boolean prefix) {
    Object value = node.value(evaluator);
    List<?> values = value instanceof List<?> list ? list : Collections.singletonList(value);
    List<String> texts =
        new ArrayList<>(evaluator.budget().list(evaluator, node.column, values.size()));
    for (Object each : values) {
      if (!(each instanceof String text)) {
        throw each == null
            ? evaluator.fail(
                FailureCode.NULL_ARGUMENT, node.column, "a value of the criteria is null")
            : Values.wrongKind(evaluator, node.column, "a text", each);
      }
      boolean cut = prefix && text.endsWith(REST);
      texts.add(cut ? text.substring(0, text.length() - REST.length()) : text);
    }
    return texts;
  }
}
