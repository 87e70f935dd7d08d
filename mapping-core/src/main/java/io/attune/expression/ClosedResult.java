package io.attune.expression;

import io.attune.expression.spel.Syntax;
import io.attune.profile.Profile;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A result without a target: only a closed value may leave the evaluation, so that no profile, with
 * its secrets, ever does. A time and a country code leave as text. Source: expression-language 4;
 * trust 1.5.
 */
final class ClosedResult extends Node {
  private static final Kinds OPEN =
      Kinds.of(Kind.USER, Kind.GROUP, Kind.CRITERIA, Kind.GROUP_ARRAY);
  private static final Kinds AS_TEXT = Kinds.of(Kind.TIME, Kind.COUNTRY_CODE);

  private final Node node;

  private ClosedResult(int column, Node node) {
    super(column, node.kinds);
    this.node = node;
  }

  /** The node itself where it can only be closed; refused where it can never be. */
  static Node of(Compiler compiler, Syntax syntax, Node node) {
    Kinds kinds = node.kinds.notNull();
    if (!kinds.equals(Kinds.NONE) && kinds.within(OPEN)) {
      compiler.error(
          IssueCode.NOT_A_VALUE,
          syntax.place(),
          Values.article(kinds.label()) + " is no value that can be stored",
          kinds.has(Kind.GROUP_ARRAY)
              ? "write `.![name]` behind it"
              : "name one of its attributes");
      return compiler.broken(syntax.place());
    }
    boolean certain = !kinds.meets(OPEN.or(AS_TEXT)) && !kinds.has(Kind.ARRAY);
    return certain ? node : new ClosedResult(compiler.column(syntax.place()), node);
  }

  @Override
  @Nullable Object value(Evaluator evaluator) {
    return closed(evaluator, column, node.value(evaluator));
  }

  /** A value as one that can be stored, or be an element. */
  static @Nullable Object closed(Evaluator evaluator, int column, @Nullable Object value) {
    if (value instanceof OffsetDateTime time) {
      return IsoTime.write(time);
    }
    if (value instanceof Country country) {
      return country.alpha2();
    }
    if (isOpen(value)) {
      throw evaluator.fail(
          FailureCode.NOT_A_VALUE, column, "the result holds what is no value that can be stored");
    }
    return value;
  }

  /** Whether a value cannot be stored, nor any array that holds it. */
  static boolean isOpen(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().anyMatch(ClosedResult::isOpen);
    }
    return value instanceof Profile
        || value instanceof Group
        || value instanceof Criteria
        || value instanceof Map;
  }
}
