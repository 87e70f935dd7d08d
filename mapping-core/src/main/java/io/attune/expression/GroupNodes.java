package io.attune.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read of groups at run time. Source: expression-language 1, projection; 3, Groups. */
final class GroupNodes {
  private GroupNodes() {}

  /** {@code groups.![name]}. */
  static final class Projection extends Node {
    private final Node groups;
    private final GroupField field;

    Projection(int column, Node groups, GroupField field) {
      super(column, Kinds.of(Kind.STRING_ARRAY));
      this.groups = groups;
      this.field = field;
    }

    @Override
    Object value(Evaluator evaluator) {
      Object value = groups.value(evaluator);
      if (!(value instanceof List<?> list)) {
        throw Values.wrongOperand(evaluator, column, "an array of groups", value);
      }
      List<@Nullable Object> values =
          new ArrayList<>(evaluator.budget().list(evaluator, column, list.size()));
      for (Object element : list) {
        values.add(field.of(group(evaluator, column, element)));
      }
      return values;
    }
  }

  /** {@code groups[0].name}. */
  static final class Member extends Node {
    private final Node group;
    private final GroupField field;
    private final boolean safe;

    Member(int column, Node group, GroupField field, boolean safe) {
      super(column, Kinds.TEXT.orNull());
      this.group = group;
      this.field = field;
      this.safe = safe;
    }

    @Override
    @Nullable Object value(Evaluator evaluator) {
      Object value = group.value(evaluator);
      return value == null && safe ? null : field.of(group(evaluator, column, value));
    }
  }

  private static Group group(Evaluator evaluator, int column, @Nullable Object value) {
    if (value instanceof Group group) {
      return group;
    }
    throw Values.wrongOperand(evaluator, column, "a group", value);
  }
}
