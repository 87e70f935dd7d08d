package io.attune.expression;

import io.attune.expression.spel.Syntax;
import java.util.ArrayList;
import java.util.List;

/** The parts directly within an expression that is no path. */
final class Parts {
  private Parts() {}

  static List<Syntax> of(Syntax syntax) {
    if (syntax instanceof Syntax.ListOf list) {
      return list.elements();
    }
    if (syntax instanceof Syntax.MapOf map) {
      return map.entries().stream().map(Syntax.Entry::value).toList();
    }
    if (syntax instanceof Syntax.Call call) {
      return call.arguments();
    }
    if (syntax instanceof Syntax.Not not) {
      return List.of(not.operand());
    }
    if (syntax instanceof Syntax.Signed signed) {
      return List.of(signed.operand());
    }
    if (syntax instanceof Syntax.Comparison comparison) {
      return List.of(comparison.left(), comparison.right());
    }
    return syntax instanceof Syntax.FirstOf firstOf ? firstOf.options() : inLine(syntax);
  }

  private static List<Syntax> inLine(Syntax syntax) {
    List<Syntax> parts = new ArrayList<>();
    if (syntax instanceof Syntax.Chain chain) {
      parts.add(chain.first());
      chain.links().forEach(link -> parts.add(link.operand()));
    } else if (syntax instanceof Syntax.Choice choice) {
      for (Syntax.Arm arm : choice.arms()) {
        parts.add(arm.condition());
        parts.add(arm.value());
      }
      parts.add(choice.otherwise());
    }
    return parts;
  }
}
