package io.attune.expression;

import java.util.List;

/** What an expression gives for one person. */
public sealed interface Evaluation {
  /** What to know about it, in the order of evaluation. */
  List<EvaluationWarning> warnings();

  /** A closed value: string, boolean, 64-bit integer, finite double, or a list of these. */
  record Value(Object value, List<EvaluationWarning> warnings) implements Evaluation {}

  /** The expression gives null. */
  record Absent(List<EvaluationWarning> warnings) implements Evaluation {}

  /** The expression has no value. */
  record Failed(EvaluationFailure failure, List<EvaluationWarning> warnings)
      implements Evaluation {}
}
