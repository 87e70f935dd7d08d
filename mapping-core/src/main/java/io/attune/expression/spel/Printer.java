package io.attune.expression.spel;

import java.util.List;

/**
 * Writes a tree as its canonical text: one space around operators and behind commas, single quotes,
 * symbols for words, brackets only where the tree needs them. Reading the text gives the tree
 * again.
 */
public final class Printer {
  private static final int BRIEF_CHARS = 60;

  /** How tightly a whole expression binds: 0 condition, 1 to 5 operators, 6 unary, 7 primary. */
  private static final int CONDITION = 0;

  private static final int UNARY = 6;
  private static final int PRIMARY = 7;

  private final StringBuilder out = new StringBuilder();

  private Printer() {}

  /** The canonical text. */
  public static String print(Syntax syntax) {
    Printer printer = new Printer();
    printer.write(syntax, CONDITION);
    return printer.out.toString();
  }

  /** The canonical text, cut where it is too long for a message. */
  public static String brief(Syntax syntax) {
    String text = print(syntax);
    if (text.length() <= BRIEF_CHARS) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(BRIEF_CHARS - 2));
    return text.substring(0, BRIEF_CHARS - (splits ? 2 : 1)) + "…";
  }

  private static int precedence(Syntax syntax) {
    if (syntax instanceof Syntax.Chain chain) {
      return chain.links().get(0).operator().precedence();
    }
    if (syntax instanceof Syntax.Comparison) {
      return Operator.EQUAL.precedence();
    }
    if (syntax instanceof Syntax.Choice || syntax instanceof Syntax.FirstOf) {
      return CONDITION;
    }
    return syntax instanceof Syntax.Not || syntax instanceof Syntax.Signed ? UNARY : PRIMARY;
  }

  private void write(Syntax syntax, int atLeast) {
    boolean bracketed = precedence(syntax) < atLeast;
    if (bracketed) {
      out.append('(');
    }
    writeBare(syntax);
    if (bracketed) {
      out.append(')');
    }
  }

  private void writeBare(Syntax syntax) {
    if (syntax instanceof Syntax.Literal literal) {
      writeLiteral(literal);
    } else if (syntax instanceof Syntax.Name name) {
      out.append(name.name());
    } else if (syntax instanceof Syntax.ListOf list) {
      writeAll(list.elements(), '{', '}');
    } else if (syntax instanceof Syntax.MapOf map) {
      writeMap(map);
    } else if (syntax instanceof Syntax.Call call) {
      out.append(call.name());
      writeAll(call.arguments(), '(', ')');
    } else if (syntax instanceof Syntax.Path path) {
      writePath(path);
    } else {
      writeOperator(syntax);
    }
  }

  private void writeOperator(Syntax syntax) {
    if (syntax instanceof Syntax.Chain chain) {
      int precedence = precedence(chain);
      write(chain.first(), precedence);
      for (Syntax.Link link : chain.links()) {
        out.append(' ').append(link.operator().symbol()).append(' ');
        write(link.operand(), precedence + 1);
      }
    } else if (syntax instanceof Syntax.Comparison comparison) {
      write(comparison.left(), Operator.PLUS.precedence());
      out.append(' ').append(comparison.operator().symbol()).append(' ');
      write(comparison.right(), Operator.PLUS.precedence());
    } else if (syntax instanceof Syntax.Not not) {
      out.append('!');
      write(not.operand(), UNARY);
    } else if (syntax instanceof Syntax.Signed signed) {
      out.append(signed.minus() ? '-' : '+');
      // Two signs in a row would read as an increment or a decrement.
      write(signed.operand(), signed.operand() instanceof Syntax.Signed ? PRIMARY : UNARY);
    } else if (syntax instanceof Syntax.Choice choice) {
      writeChoice(choice);
    } else {
      writeFirstOf((Syntax.FirstOf) syntax);
    }
  }

  private void writeChoice(Syntax.Choice choice) {
    for (Syntax.Arm arm : choice.arms()) {
      write(arm.condition(), Operator.OR.precedence());
      out.append(" ? ");
      write(arm.value(), CONDITION);
      out.append(" : ");
    }
    write(choice.otherwise(), CONDITION);
  }

  private void writeFirstOf(Syntax.FirstOf firstOf) {
    List<Syntax> options = firstOf.options();
    for (int index = 0; index < options.size() - 1; index++) {
      write(options.get(index), Operator.OR.precedence());
      out.append(" ?: ");
    }
    write(options.get(options.size() - 1), CONDITION);
  }

  private void writeLiteral(Syntax.Literal literal) {
    Object value = literal.value();
    if (value instanceof String text) {
      writeText(text);
    } else if (value instanceof Double number) {
      out.append(Decimals.plain(number));
    } else {
      out.append(value);
    }
  }

  private void writeText(String text) {
    out.append('\'').append(text.replace("'", "''")).append('\'');
  }

  private void writeAll(List<Syntax> parts, char open, char close) {
    out.append(open);
    String separator = "";
    for (Syntax part : parts) {
      out.append(separator);
      write(part, CONDITION);
      separator = ", ";
    }
    out.append(close);
  }

  private void writeMap(Syntax.MapOf map) {
    out.append(map.entries().isEmpty() ? "{:" : "{");
    String separator = "";
    for (Syntax.Entry entry : map.entries()) {
      out.append(separator);
      writeText(entry.key());
      out.append(": ");
      write(entry.value(), CONDITION);
      separator = ", ";
    }
    out.append('}');
  }

  private void writePath(Syntax.Path path) {
    write(path.base(), PRIMARY);
    for (Syntax.Step step : path.steps()) {
      String dot = step.safe() ? "?." : ".";
      if (step instanceof Syntax.Index index) {
        out.append('[').append(index.index()).append(']');
      } else if (step instanceof Syntax.Project project) {
        out.append(".![").append(String.join(".", project.names())).append(']');
      } else if (step instanceof Syntax.Invoke invoke) {
        out.append(dot).append(invoke.name());
        writeAll(invoke.arguments(), '(', ')');
      } else if (step instanceof Syntax.Member member && member.quoted()) {
        out.append('[');
        writeText(member.name());
        out.append(']');
      } else if (step instanceof Syntax.Member member) {
        out.append(dot).append(member.name());
      }
    }
  }
}
