package io.attune.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every function of the language by its name, and which of them are methods of a value. */
final class FunctionTable {
  private static final Map<String, Function> BY_NAME = new LinkedHashMap<>();
  private static final Map<String, String> TEXT_METHODS = new LinkedHashMap<>();
  private static final Map<String, String> ARRAY_METHODS = new LinkedHashMap<>();

  static {
    List<Function> all = new ArrayList<>(StringFunctions.all());
    all.addAll(ArrayFunctions.all());
    all.addAll(ConvertFunctions.all());
    all.forEach(function -> BY_NAME.put(function.name(), function));
    for (String bare :
        List.of("toUpperCase", "toLowerCase", "substringBefore", "substringAfter", "substring")) {
      BY_NAME.put(bare, deprecated(bare, of("String." + bare)));
    }
    for (String same :
        List.of(
            "toUpperCase",
            "toLowerCase",
            "substring",
            "replace",
            "replaceFirst",
            "removeSpaces",
            "startsWith",
            "substringBefore",
            "substringAfter")) {
      TEXT_METHODS.put(same, "String." + same);
    }
    TEXT_METHODS.put("length", "String.len");
    TEXT_METHODS.put("contains", "String.stringContains");
    TEXT_METHODS.put("toInteger", "Convert.toInt");
    TEXT_METHODS.put("toNumber", "Convert.toNum");
    for (String same : List.of("contains", "size", "isEmpty", "add", "remove", "flatten")) {
      ARRAY_METHODS.put(same, "Arrays." + same);
    }
  }

  private FunctionTable() {}

  private static Function of(String name) {
    return java.util.Objects.requireNonNull(BY_NAME.get(name));
  }

  private static Function deprecated(String bare, Function function) {
    return new Function(
        bare,
        function.parameters(),
        function.variadic(),
        function.result(),
        function.documentation(),
        function.name(),
        function.body());
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

  /** The function behind a method of a text or number, or null. */
  static @Nullable Function textMethod(String name) {
    String function = TEXT_METHODS.get(name);
    return function == null ? null : of(function);
  }

  /** The function behind a method of an array, or null. */
  static @Nullable Function arrayMethod(String name) {
    String function = ARRAY_METHODS.get(name);
    return function == null ? null : of(function);
  }

  /** The names of all methods. */
  static List<String> methodNames() {
    List<String> names = new ArrayList<>(TEXT_METHODS.keySet());
    names.addAll(ARRAY_METHODS.keySet());
    return names;
  }
}
