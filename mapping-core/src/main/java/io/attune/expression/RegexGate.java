package io.attune.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Decides whether a pattern may be compiled: by its length, its groups and above all its counted
 * repeats, which the linear-time engine unrolls. Source: expression-language 6; trust 1.7.
 *
 * <p>Along a nesting path counts multiply: {@code (a{10}){20}} is 200. Over parallel parts they add
 * up, each character and each group of a repeated part for itself: {@code (ab){20}c{5}} is 65.
 */
final class RegexGate {
  static final int GROUP_DEPTH = 10;
  static final int NESTED_REPEATS = 1_000;
  static final int ALL_REPEATS = 2_000;

  private final String pattern;
  private int at;
  private int depth;
  private long repeated;
  private boolean tooDeep;
  private boolean tooNested;

  /** What {@link #check} answers. */
  sealed interface Checked {}

  /**
   * A pattern that may run.
   *
   * @param size about how many instructions it has
   */
  record Accepted(Pattern pattern, long size) implements Checked {}

  /** A pattern that may not, and why. */
  record Refused(String message) implements Checked {}

  /** The largest product of counts along one path, and how many characters are unrolled. */
  private record Weight(long path, long atoms) {
    static final Weight EMPTY = new Weight(1, 0);
    static final Weight ATOM = new Weight(1, 1);

    Weight beside(Weight other) {
      return new Weight(Math.max(path, other.path), atoms + other.atoms);
    }

    /** Capped, so that no product overflows. */
    Weight times(long count) {
      long cap = 1_000_000;
      return new Weight(Math.min(cap, path * count), Math.min(cap, Math.max(1, atoms) * count));
    }
  }

  private RegexGate(String pattern) {
    this.pattern = pattern;
  }

  /** Checks and compiles; a pattern that crosses a bound is never compiled. */
  static Checked check(String pattern) {
    if (pattern.length() > Bounds.PATTERN_CHARS) {
      return new Refused("the pattern has more than " + Bounds.PATTERN_CHARS + " characters");
    }
    RegexGate gate = new RegexGate(pattern);
    gate.parts();
    if (gate.tooDeep) {
      return new Refused("the pattern nests more than " + GROUP_DEPTH + " groups");
    }
    if (gate.tooNested) {
      return new Refused("counted repeats multiply to more than " + NESTED_REPEATS);
    }
    if (gate.repeated > ALL_REPEATS) {
      return new Refused("counted repeats add up to more than " + ALL_REPEATS);
    }
    try {
      return new Accepted(Pattern.compile(pattern), pattern.length() + gate.repeated);
    } catch (PatternSyntaxException invalid) {
      return new Refused("the pattern cannot be read: " + invalid.getDescription());
    }
  }

  /** All parts up to the end of the group, or of the pattern. */
  private Weight parts() {
    Weight sum = Weight.EMPTY;
    while (at < pattern.length() && pattern.charAt(at) != ')') {
      long repeatedBefore = repeated;
      Weight atom = atom();
      long count = quantifiers();
      if (count > 1) {
        atom = atom.times(count);
        tooNested |= atom.path > NESTED_REPEATS;
        // What was counted inside is counted again, multiplied, as part of this repeat.
        repeated = repeatedBefore + atom.atoms;
      }
      sum = sum.beside(atom);
    }
    return sum;
  }

  private Weight atom() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> characterClass();
      case '\\' -> escape();
      case '|', '^', '$' -> Weight.EMPTY;
      default -> Weight.ATOM;
    };
  }

  private Weight group() {
    if (++depth > GROUP_DEPTH) {
      tooDeep = true;
      at = pattern.length();
      return Weight.EMPTY;
    }
    Weight inner = parts();
    depth--;
    at++;
    return inner.beside(new Weight(1, 1));
  }

  private Weight characterClass() {
    if (at < pattern.length() && pattern.charAt(at) == '^') {
      at++;
    }
    // A bracket that comes first is a member of the class.
    if (at < pattern.length() && pattern.charAt(at) == ']') {
      at++;
    }
    while (at < pattern.length() && pattern.charAt(at) != ']') {
      if (pattern.charAt(at) == '\\') {
        at++;
      } else if (pattern.startsWith("[:", at) && pattern.indexOf(":]", at) > 0) {
        at = pattern.indexOf(":]", at) + 1;
      }
      at++;
    }
    at++;
    return Weight.ATOM;
  }

  private Weight escape() {
    if (at >= pattern.length()) {
      return Weight.ATOM;
    }
    char c = pattern.charAt(at++);
    if (c == 'Q') {
      int end = pattern.indexOf("\\E", at);
      int quoted = (end < 0 ? pattern.length() : end) - at;
      at = end < 0 ? pattern.length() : end + 2;
      return new Weight(1, quoted);
    }
    boolean braced = at < pattern.length() && pattern.charAt(at) == '{';
    if (braced && (c == 'x' || c == 'p' || c == 'P')) {
      int end = pattern.indexOf('}', at);
      at = end < 0 ? pattern.length() : end + 1;
    }
    return Weight.ATOM;
  }

  /** The product of the counted repeats that stand here; 1 where there are none. */
  private long quantifiers() {
    long product = 1;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      if (c == '*' || c == '+' || c == '?') {
        at++;
      } else if (c == '{') {
        long count = count();
        if (count < 0) {
          return product;
        }
        product = Math.min(1_000_000, product * Math.max(1, count));
      } else {
        return product;
      }
    }
    return product;
  }

  /** The larger number of {@code {n}}, {@code {n,}} or {@code {n,m}}; -1 if this is a literal. */
  private long count() {
    int end = pattern.indexOf('}', at);
    if (end < 0) {
      return -1;
    }
    long largest = 0;
    long number = 0;
    for (int index = at + 1; index < end; index++) {
      char c = pattern.charAt(index);
      if (c == ',') {
        number = 0;
      } else if (c < '0' || c > '9') {
        return -1;
      } else {
        number = Math.min(1_000_000, number * 10 + (c - '0'));
      }
      largest = Math.max(largest, number);
    }
    at = end + 1;
    return largest;
  }
}
