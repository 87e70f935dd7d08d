package io.attune.expression;

import io.attune.expression.FunctionNode.Receiver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One function of the language: what an author must know of it, and what it does. Adding a function
 * is adding one of these to its table. Source: expression-language 3.
 *
 * @param name as written, its namespace included: {@code String.len}
 * @param parameters in order; of a method, the first is what it is called on
 * @param optional how many of the last parameters may be left out
 * @param variadic whether the last parameter may be given several times
 * @param result what it answers
 * @param documentation one sentence
 * @param example an expression that the reference shows with its value
 * @param instead the form to write instead of this deprecated one, or null
 * @param reads what it looks at besides its arguments
 * @param body what it does
 */
record Function(
    String name,
    List<Parameter> parameters,
    int optional,
    boolean variadic,
    Kinds result,
    String documentation,
    String example,
    @Nullable String instead,
    Reads reads,
    Body body) {
  /** What a function looks at besides its arguments; only one that looks at nothing is folded. */
  enum Reads {
    NOTHING(""),
    CLOCK(""),
    USER(""),
    GROUPS("one step for each group of the user"),
    RELATED_USERS("one look-up");

    private final String cost;

    Reads(String cost) {
      this.cost = cost;
    }

    /** What a call costs besides the length of its texts and arrays, in words; often nothing. */
    String cost() {
      return cost;
    }
  }

  /** What a parameter takes. */
  enum Want {
    /** A text; numbers and booleans are rendered. */
    TEXT,
    /** A text that is written as a literal. */
    LITERAL,
    /** A regular expression, checked when compiled if it is constant. */
    PATTERN,
    /** An integer. */
    INTEGER,
    /** An array, or a text of comma-separated elements. */
    ARRAY,
    /** The same, or an array of groups, of which only the number matters. */
    COUNTED,
    /** A text or a number. */
    TEXT_OR_NUMBER,
    /** A map of group criteria. */
    CRITERIA,
    /** A time. */
    TIME,
    /** A country code. */
    COUNTRY,
    /** Anything that an attribute may hold. */
    ANY;

    /** Whether it reaches the body as a text. */
    boolean isText() {
      return this == TEXT || this == LITERAL || this == PATTERN;
    }

    /** What the compiler accepts. */
    Kinds kinds() {
      return switch (this) {
        case TEXT, PATTERN -> Kinds.TEXTUAL;
        case LITERAL -> Kinds.TEXT;
        case INTEGER -> Kinds.INTEGER;
        case ARRAY -> Kinds.ARRAYS.without(Kinds.of(Kind.GROUP_ARRAY)).or(Kinds.TEXT);
        case COUNTED -> Kinds.ARRAYS.or(Kinds.TEXT);
        case TEXT_OR_NUMBER -> Kinds.TEXT.or(Kinds.NUMERIC);
        case CRITERIA -> Kinds.of(Kind.CRITERIA);
        case TIME -> Kinds.of(Kind.TIME);
        case COUNTRY -> Kinds.of(Kind.COUNTRY_CODE);
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
  interface Body {
    /** A call of the function whose body this is. */
    FunctionNode node(int column, Function function, List<Node> arguments, Receiver receiver);
  }

  /** Takes whatever the parameters say. */
  interface OfAny extends Body {
    @Nullable Object call(Arguments arguments);

    @Override
    default FunctionNode node(
        int column, Function function, List<Node> arguments, Receiver receiver) {
      return new FunctionNode.OfAny(column, function, arguments, receiver, this);
    }
  }

  /** Takes one text; null only where its parameter lets it. */
  interface OfText extends Body {
    @Nullable Object call(Arguments call, @Nullable String text);

    @Override
    default FunctionNode node(
        int column, Function function, List<Node> arguments, Receiver receiver) {
      return new TextCalls.OfOne(column, function, arguments, receiver, this);
    }
  }

  /** Takes two texts; the first is null only where its parameter lets it. */
  interface OfTwoTexts extends Body {
    @Nullable Object call(Arguments call, @Nullable String text, String part);

    @Override
    default FunctionNode node(
        int column, Function function, List<Node> arguments, Receiver receiver) {
      return new TextCalls.OfTwo(column, function, arguments, receiver, this);
    }
  }

  /** Takes three texts. */
  interface OfThreeTexts extends Body {
    Object call(Arguments call, String text, String match, String with);

    @Override
    default FunctionNode node(
        int column, Function function, List<Node> arguments, Receiver receiver) {
      return new TextCalls.OfThree(column, function, arguments, receiver, this);
    }
  }

  /** Takes a text and two places in it; its end where the second is left out. */
  interface OfRange extends Body {
    Object call(Arguments call, String text, long from, long to);

    @Override
    default FunctionNode node(
        int column, Function function, List<Node> arguments, Receiver receiver) {
      return new TextCalls.OfRange(column, function, arguments, receiver, this);
    }
  }

  /** Takes all its parameters and looks at nothing else. */
  static Function of(
      String name, Kinds result, String documentation, OfAny body, Parameter... parameters) {
    return of(name, result, documentation, (Body) body, parameters);
  }

  /** The same with a body of texts. */
  static Function of(
      String name, Kinds result, String documentation, Body body, Parameter... parameters) {
    return new Function(
        name, List.of(parameters), 0, false, result, documentation, "", null, Reads.NOTHING, body);
  }

  /** The same under another name, in documentation too. */
  Function named(String newName, String newExample) {
    return new Function(
        newName,
        parameters,
        optional,
        variadic,
        result,
        documentation,
        newExample,
        instead,
        reads,
        body);
  }

  /** The same, with the last parameter given once or more. */
  Function repeating() {
    return new Function(
        name, parameters, 0, true, result, documentation, example, instead, reads, body);
  }

  /** The same, with so many of the last parameters left out at will. */
  Function optional(int count) {
    return new Function(
        name, parameters, count, variadic, result, documentation, example, instead, reads, body);
  }

  /** The same with this example. */
  Function example(String newExample) {
    return new Function(
        name,
        parameters,
        optional,
        variadic,
        result,
        documentation,
        newExample,
        instead,
        reads,
        body);
  }

  /** The same, looking at this too. */
  Function reading(Reads newReads) {
    return new Function(
        name,
        parameters,
        optional,
        variadic,
        result,
        documentation,
        example,
        instead,
        newReads,
        body);
  }

  /** The same as a deprecated form, with what to write instead of it. */
  Function deprecatedFor(String newInstead) {
    return new Function(
        name,
        parameters,
        optional,
        variadic,
        result,
        documentation,
        example,
        newInstead,
        reads,
        body);
  }

  /** Functions by their names, in their order. */
  static Map<String, Function> byName(Function... functions) {
    Map<String, Function> byName = new LinkedHashMap<>();
    for (Function function : functions) {
      byName.put(function.name(), function);
    }
    return byName;
  }

  /** Whether it takes so many arguments. */
  boolean takes(int count) {
    int fewest = parameters.size() - optional;
    return count >= fewest && (variadic || count <= parameters.size());
  }

  /** Whether a parameter takes this. */
  boolean wants(Want want) {
    return parameters.stream().anyMatch(parameter -> parameter.want() == want);
  }

  /** The parameter that an argument is for. */
  Parameter parameter(int index) {
    return parameters.get(Math.min(index, parameters.size() - 1));
  }

  /** The signature as documentation shows it: {@code String.append(a, b)}. */
  String signature() {
    return name + parameterList(0);
  }

  /** Whether it may stand To Okta, where there is no Okta user yet of whom to ask. */
  boolean allowedToOkta() {
    return !name.startsWith(Names.USER + ".");
  }

  /** The signature of a method: {@code text.substring(from, [to])}. */
  String methodSignature() {
    return parameters.get(0).name() + "." + name + parameterList(1);
  }

  private String parameterList(int from) {
    StringBuilder list = new StringBuilder("(");
    for (int index = from; index < parameters.size(); index++) {
      boolean left = index >= parameters.size() - optional;
      list.append(index == from ? "" : ", ").append(left ? "[" : "");
      list.append(parameters.get(index).name()).append(left ? "]" : "");
    }
    return list.append(variadic ? ", …)" : ")").toString();
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
