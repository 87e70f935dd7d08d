package io.attune.expression;

import io.attune.expression.Conversion.Chance;
import io.attune.expression.spel.Place;
import io.attune.expression.spel.Printer;
import io.attune.expression.spel.Syntax;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts a result into the kind of its target. Source: expression-language 4. */
final class TargetCompiler {
  private TargetCompiler() {}

  static Node convert(
      Compiler compiler, Syntax syntax, Node node, @Nullable AttributeDefinition target) {
    if (node instanceof BrokenNode) {
      return node;
    }
    if (target == null) {
      return ClosedResult.of(compiler, syntax, node);
    }
    Place place = syntax.place();
    Kinds kinds = node.kinds.notNull();
    if (target.required() && node.kinds.mayBeNull()) {
      for (NullFlow.Source source : NullFlow.into(compiler, syntax)) {
        compiler.warn(
            IssueCode.MAY_BE_NULL,
            source.part().place(),
            "`"
                + target.name()
                + "` is required, and `"
                + Printer.brief(source.part())
                + (source.always() ? "` is null" : "` may be null")
                + source.condition(),
            "choose a value for null with `?:`");
      }
    }
    if (kinds.equals(Kinds.NONE)) {
      return node;
    }
    List<Kind> possible = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (kinds.has(kind)) {
        possible.add(kind);
      }
    }
    AttributeKind wanted = target.kind();
    boolean never =
        possible.stream().allMatch(kind -> Conversion.chance(kind, wanted) == Chance.NEVER);
    if (never || neverAsConstant(node, wanted)) {
      compiler.error(
          IssueCode.NEVER_FITS,
          place,
          (node.isConstant() ? "this " + kinds.label() : Values.article(kinds.label()))
              + " never fits `"
              + target.name()
              + "`, "
              + Values.article(wanted.label()),
          "");
      return compiler.broken(place);
    }
    boolean always =
        possible.stream().allMatch(kind -> Conversion.chance(kind, wanted) == Chance.ALWAYS);
    if (!always && !Kinds.UNKNOWN.notNull().within(kinds) && !node.isConstant()) {
      compiler.warn(
          IssueCode.MAY_NOT_FIT,
          place,
          Values.article(kinds.label())
              + " does not always fit `"
              + target.name()
              + "`, "
              + Values.article(wanted.label()),
          "");
    }
    return possible.equals(List.of(Kind.of(wanted)))
        ? node
        : new Converted(compiler.column(place), node, wanted);
  }

  private static boolean neverAsConstant(Node node, AttributeKind wanted) {
    if (!node.isConstant()) {
      return false;
    }
    Object value = new Evaluator().run(node, EvaluationInput.ofUser(EvaluationRun.EMPTY, null));
    return value != null && Conversion.convert(value, wanted) == null;
  }

  /** A result on its way into its target. */
  private static final class Converted extends Node {
    private final Node node;
    private final AttributeKind target;

    Converted(int column, Node node, AttributeKind target) {
      super(column, Kinds.of(Kind.of(target)).orNull());
      this.node = node;
      this.target = target;
    }

    @Override
    @Nullable Object value(Evaluator evaluator) {
      Object value = node.value(evaluator);
      if (value == null || (value instanceof String && target == AttributeKind.STRING)) {
        return value;
      }
      Object converted = Conversion.convert(value, target);
      if (converted == null) {
        throw evaluator.fail(
            FailureCode.NOT_CONVERTIBLE,
            column,
            Values.article(Kind.of(value).label())
                + " cannot become "
                + Values.article(target.label()));
      }
      return converted;
    }
  }
}
