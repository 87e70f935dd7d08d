package io.attune.expression;

import io.attune.expression.spel.Printer;
import io.attune.expression.spel.Syntax;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the null of a result may come from: the parts that can be the result themselves, and under
 * which conditions. Source: expression-language 5.
 */
final class NullFlow {
  /**
   * A part that may be null and then is the result.
   *
   * @param always whether it is null whenever it is the result
   * @param condition when it is the result, in words to follow it; empty where always
   */
  record Source(Syntax part, boolean always, String condition) {}

  private final Compiler compiler;
  private final List<Source> sources = new ArrayList<>();

  private NullFlow(Compiler compiler) {
    this.compiler = compiler;
  }

  /** All sources in the order of the text. */
  static List<Source> into(Compiler compiler, Syntax result) {
    NullFlow flow = new NullFlow(compiler);
    flow.follow(result, "");
    return flow.sources;
  }

  private void follow(Syntax syntax, String condition) {
    if (syntax instanceof Syntax.Choice choice) {
      String before = "";
      for (Syntax.Arm arm : choice.arms()) {
        before = Printer.brief(arm.condition());
        follow(arm.value(), and(condition, "`" + before + "`"));
      }
      follow(choice.otherwise(), and(condition, "`" + before + "` does not hold"));
    } else if (syntax instanceof Syntax.FirstOf firstOf) {
      follow(firstOf.options().get(firstOf.options().size() - 1), condition);
    } else {
      Kinds kinds = compiler.node(syntax).kinds;
      if (kinds.mayBeNull()) {
        sources.add(new Source(syntax, kinds.isAlwaysNull(), condition));
      }
    }
  }

  private static String and(String condition, String more) {
    return condition.isEmpty() ? " where " + more : condition + " and " + more;
  }
}
