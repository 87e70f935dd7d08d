package io.attune.expression;

import io.attune.expression.Derivation.Outcome;
import io.attune.expression.spel.FrontEnd;
import io.attune.expression.spel.Operator;
import io.attune.expression.spel.Printer;
import io.attune.expression.spel.Syntax;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Derives a result part by part: each part is compiled and run by itself, in the order in which the
 * whole runs it. Slower than a run by the depth of the tree, and it costs a run nothing. Source:
 * expression-language 5.
 */
final class Explainer {
  private final Compiler compiler;
  private final EvaluationInput input;
  private final Evaluator evaluator = new Evaluator();
  private final Set<String> read = new LinkedHashSet<>();

  private Explainer(Expression expression, EvaluationInput input) {
    this.compiler = new Compiler(expression.text(), expression.scope(), null);
    this.input = input;
  }

  static Explanation explain(Expression expression, EvaluationInput input) {
    Explainer explainer = new Explainer(expression, input);
    if (!(FrontEnd.parse(expression.text()) instanceof FrontEnd.Tree tree)) {
      throw new IllegalStateException("a compiled expression cannot be read again");
    }
    Derivation derivation = explainer.part(tree.syntax());
    return new Explanation(expression.evaluate(input), derivation, List.copyOf(explainer.read));
  }

  private Derivation part(Syntax syntax) {
    Node node = compiler.node(syntax);
    List<Derivation> parts = new ArrayList<>();
    inner(syntax, parts);
    String text = Printer.print(syntax);
    Object value = evaluator.run(node, input);
    EvaluationFailure failure = evaluator.failure();
    if (isAttribute(node)) {
      read.add(text);
    }
    return new Derivation(
        text,
        compiler.column(syntax.start()),
        failure == null ? outcome(value) : new Outcome.Failed(failure),
        parts);
  }

  private static boolean isAttribute(Node node) {
    return node instanceof SlotNode
        || node instanceof AttributeNodes.OfOtherApp
        || node instanceof AttributeNodes.OfRecord
        || node instanceof AttributeNodes.OfProperties
        || node instanceof AttributeNodes.OfRoot
        || node instanceof UserNodes.Member;
  }

  private Outcome outcome(@Nullable Object value) {
    Kind kind = Kind.of(value);
    if (value == null || ClosedResult.isOpen(value)) {
      return new Outcome.Other(kind);
    }
    Object closed = ClosedResult.closed(evaluator, 1, value);
    return closed == null ? new Outcome.Other(Kind.NULL) : new Outcome.Value(closed);
  }

  /** The parts that the whole needs, in order. */
  private void inner(Syntax syntax, List<Derivation> parts) {
    if (syntax instanceof Syntax.ListOf list) {
      all(list.elements(), parts);
    } else if (syntax instanceof Syntax.Not not) {
      add(not.operand(), parts);
    } else if (syntax instanceof Syntax.Signed signed) {
      add(signed.operand(), parts);
    } else if (syntax instanceof Syntax.Comparison comparison) {
      all(List.of(comparison.left(), comparison.right()), parts);
    } else if (syntax instanceof Syntax.Chain chain) {
      chain(chain, parts);
    } else if (syntax instanceof Syntax.Choice choice) {
      choice(choice, parts);
    } else if (syntax instanceof Syntax.FirstOf firstOf) {
      firstOf(firstOf, parts);
    } else if (syntax instanceof Syntax.Call call) {
      all(call.arguments(), parts);
    } else if (syntax instanceof Syntax.Path path) {
      path(path, parts);
    }
  }

  /** Adds a part unless it says nothing; answers its value, or null also where it failed. */
  private @Nullable Object add(Syntax syntax, List<Derivation> parts) {
    if (syntax instanceof Syntax.MapOf) {
      return null;
    }
    if (syntax instanceof Syntax.Literal literal) {
      return literal.value();
    }
    Derivation part = part(syntax);
    parts.add(part);
    return part.outcome() instanceof Outcome.Value value ? value.value() : null;
  }

  private void all(List<Syntax> syntaxes, List<Derivation> parts) {
    for (Syntax syntax : syntaxes) {
      add(syntax, parts);
      if (failed(parts)) {
        return;
      }
    }
  }

  private static boolean failed(List<Derivation> parts) {
    return !parts.isEmpty() && parts.get(parts.size() - 1).outcome() instanceof Outcome.Failed;
  }

  private void chain(Syntax.Chain chain, List<Derivation> parts) {
    Operator operator = chain.links().get(0).operator();
    @Nullable Object decisive =
        operator == Operator.AND ? (Object) false : operator == Operator.OR ? (Object) true : null;
    Object value = add(chain.first(), parts);
    for (Syntax.Link link : chain.links()) {
      if (failed(parts) || (decisive != null && decisive.equals(value))) {
        return;
      }
      value = add(link.operand(), parts);
    }
  }

  private void choice(Syntax.Choice choice, List<Derivation> parts) {
    for (Syntax.Arm arm : choice.arms()) {
      Object condition = add(arm.condition(), parts);
      if (!(condition instanceof Boolean holds)) {
        return;
      }
      if (holds) {
        add(arm.value(), parts);
        return;
      }
    }
    add(choice.otherwise(), parts);
  }

  private void firstOf(Syntax.FirstOf firstOf, List<Derivation> parts) {
    for (Syntax option : firstOf.options()) {
      Object value = add(option, parts);
      if (failed(parts) || (value != null && !value.equals(""))) {
        return;
      }
    }
  }

  private void path(Syntax.Path path, List<Derivation> parts) {
    List<Syntax.Step> steps = path.steps();
    Syntax.Step last = steps.get(steps.size() - 1);
    List<Syntax.Step> before = steps.subList(0, steps.size() - 1);
    boolean attribute = last instanceof Syntax.Member && path.base() instanceof Syntax.Name;
    boolean call =
        before.isEmpty()
            && last instanceof Syntax.Invoke
            && path.base() instanceof Syntax.Name name
            && FunctionTable.namespaces().contains(name.name());
    if (!attribute && !call) {
      Syntax base = path.base();
      Syntax prefix =
          before.isEmpty() ? base : new Syntax.Path(path.place(), base, List.copyOf(before));
      add(prefix, parts);
    }
    if (last instanceof Syntax.Invoke invoke && !failed(parts)) {
      all(invoke.arguments(), parts);
    }
  }
}
