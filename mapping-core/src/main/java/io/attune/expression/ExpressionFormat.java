package io.attune.expression;

import io.attune.expression.spel.FrontEnd;
import io.attune.expression.spel.Printer;

/** The canonical text of expressions. */
public final class ExpressionFormat {
  private ExpressionFormat() {}

  /**
   * An expression as it is written canonically: one space around operators, single quotes, symbols
   * for words, brackets only where they matter. Reading it gives the same expression again; what
   * cannot be read stays as it is.
   */
  public static String canonical(String text) {
    return FrontEnd.parse(text) instanceof FrontEnd.Tree tree ? Printer.print(tree.syntax()) : text;
  }
}
