package io.attune.json;

import io.attune.expression.PatternBounds;
import io.attune.json.JsonValue.JsonNumber;
import io.attune.json.JsonValue.JsonObject;
import io.attune.json.JsonValue.JsonText;
import io.attune.profile.AttributeKind;
import io.attune.profile.Constraints;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the values of an attribute must satisfy. Source: okta-behaviour 2.5, 2.6, 2.15. */
final class ConstraintReader {
  private final FieldReader fields;
  private final AttributeKind kind;
  private final List<Problem> problems;

  /** Where {@code enum} and {@code oneOf} stand: in {@code items} for an array. */
  private final FieldReader values;

  ConstraintReader(
      FieldReader fields, @Nullable JsonObject items, AttributeKind kind, List<Problem> problems) {
    this.fields = fields;
    this.kind = kind;
    this.problems = problems;
    this.values =
        !kind.isArray()
            ? fields
            : new FieldReader(items == null ? JsonObject.of(List.of()) : items, problems);
  }

  Constraints read(Constraints before) {
    Integer minLength = orElse(fields.count("minLength"), before.minLength());
    Integer maxLength = orElse(fields.count("maxLength"), before.maxLength());
    if (minLength != null && maxLength != null && minLength > maxLength) {
      contradiction("minLength", "maxLength");
    }
    Number minimum = bound("minimum");
    Number maximum = bound("maximum");
    if (minimum != null && maximum != null && minimum.doubleValue() > maximum.doubleValue()) {
      contradiction("minimum", "maximum");
    }
    misplaced(AttributeKind.STRING, "minLength", "maxLength", "pattern");
    if (kind.element() != AttributeKind.INTEGER) {
      misplaced(AttributeKind.NUMBER, "minimum", "maximum");
    }
    String pattern = pattern();
    // A pattern of its own frees a login from its least length (okta-behaviour 2.15).
    boolean freed = pattern != null && fields.value("minLength") == null;
    return new Constraints(
        freed ? null : minLength, maxLength, minimum, maximum, pattern, enumeration());
  }

  private static @Nullable Integer orElse(@Nullable Integer value, @Nullable Integer otherwise) {
    return value == null ? otherwise : value;
  }

  private @Nullable Number bound(String name) {
    if (fields.number(name) == null || !(fields.value(name) instanceof JsonNumber number)) {
      return null;
    }
    Object whole = ValueReader.read(number, AttributeKind.INTEGER);
    Object value =
        kind.element() == AttributeKind.INTEGER && whole != null
            ? whole
            : ValueReader.read(number, AttributeKind.NUMBER);
    return (Number) value;
  }

  private void contradiction(String lower, String upper) {
    String message = "`" + lower + "` is larger than `" + upper + "`";
    report(fields.place(lower), ProblemCode.CONTRADICTORY_BOUNDS, message, "");
  }

  private void misplaced(AttributeKind wanted, String... keywords) {
    for (String keyword : keywords) {
      if (kind.element() != wanted && fields.value(keyword) != null) {
        String message = "`" + keyword + "` means nothing for kind " + kind.label();
        problems.add(
            Problem.warning(fields.place(keyword), ProblemCode.MISPLACED_KEY, message, ""));
      }
    }
  }

  private @Nullable String pattern() {
    JsonText pattern = fields.textNode("pattern");
    if (pattern == null) {
      return null;
    }
    String refusal = PatternBounds.refusal(pattern.value());
    if (!refusal.isEmpty()) {
      String hint = "look-around and back-references are not linear and not supported";
      report(pattern.place(), ProblemCode.INVALID_PATTERN, refusal, hint);
    }
    return refusal.isEmpty() ? pattern.value() : null;
  }

  private List<Object> enumeration() {
    List<Object> allowed = new ArrayList<>();
    JsonValue written = values.value("enum");
    List<JsonValue> elements = values.elements("enum");
    if (written != null && kind.element() == AttributeKind.BOOLEAN) {
      String message = "`enum` means nothing for kind " + kind.label();
      problems.add(
          Problem.warning(written.place(), ProblemCode.MISPLACED_KEY, message, "leave it out"));
    }
    if (written instanceof JsonValue.JsonArray && elements.isEmpty()) {
      report(written.place(), ProblemCode.EMPTY_ENUM, "`enum` has no members", "");
    }
    for (JsonValue element : elements) {
      Object value = ValueReader.read(element, kind.element());
      if (value == null) {
        String message = "a member of `enum` is no " + kind.element().label();
        report(element.place(), ProblemCode.WRONG_TYPE, message, "");
      } else if (allowed.contains(value)) {
        String message = "`enum` names a value twice";
        report(element.place(), ProblemCode.DUPLICATE_ENUM, message, "");
      } else {
        allowed.add(value);
      }
    }
    checkTitles(allowed);
    return allowed;
  }

  /** {@code oneOf} gives each value of {@code enum} a title, in the same order. */
  private void checkTitles(List<Object> allowed) {
    if (values.value("oneOf") == null) {
      return;
    }
    List<Object> titled = new ArrayList<>();
    for (JsonValue each : values.elements("oneOf")) {
      JsonValue value = each instanceof JsonObject object ? object.get("const") : null;
      Object read = value == null ? null : ValueReader.read(value, kind.element());
      if (read != null) {
        titled.add(read);
      }
      boolean named = each instanceof JsonObject object && object.get("title") instanceof JsonText;
      if (!named) {
        String message = "a member of `oneOf` needs a `const` and a `title`";
        problems.add(Problem.warning(each.place(), ProblemCode.MISSING_KEY, message, ""));
      }
    }
    if (!titled.equals(allowed)) {
      String message = "`oneOf` must name the values of `enum`, in their order";
      report(values.place("oneOf"), ProblemCode.ENUM_TITLES, message, "");
    }
  }

  private void report(Place place, ProblemCode code, String message, String hint) {
    problems.add(Problem.error(place, code, message, hint));
  }
}
