package io.attune.expression;

import java.util.List;

/** What compiling a text gives: an expression, or every reason against it. */
public sealed interface Compilation {
  /** Everything there is to say, errors and warnings, by column. */
  List<Issue> issues();

  /** The expression may run; {@code warnings} do not hinder it. */
  record Compiled(Expression expression, List<Issue> warnings) implements Compilation {
    @Override
    public List<Issue> issues() {
      return warnings;
    }
  }

  /** The expression is refused; at least one of the issues is an error. */
  record Rejected(List<Issue> issues) implements Compilation {}
}
