package io.attune.expression;

import static io.attune.expression.Function.any;
import static io.attune.expression.Function.array;
import static io.attune.expression.Function.integer;
import static io.attune.expression.Function.nullableArray;

import io.attune.expression.Function.OfAny;
import io.attune.expression.Function.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code Arrays} functions; none changes its argument. Source: expression-language 3. */
final class ArrayFunctions {
  private static final Kinds ARRAY = Kinds.ARRAYS.without(Kinds.of(Kind.GROUP_ARRAY));

  private ArrayFunctions() {}

  /** All of them, in the order of the specification. */
  static List<Function> all() {
    return List.of(
        of(
                "add",
                ARRAY,
                "the array with one more element",
                ArrayFunctions::add,
                array("array"),
                new Parameter("value", Function.Want.ANY, false))
            .example("Arrays.add({10, 20, 30}, 40)"),
        of(
                "remove",
                ARRAY,
                "the array without the first equal element",
                ArrayFunctions::remove,
                array("array"),
                any("value"))
            .example("Arrays.remove({10, 20, 30}, 20)"),
        of(
                "clear",
                Kinds.of(Kind.ARRAY),
                "an empty array",
                arguments -> List.of(),
                nullableArray("array"))
            .example("Arrays.clear({10, 20, 30})"),
        of(
                "get",
                Kinds.TEXTUAL,
                "the element at a place, counted from 0",
                ArrayFunctions::get,
                array("array"),
                integer("index"))
            .example("Arrays.get({'a', 'b'}, 1)"),
        Function.of(
                "Arrays.flatten",
                ARRAY,
                "one array of all values, arrays among them spread by one level",
                ArrayFunctions::flatten,
                any("value"))
            .example("Arrays.flatten(10, {20, 30}, 40)")
            .repeating(),
        of(
                "contains",
                Kinds.BOOLEAN,
                "whether an element equals the value",
                ArrayFunctions::contains,
                array("array"),
                any("value"))
            .example("Arrays.contains({10, 20, 30}, 10)"),
        of(
                "size",
                Kinds.INTEGER,
                "how many elements there are; of null, 0",
                arguments -> (long) sizeOf(arguments.nullableArray(0)),
                new Parameter("array", Function.Want.COUNTED, true))
            .example("Arrays.size({10, 20, 30})"),
        of(
                "isEmpty",
                Kinds.BOOLEAN,
                "whether there are no elements; of null, true",
                arguments -> sizeOf(arguments.nullableArray(0)) == 0,
                new Parameter("array", Function.Want.COUNTED, true))
            .example("Arrays.isEmpty({10, 20})"),
        of(
                "toCsvString",
                Kinds.TEXT,
                "the elements with commas between them",
                ArrayFunctions::toCsvString,
                array("array"))
            .example("Arrays.toCsvString({'This', 'is', ' a', 'test'})"));
  }

  private static Function of(
      String name, Kinds result, String documentation, OfAny body, Parameter... parameters) {
    return Function.of("Arrays." + name, result, documentation, body, parameters);
  }

  private static int sizeOf(@Nullable List<?> list) {
    return list == null ? 0 : list.size();
  }

  private static Object add(Arguments arguments) {
    List<?> before = arguments.array(0);
    List<@Nullable Object> after = new ArrayList<>(arguments.roomForList(before.size() + 1L));
    after.addAll(before);
    after.add(arguments.value(1));
    return after;
  }

  private static Object remove(Arguments arguments) {
    List<?> before = arguments.array(0);
    arguments.steps(before.size());
    int at = indexOf(before, arguments.value(1));
    if (at < 0) {
      return before;
    }
    List<@Nullable Object> after = new ArrayList<>(arguments.roomForList(before.size()));
    after.addAll(before);
    after.remove(at);
    return after;
  }

  private static int indexOf(List<?> list, @Nullable Object value) {
    for (int index = 0; index < list.size(); index++) {
      if (Values.equal(list.get(index), value)) {
        return index;
      }
    }
    return -1;
  }

  private static @Nullable Object get(Arguments arguments) {
    List<?> list = arguments.array(0);
    long index = arguments.integer(1);
    if (index < 0 || index >= list.size()) {
      throw arguments.fail(FailureCode.INDEX_OUT_OF_RANGE, "the array has no element " + index);
    }
    return list.get((int) index);
  }

  private static Object flatten(Arguments arguments) {
    List<Object> all = new ArrayList<>();
    for (int index = 0; index < arguments.count(); index++) {
      Object value = arguments.value(index);
      spread(arguments, value instanceof String text ? csv(text) : value, all);
    }
    return all;
  }

  /** {@code flatten()} as a method: what is spread are the elements of its array. */
  static Function flattenMethod() {
    return Function.of(
            "flatten",
            ARRAY,
            "the elements, arrays among them spread by one level",
            ArrayFunctions::flattenElements,
            array("array"))
        .example("{{1}, 2}.flatten()");
  }

  private static Object flattenElements(Arguments arguments) {
    List<Object> all = new ArrayList<>();
    for (Object element : arguments.array(0)) {
      spread(arguments, element, all);
    }
    return all;
  }

  private static void spread(Arguments arguments, @Nullable Object value, List<Object> all) {
    List<?> spread = value instanceof List<?> list ? list : Arrays.asList(value);
    arguments.roomForList((long) all.size() + spread.size());
    for (Object element : spread) {
      if (element == null) {
        arguments.warnOfSkippedNull();
      } else {
        all.add(element);
      }
    }
  }

  private static List<?> csv(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      parts.add(part.strip());
    }
    return parts;
  }

  private static Object contains(Arguments arguments) {
    List<?> list = arguments.array(0);
    arguments.steps(list.size());
    return indexOf(list, arguments.value(1)) >= 0;
  }

  private static Object toCsvString(Arguments arguments) {
    List<String> texts = new ArrayList<>();
    long length = 0;
    for (Object element : arguments.array(0)) {
      String text = arguments.rendered(element);
      length += text.length() + 1;
      texts.add(text);
    }
    arguments.roomForText(Math.max(0, length - 1));
    return String.join(",", texts);
  }
}
