package io.attune.expression.spel;

import java.util.Map;
import org.springframework.expression.spel.ast.Assign;
import org.springframework.expression.spel.ast.BeanReference;
import org.springframework.expression.spel.ast.ConstructorReference;
import org.springframework.expression.spel.ast.FunctionReference;
import org.springframework.expression.spel.ast.Indexer;
import org.springframework.expression.spel.ast.OpDec;
import org.springframework.expression.spel.ast.OpInc;
import org.springframework.expression.spel.ast.OperatorBetween;
import org.springframework.expression.spel.ast.OperatorInstanceof;
import org.springframework.expression.spel.ast.OperatorPower;
import org.springframework.expression.spel.ast.Projection;
import org.springframework.expression.spel.ast.Selection;
import org.springframework.expression.spel.ast.TypeReference;
import org.springframework.expression.spel.ast.VariableReference;

/** What SpEL offers and the language refuses, as people call it. Source: expression-language 1. */
record Construct(String description, String hint) {
  private static final Construct OTHER = new Construct("this construct", "");

  private static final Map<Class<?>, Construct> NAMED =
      Map.ofEntries(
          Map.entry(Assign.class, new Construct("assignment", "to compare, write `==`")),
          Map.entry(BeanReference.class, new Construct("the bean reference `@`", "")),
          Map.entry(ConstructorReference.class, new Construct("creating an object with `new`", "")),
          Map.entry(FunctionReference.class, new Construct("the variable reference `#`", "")),
          Map.entry(Indexer.class, new Construct("an index on nothing", "name a list before `[`")),
          Map.entry(OpDec.class, new Construct("decrement", "write `- 1`")),
          Map.entry(OpInc.class, new Construct("increment", "write `+ 1`")),
          Map.entry(OperatorBetween.class, new Construct("`between`", "write `a >= b AND a <= c`")),
          Map.entry(OperatorInstanceof.class, new Construct("`instanceof`", "")),
          Map.entry(OperatorPower.class, new Construct("the power operator `^`", "")),
          Map.entry(
              Projection.class,
              new Construct("a projection on nothing", "name the groups before `.!`")),
          Map.entry(
              Selection.class, new Construct("selection", "only projection, `.![name]`, is there")),
          Map.entry(TypeReference.class, new Construct("the type reference `T(...)`", "")),
          Map.entry(VariableReference.class, new Construct("the variable reference `#`", "")));

  static Construct of(Class<?> node) {
    return NAMED.getOrDefault(node, OTHER);
  }
}
