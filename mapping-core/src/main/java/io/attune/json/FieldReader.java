package io.attune.json;

import io.attune.expression.Suggestion;
import io.attune.json.JsonValue.JsonArray;
import io.attune.json.JsonValue.JsonFlag;
import io.attune.json.JsonValue.JsonNull;
import io.attune.json.JsonValue.JsonNumber;
import io.attune.json.JsonValue.JsonObject;
import io.attune.json.JsonValue.JsonText;
import io.attune.json.JsonValue.Member;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of one object by name and kind. What has another kind is a problem and counts
 * as absent; so does null, silently.
 */
public final class FieldReader {
  private final JsonObject object;
  private final List<Problem> problems;
  private final Set<String> asked = new LinkedHashSet<>();

  /** Reads {@code object}; problems are added to the list. */
  public FieldReader(JsonObject object, List<Problem> problems) {
    this.object = object;
    this.problems = problems;
  }

  /** The value of a key, or null where it is absent or null. */
  public @Nullable JsonValue value(String name) {
    asked.add(name);
    JsonValue value = object.get(name);
    return value instanceof JsonNull ? null : value;
  }

  /** A string, or null. */
  public @Nullable String text(String name) {
    JsonText text = textNode(name);
    return text == null ? null : text.value();
  }

  /** A string with its place, or null. */
  public @Nullable JsonText textNode(String name) {
    JsonValue value = value(name);
    if (value instanceof JsonText text) {
      return text;
    }
    if (value != null) {
      wrongType(name, value, "a string");
    }
    return null;
  }

  /** A boolean; false where it is absent. */
  public boolean flag(String name) {
    JsonValue value = value(name);
    if (value instanceof JsonFlag flag) {
      return flag.value();
    }
    if (value != null) {
      wrongType(name, value, "true or false");
    }
    return false;
  }

  /** A number that keeps its digits, or null. */
  public @Nullable BigDecimal number(String name) {
    JsonValue value = value(name);
    if (value instanceof JsonNumber number) {
      return new BigDecimal(number.literal());
    }
    if (value != null) {
      wrongType(name, value, "a number");
    }
    return null;
  }

  /** A whole number from 0 to 2147483647, or null. */
  public @Nullable Integer count(String name) {
    BigDecimal number = number(name);
    if (number == null) {
      return null;
    }
    boolean fits = number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(1L << 31)) < 0;
    if (!fits || number.stripTrailingZeros().scale() > 0) {
      String message = "`" + name + "` must be a whole number from 0 to 2147483647";
      problems.add(Problem.error(place(name), ProblemCode.WRONG_TYPE, message, ""));
      return null;
    }
    return number.intValue();
  }

  /** An object, or null. */
  public @Nullable JsonObject object(String name) {
    JsonValue value = value(name);
    if (value instanceof JsonObject child) {
      return child;
    }
    if (value != null) {
      wrongType(name, value, "an object");
    }
    return null;
  }

  /** The elements of an array; none where it is absent. */
  public List<JsonValue> elements(String name) {
    JsonValue value = value(name);
    if (value instanceof JsonArray array) {
      return array.elements();
    }
    if (value != null) {
      wrongType(name, value, "an array");
    }
    return List.of();
  }

  /** One of some named values, or null. */
  public <T> @Nullable T choice(String name, List<T> choices, Function<T, String> keyword) {
    JsonText text = textNode(name);
    if (text == null) {
      return null;
    }
    for (T choice : choices) {
      if (keyword.apply(choice).equals(text.value())) {
        return choice;
      }
    }
    List<String> known = choices.stream().map(keyword).toList();
    String closest = Suggestion.hint(text.value(), known);
    String hint = closest.isEmpty() ? "one of " + quoted(known) : closest;
    String message = "`" + name + "` has a value that is not known";
    problems.add(Problem.error(text.place(), ProblemCode.UNKNOWN_VALUE, message, hint));
    return null;
  }

  /** Where a key's value stands; the object itself where it has none. */
  public Place place(String name) {
    JsonValue value = object.get(name);
    return value == null ? object.place() : value.place();
  }

  /** Where the object stands. */
  public Place place() {
    return object.place();
  }

  /** Warns of every key that was neither asked for nor is among {@code tolerated}. */
  public void warnOfOthers(Set<String> tolerated) {
    for (Member member : object.members()) {
      String name = member.name();
      if (!asked.contains(name) && !tolerated.contains(name)) {
        String message = "`" + name + "` means nothing here and is ignored";
        String hint = Suggestion.hint(name, asked);
        problems.add(Problem.warning(member.namePlace(), ProblemCode.UNKNOWN_KEY, message, hint));
      }
    }
  }

  private static String quoted(List<String> names) {
    return String.join(", ", names.stream().map(name -> "`" + name + "`").toList());
  }

  private void wrongType(String name, JsonValue value, String wanted) {
    String message = "`" + name + "` must be " + wanted + ", not " + value.label();
    problems.add(Problem.error(value.place(), ProblemCode.WRONG_TYPE, message, ""));
  }
}
