package io.attune.workspace;

import io.attune.json.JsonValue;
import io.attune.json.JsonValue.JsonArray;
import io.attune.json.JsonValue.JsonFlag;
import io.attune.json.JsonValue.JsonNull;
import io.attune.json.JsonValue.JsonNumber;
import io.attune.json.JsonValue.JsonObject;
import io.attune.json.JsonValue.JsonText;
import io.attune.json.JsonValue.Member;
import io.attune.json.Place;
import io.attune.json.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes typed fields out of one JSON object and notes what has the wrong type. */
final class Fields {
  private final String file;
  private final JsonObject object;
  private final Findings findings;

  private Fields(String file, JsonObject object, Findings findings) {
    this.file = file;
    this.object = object;
    this.findings = findings;
  }

  /** The fields of a value; of an empty object if it is none, which is noted. */
  static Fields of(String file, @Nullable JsonValue value, Findings findings) {
    if (value instanceof JsonObject object) {
      return new Fields(file, object, findings);
    }
    if (value != null && !(value instanceof JsonNull)) {
      findings.error(
          file,
          value.place(),
          ProblemCode.WRONG_TYPE,
          "expected an object, got " + value.label(),
          "");
    }
    return new Fields(file, JsonObject.of(List.of()), findings);
  }

  /** A field that is there and not null. */
  @Nullable JsonValue get(String name) {
    JsonValue value = object.get(name);
    return value instanceof JsonNull ? null : value;
  }

  List<Member> members() {
    return object.members();
  }

  Place place() {
    return object.place();
  }

  Fields object(String name) {
    return of(file, get(name), findings);
  }

  @Nullable String text(String name) {
    JsonValue value = get(name);
    if (value == null || value instanceof JsonText) {
      return value instanceof JsonText text ? text.value() : null;
    }
    wrong(value, name, "a string");
    return null;
  }

  boolean flag(String name, boolean otherwise) {
    JsonValue value = get(name);
    if (value == null || value instanceof JsonFlag) {
      return value instanceof JsonFlag flag ? flag.value() : otherwise;
    }
    wrong(value, name, "true or false");
    return otherwise;
  }

  int number(String name, int otherwise, int minimum, int maximum) {
    JsonValue value = get(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof JsonNumber number && number.literal().matches("-?\\d{1,9}")) {
      int found = Integer.parseInt(number.literal());
      if (found >= minimum && found <= maximum) {
        return found;
      }
    }
    wrong(value, name, "a whole number from " + minimum + " to " + maximum);
    return otherwise;
  }

  <E extends Enum<E>> E constant(String name, Class<E> type, E otherwise) {
    JsonValue value = get(name);
    String text = text(name);
    if (value == null || text == null) {
      return otherwise;
    }
    return constant(value, text, name, type, otherwise);
  }

  private <E extends Enum<E>> E constant(
      JsonValue value, String text, String name, Class<E> type, E otherwise) {
    List<E> all = List.of(type.getEnumConstants());
    for (E constant : all) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    findings.error(
        file,
        value.place(),
        ProblemCode.UNKNOWN_VALUE,
        "`" + name + "` cannot be `" + text + "`",
        "one of " + all);
    return otherwise;
  }

  /** An object whose values name constants. */
  <E extends Enum<E>> Map<String, E> constants(String name, Class<E> type, E otherwise) {
    Map<String, E> constants = new LinkedHashMap<>();
    for (Member member : object(name).members()) {
      if (member.value() instanceof JsonText text) {
        constants.put(member.name(), constant(text, text.value(), member.name(), type, otherwise));
      } else {
        wrong(member.value(), member.name(), "a string");
      }
    }
    return constants;
  }

  List<String> texts(String name) {
    JsonValue value = get(name);
    List<String> texts = new ArrayList<>();
    if (value instanceof JsonArray array) {
      for (JsonValue element : array.elements()) {
        if (element instanceof JsonText text) {
          texts.add(text.value());
        } else {
          wrong(element, name, "an array of strings");
        }
      }
    } else if (value != null) {
      wrong(value, name, "an array of strings");
    }
    return texts;
  }

  /** Notes every field that is none of these. */
  void allowOnly(String... names) {
    refuse(written -> true, names);
  }

  /** Notes every field that is none of these, but close to one; others may be somebody else's. */
  void refuseCloseTo(String... names) {
    refuse(written -> Stream.of(names).anyMatch(name -> isClose(name, written)), names);
  }

  private void refuse(Predicate<String> isRefused, String... names) {
    for (Member member : object.members()) {
      if (Stream.of(names).noneMatch(member.name()::equals) && isRefused.test(member.name())) {
        String closest =
            Stream.of(names)
                .filter(name -> isClose(name, member.name()))
                .findFirst()
                .map(name -> "closest is `" + name + "`")
                .orElse("one of " + List.of(names));
        findings.error(
            file,
            member.namePlace(),
            ProblemCode.UNKNOWN_KEY,
            "unknown key `" + member.name() + "`",
            closest);
      }
    }
  }

  private static boolean isClose(String name, String written) {
    return name.equalsIgnoreCase(written)
        || name.regionMatches(true, 0, written, 0, Math.min(4, written.length()));
  }

  private void wrong(JsonValue value, String name, String expected) {
    findings.error(
        file,
        value.place(),
        ProblemCode.WRONG_TYPE,
        "`" + name + "` must be " + expected + ", got " + value.label(),
        "");
  }
}
