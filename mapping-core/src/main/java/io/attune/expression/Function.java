package io.attune.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One function of the language: what an author must know of it, and what it does. Adding a function
 * is adding one of these to its table. Source: expression-language 3.
 *
 * @param name as written, its namespace included: {@code String.len}
 * @param parameters in order; the last repeats where {@code variadic}
 * @param variadic whether the last parameter may be given several times
 * @param result what it answers
 * @param documentation one sentence
 * @param instead the form to write instead of this deprecated one, or null
 * @param body what it does
 */
record Function(
    String name,
    List<Parameter> parameters,
    boolean variadic,
    Kinds result,
    String documentation,
    @Nullable String instead,
    Body body) {
  /** What a parameter takes. */
  enum Want {
    /** A text; numbers and booleans are rendered. */
    TEXT,
    /** An integer. */
    INTEGER,
    /** An array, or a text of comma-separated elements. */
    ARRAY,
    /** A text or a number. */
    TEXT_OR_NUMBER,
    /** Anything that an attribute may hold. */
    ANY;

    /** What the compiler accepts. */
    Kinds kinds() {
      return switch (this) {
        case TEXT -> Kinds.TEXTUAL;
        case INTEGER -> Kinds.INTEGER;
        case ARRAY -> Kinds.ARRAYS.or(Kinds.TEXT);
        case TEXT_OR_NUMBER -> Kinds.TEXT.or(Kinds.NUMERIC);
        case ANY -> Kinds.UNKNOWN;
      };
    }
  }

  /**
   * One parameter.
   *
   * @param name as messages name it
   * @param want what it takes
   * @param nullable whether the body handles null; else null is an error
   */
  record Parameter(String name, Want want, boolean nullable) {}

  /** What a function does with arguments that fit its parameters. */
  @FunctionalInterface
  interface Body {
    @Nullable Object call(Arguments arguments);
  }

  /** The fewest arguments it takes. */
  int fewest() {
    return parameters.size();
  }

  /** Whether it takes so many arguments. */
  boolean takes(int count) {
    return variadic ? count >= fewest() : count == fewest();
  }

  /** The parameter that an argument is for. */
  Parameter parameter(int index) {
    return parameters.get(Math.min(index, parameters.size() - 1));
  }

  /** The signature as documentation shows it: {@code String.append(a, b)}. */
  String signature() {
    String names = String.join(", ", parameters.stream().map(Parameter::name).toList());
    return name + "(" + names + (variadic ? ", …" : "") + ")";
  }

  static Parameter text(String name) {
    return new Parameter(name, Want.TEXT, false);
  }

  static Parameter nullableText(String name) {
    return new Parameter(name, Want.TEXT, true);
  }

  static Parameter integer(String name) {
    return new Parameter(name, Want.INTEGER, false);
  }

  static Parameter array(String name) {
    return new Parameter(name, Want.ARRAY, false);
  }

  static Parameter nullableArray(String name) {
    return new Parameter(name, Want.ARRAY, true);
  }

  static Parameter any(String name) {
    return new Parameter(name, Want.ANY, true);
  }
}
