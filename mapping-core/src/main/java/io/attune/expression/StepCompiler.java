package io.attune.expression;

import io.attune.expression.spel.Place;
import io.attune.expression.spel.Syntax;
import java.util.List;

/** Builds the steps of a path behind its first name. Source: expression-language 1. */
final class StepCompiler {
  private final Compiler compiler;
  private final CallCompiler calls;

  StepCompiler(Compiler compiler, CallCompiler calls) {
    this.compiler = compiler;
    this.calls = calls;
  }

  /**
   * @param column where the whole path begins
   */
  Node apply(Node base, Syntax.Step step, int column) {
    if (step instanceof Syntax.Index index) {
      return index(base, index, column);
    }
    if (step instanceof Syntax.Invoke invoke) {
      return calls.method(base, invoke, column);
    }
    if (step instanceof Syntax.Project project) {
      return noMember(base, project.place(), "cannot be projected");
    }
    Syntax.Member member = (Syntax.Member) step;
    return noMember(base, member.place(), "has no member `" + member.name() + "`");
  }

  private Node index(Node base, Syntax.Index index, int column) {
    Kinds kinds = base.kinds.notNull();
    if (!kinds.equals(Kinds.NONE) && !kinds.meets(Kinds.ARRAYS)) {
      return noMember(base, index.place(), "has no elements");
    }
    Node node = new StepNodes.Element(column, base, compiler.column(index.place()), index.index());
    return compiler.folded(index.place(), node, List.of(base));
  }

  private Node noMember(Node base, Place place, String what) {
    compiler.error(
        IssueCode.NO_SUCH_MEMBER,
        place,
        Values.article(base.kinds.notNull().label()) + " " + what,
        "");
    return compiler.broken(place);
  }
}
