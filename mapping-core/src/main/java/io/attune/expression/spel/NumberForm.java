package io.attune.expression.spel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The form and size of the numbers of a text. Source: expression-language 1, integer and number.
 */
final class NumberForm {
  private final String text;
  private final Refusals refusals;
  private final List<Integer> longLiterals = new ArrayList<>();

  NumberForm(String text, Refusals refusals) {
    this.text = text;
    this.refusals = refusals;
  }

  /** Ends of integer literals that the parser takes only with a suffix. */
  List<Integer> longLiterals() {
    return List.copyOf(longLiterals);
  }

  /**
   * Checks the number that begins here.
   *
   * @return the offset behind it, and behind the letters glued to it
   */
  int check(int start) {
    int end = digitsFrom(start);
    boolean real =
        end + 1 < text.length()
            && text.charAt(end) == '.'
            && Characters.isDigit(text.charAt(end + 1));
    if (real) {
      end = digitsFrom(end + 1);
    }
    int tailEnd = end;
    while (tailEnd < text.length() && Characters.isNamePart(text.charAt(tailEnd))) {
      tailEnd++;
    }
    if (tailEnd > end) {
      tail(start, end, tailEnd);
    } else if (!real) {
      integer(start, end);
    } else if (Double.isInfinite(Double.parseDouble(text.substring(start, end)))) {
      tooLarge(start, end);
    }
    return tailEnd;
  }

  private int digitsFrom(int start) {
    int at = start;
    while (at < text.length() && Characters.isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private void integer(int start, int end) {
    try {
      long value = Long.parseLong(text, start, end, 10);
      if (value > Integer.MAX_VALUE || end - start > 9) {
        longLiterals.add(end);
      }
    } catch (NumberFormatException tooManyDigits) {
      tooLarge(start, end);
    }
  }

  private void tooLarge(int start, int end) {
    refusals.add(
        SyntaxFault.NUMBER_TOO_LARGE,
        start,
        end - start,
        "the number has no place in 64 bits",
        "the largest integer is 9223372036854775807");
  }

  private void tail(int start, int end, int tailEnd) {
    String tail = text.substring(end, tailEnd).toLowerCase(Locale.ROOT);
    String form;
    if (tail.startsWith("x")) {
      form = "hexadecimal numbers are not part of the language";
    } else if (tail.startsWith("e") && (tail.length() == 1 || Characters.isDigit(tail.charAt(1)))) {
      form = "numbers with an exponent are not part of the language";
    } else if (tail.equals("l") || tail.equals("f") || tail.equals("d")) {
      form = "numbers take no suffix";
    } else {
      form = "a name cannot begin with a digit";
    }
    refusals.add(
        SyntaxFault.NUMBER_FORM,
        start,
        tailEnd - start,
        form,
        "write digits only, as in `1234` or `3.141`");
  }
}
