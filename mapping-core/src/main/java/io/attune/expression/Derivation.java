package io.attune.expression;

import java.util.List;

/**
 * One part of an expression and what it gave.
 *
 * @param text the part, written canonically
 * @param column where it begins, from 1, in code points
 * @param outcome what it gave
 * @param parts what it was made of, in the order of evaluation: branches that were not taken and
 *     literals are left out
 */
public record Derivation(String text, int column, Outcome outcome, List<Derivation> parts) {

  /** Copies the list. */
  public Derivation {
    parts = List.copyOf(parts);
  }

  /** What a part gave. */
  public sealed interface Outcome {
    /** The outcome in a word or two. */
    String label();

    /** A closed value. */
    record Value(Object value) implements Outcome {
      @Override
      public String label() {
        return Kind.of(value).label();
      }
    }

    /** Null, or a user or groups, of which a part further out reads something. */
    record Other(Kind kind) implements Outcome {
      @Override
      public String label() {
        return kind.label();
      }
    }

    /** No value. */
    record Failed(EvaluationFailure failure) implements Outcome {
      @Override
      public String label() {
        return "failure";
      }
    }
  }
}
