package io.attune.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every function of the language by its name, and which of them are methods of a value. */
final class FunctionTable {
  private static final Map<String, Function> BY_NAME = new LinkedHashMap<>();
  private static final Map<String, Function> OF_TEXT = new LinkedHashMap<>();
  private static final Map<String, Function> OF_ARRAY = new LinkedHashMap<>();
  private static final Map<String, Function> OF_COUNTRY = CountryFunctions.methods();
  private static final Map<String, Function> OF_TIME = TimeMethods.ofTime();

  static {
    addAll(StringFunctions.all());
    addAll(ArrayFunctions.all());
    addAll(ConvertFunctions.all());
    addAll(CountryFunctions.all());
    addAll(TimeFunctions.all());
    addAll(List.of(TimeMethods.now()));
    addAll(GroupFunctions.all());
    addAll(UserFunctions.all());
    for (String bare :
        List.of("toUpperCase", "toLowerCase", "substringBefore", "substringAfter", "substring")) {
      Function function = of("String." + bare);
      String example = function.example().replace("String.", "");
      BY_NAME.put(bare, function.named(bare, example).deprecatedFor(function.name()));
    }
    methods();
  }

  private FunctionTable() {}

  private static void addAll(List<Function> functions) {
    functions.forEach(function -> BY_NAME.put(function.name(), function));
  }

  private static Function of(String name) {
    return Objects.requireNonNull(BY_NAME.get(name));
  }

  private static void methods() {
    method(OF_TEXT, "toUpperCase", "String.toUpperCase", "'a'.toUpperCase()");
    method(OF_TEXT, "toLowerCase", "String.toLowerCase", "'A'.toLowerCase()");
    method(OF_TEXT, "substring", "String.substring", "'abc'.substring(1)");
    OF_TEXT.computeIfPresent("substring", (name, function) -> function.optional(1));
    method(OF_TEXT, "replace", "String.replace", "'aba'.replace('a', 'c')");
    method(OF_TEXT, "replaceFirst", "String.replaceFirst", "'aba'.replaceFirst('a', 'c')");
    method(OF_TEXT, "length", "String.len", "'abc'.length()");
    method(OF_TEXT, "removeSpaces", "String.removeSpaces", "'a b'.removeSpaces()");
    method(OF_TEXT, "contains", "String.stringContains", "'abc'.contains('b')");
    method(OF_TEXT, "startsWith", "String.startsWith", "'abc'.startsWith('a')");
    method(OF_TEXT, "substringBefore", "String.substringBefore", "'a@b'.substringBefore('@')");
    method(OF_TEXT, "substringAfter", "String.substringAfter", "'a@b'.substringAfter('@')");
    OF_TEXT.put("toInteger", ConvertFunctions.toIntegerMethod());
    method(OF_TEXT, "toNumber", "Convert.toNum", "'1.5'.toNumber()");
    OF_TEXT.put("parseCountryCode", CountryFunctions.parse());
    OF_TEXT.putAll(TimeMethods.ofText());
    method(OF_ARRAY, "contains", "Arrays.contains", "{1, 2}.contains(1)");
    method(OF_ARRAY, "size", "Arrays.size", "{1, 2}.size()");
    method(OF_ARRAY, "isEmpty", "Arrays.isEmpty", "{1, 2}.isEmpty()");
    method(OF_ARRAY, "add", "Arrays.add", "{1, 2}.add(3)");
    method(OF_ARRAY, "remove", "Arrays.remove", "{3, 1}.remove(1)");
    OF_ARRAY.put("flatten", ArrayFunctions.flattenMethod());
  }

  private static void method(
      Map<String, Function> methods, String name, String function, String example) {
    methods.put(name, of(function).named(name, example));
  }

  /** The function of this name, or null. */
  static @Nullable Function find(String name) {
    return BY_NAME.get(name);
  }

  /** All functions, in the order of the specification. */
  static List<Function> all() {
    return List.copyOf(BY_NAME.values());
  }

  /** All names. */
  static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /** All namespaces: what may stand before a dot and a function. */
  static List<String> namespaces() {
    return BY_NAME.keySet().stream()
        .filter(name -> name.contains("."))
        .map(name -> name.substring(0, name.indexOf('.')))
        .distinct()
        .toList();
  }

  /** The methods of a kind of values by their names; none of most kinds. */
  static Map<String, Function> methods(Kind kind) {
    return switch (kind) {
      case STRING -> OF_TEXT;
      case ARRAY -> OF_ARRAY;
      case TIME -> OF_TIME;
      case COUNTRY_CODE -> OF_COUNTRY;
      default -> Map.of();
    };
  }

  /**
   * The method of this name on a receiver of these kinds, or null. Where several kinds have one of
   * this name, texts go before arrays unless the receiver can only be an array.
   */
  static @Nullable Function method(String name, Kinds receiver) {
    Function found = receiver.has(Kind.TIME) ? OF_TIME.get(name) : null;
    if (found == null && receiver.has(Kind.COUNTRY_CODE)) {
      found = OF_COUNTRY.get(name);
    }
    Function ofText = OF_TEXT.get(name);
    Function ofArray = OF_ARRAY.get(name);
    if (found != null) {
      return found;
    }
    boolean onlyArrays = !receiver.equals(Kinds.NONE) && receiver.within(Kinds.ARRAYS);
    if (ofText == null || onlyArrays) {
      return ofArray;
    }
    return ofArray != null && receiver.meets(Kinds.ARRAYS) ? either(ofText, ofArray) : ofText;
  }

  /** The method of this name that a time has, or null. */
  static @Nullable Function methodOfTime(String name) {
    return OF_TIME.get(name);
  }

  /** {@code contains} on a value whose kind shows only when it is there. */
  private static Function either(Function ofText, Function ofArray) {
    Function.OfAny inArray = (Function.OfAny) ofArray.body();
    Function.OfAny body =
        arguments ->
            arguments.value(0) instanceof List
                ? inArray.call(arguments)
                : arguments.rendered(arguments.value(0)).contains(part(arguments));
    return Function.of(
        ofText.name(),
        ofText.result(),
        ofText.documentation(),
        body,
        Function.any("value"),
        Function.any("part"));
  }

  private static String part(Arguments arguments) {
    Object part = arguments.value(1);
    if (part == null) {
      throw arguments.fail(FailureCode.NULL_ARGUMENT, "`part` of `contains` is null");
    }
    return arguments.rendered(part);
  }

  /** The names of all methods. */
  static List<String> methodNames() {
    List<String> names = new ArrayList<>(OF_TEXT.keySet());
    names.addAll(OF_ARRAY.keySet());
    names.addAll(OF_TIME.keySet());
    names.addAll(OF_COUNTRY.keySet());
    return names;
  }
}
