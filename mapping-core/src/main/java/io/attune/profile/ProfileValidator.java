package io.attune.profile;

import io.attune.profile.Violation.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks profiles against their schema and answers every violation. Compiled once for a schema;
 * immutable. Source: okta-behaviour 2.
 */
public final class ProfileValidator {
  private final ProfileSchema schema;
  private final @Nullable FormatCheck[] formats;

  /** A validator for profiles of {@code schema}. */
  public ProfileValidator(ProfileSchema schema) {
    this.schema = schema;
    this.formats = new @Nullable FormatCheck[schema.size()];
    for (int slot = 0; slot < formats.length; slot++) {
      formats[slot] = FormatCheck.of(schema.attribute(slot));
    }
  }

  /** Every violation of a profile, in slot order. */
  public List<Violation> validate(Profile profile) {
    BitSet all = new BitSet(schema.size());
    all.set(0, schema.size());
    return validate(profile.toArray(), all);
  }

  /**
   * Every violation among some attributes, in slot order; at most one an attribute.
   *
   * @param values by slot
   * @param slots which of them to look at
   */
  public List<Violation> validate(@Nullable Object[] values, BitSet slots) {
    List<Violation> violations = new ArrayList<>();
    for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
      AttributeDefinition attribute = schema.attribute(slot);
      Rule broken = broken(attribute, formats[slot], values[slot]);
      if (broken != null) {
        violations.add(new Violation(attribute, broken));
      }
    }
    return violations;
  }

  private static @Nullable Rule broken(
      AttributeDefinition attribute, @Nullable FormatCheck format, @Nullable Object value) {
    if (value == null) {
      return attribute.required() ? Rule.REQUIRED : null;
    }
    if (!attribute.kind().holds(value)) {
      return Rule.KIND;
    }
    if (!(value instanceof List<?> list)) {
      return brokenElement(attribute.constraints(), format, value);
    }
    for (Object element : list) {
      Rule broken = brokenElement(attribute.constraints(), format, element);
      if (broken != null) {
        return broken;
      }
    }
    return null;
  }

  private static @Nullable Rule brokenElement(
      Constraints constraints, @Nullable FormatCheck format, Object value) {
    Rule broken = null;
    if (value instanceof String text) {
      broken = brokenText(constraints, text);
    } else if (value instanceof Long number) {
      broken = brokenInteger(constraints, number);
    } else if (value instanceof Double number) {
      broken = brokenNumber(constraints, number);
    }
    if (broken == null
        && !constraints.enumeration().isEmpty()
        && !constraints.enumeration().contains(value)) {
      broken = Rule.ENUM;
    }
    if (broken == null && format != null && value instanceof String text) {
      broken = format.broken(text);
    }
    return broken;
  }

  private static @Nullable Rule brokenText(Constraints constraints, String text) {
    if (constraints.minLength() != null && text.length() < constraints.minLength()) {
      return Rule.MIN_LENGTH;
    }
    if (constraints.maxLength() != null && text.length() > constraints.maxLength()) {
      return Rule.MAX_LENGTH;
    }
    return hasUnpairedSurrogate(text) ? Rule.UNPAIRED_SURROGATE : null;
  }

  /** Code points of a well-formed text are never surrogates. */
  private static boolean hasUnpairedSurrogate(String text) {
    return text.codePoints()
        .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }

  private static @Nullable Rule brokenInteger(Constraints constraints, long number) {
    if (constraints.minimum() != null && compare(number, constraints.minimum()) < 0) {
      return Rule.MINIMUM;
    }
    return constraints.maximum() != null && compare(number, constraints.maximum()) > 0
        ? Rule.MAXIMUM
        : null;
  }

  /** Exact against an integer bound; a bound with decimals is never rounded to one without. */
  private static int compare(long number, Number bound) {
    return bound instanceof Long whole
        ? Long.compare(number, whole)
        : Double.compare((double) number, bound.doubleValue());
  }

  private static @Nullable Rule brokenNumber(Constraints constraints, double number) {
    if (constraints.minimum() != null && number < constraints.minimum().doubleValue()) {
      return Rule.MINIMUM;
    }
    return constraints.maximum() != null && number > constraints.maximum().doubleValue()
        ? Rule.MAXIMUM
        : null;
  }
}
