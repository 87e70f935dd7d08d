package io.attune.profile;

import io.attune.profile.Violation.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks profiles against their schema. Compiled once for a schema; immutable. Source:
 * okta-behaviour 2.
 */
public final class ProfileValidator {
  /** What a value of the right kind can break, in the order in which it is told. */
  private static final List<Rule> RULES =
      List.of(
          Rule.MIN_LENGTH,
          Rule.MAX_LENGTH,
          Rule.UNPAIRED_SURROGATE,
          Rule.MINIMUM,
          Rule.MAXIMUM,
          Rule.ENUM,
          Rule.FORMAT,
          Rule.PATTERN);

  private final ProfileSchema schema;
  private final @Nullable FormatCheck[] formats;

  /** By slot, the ones of {@link #RULES} that some value can break at all. */
  private final Rule[][] rules;

  /** A validator for profiles of {@code schema}. */
  public ProfileValidator(ProfileSchema schema) {
    this.schema = schema;
    this.formats = new @Nullable FormatCheck[schema.size()];
    for (int slot = 0; slot < formats.length; slot++) {
      formats[slot] = FormatCheck.of(schema.attribute(slot));
    }
    this.rules = new Rule[formats.length][];
    for (int slot = 0; slot < rules.length; slot++) {
      rules[slot] = breakable(schema.attribute(slot), formats[slot]);
    }
  }

  private static Rule[] breakable(AttributeDefinition attribute, @Nullable FormatCheck format) {
    Constraints constraints = attribute.constraints();
    boolean isText = attribute.kind().element() == AttributeKind.STRING;
    return RULES.stream()
        .filter(
            rule ->
                switch (rule) {
                  case MIN_LENGTH -> constraints.minLength() != null;
                  case MAX_LENGTH -> constraints.maxLength() != null;
                  case UNPAIRED_SURROGATE -> isText;
                  case MINIMUM -> constraints.minimum() != null;
                  case MAXIMUM -> constraints.maximum() != null;
                  case ENUM -> !constraints.enumeration().isEmpty();
                  case FORMAT, PATTERN -> format != null && format.rule() == rule;
                  default -> false;
                })
        .toArray(Rule[]::new);
  }

  /** Every violation of a profile: every rule that a value breaks, in slot order. */
  public List<Violation> validate(Profile profile) {
    List<Violation> violations = new ArrayList<>();
    for (int slot = 0; slot < schema.size(); slot++) {
      AttributeDefinition attribute = schema.attribute(slot);
      Object value = profile.value(slot);
      Rule first = broken(slot, value);
      if (first == Rule.REQUIRED || first == Rule.KIND) {
        violations.add(Violation.of(attribute, first, value));
      } else if (first != null && value != null) {
        for (Rule rule : rules[slot]) {
          if (breaks(rule, attribute.constraints(), formats[slot], value)) {
            violations.add(Violation.of(attribute, rule, value));
          }
        }
      }
    }
    return violations;
  }

  /**
   * Whether values may be written: the first violation of each of some attributes, in slot order.
   *
   * @param values by slot
   * @param slots which of them to look at
   */
  public List<Violation> validate(@Nullable Object[] values, BitSet slots) {
    List<Violation> violations = new ArrayList<>();
    for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
      Rule broken = broken(slot, values[slot]);
      if (broken != null) {
        violations.add(Violation.of(schema.attribute(slot), broken, values[slot]));
      }
    }
    return violations;
  }

  private @Nullable Rule broken(int slot, @Nullable Object value) {
    AttributeDefinition attribute = schema.attribute(slot);
    if (value == null) {
      return attribute.required() ? Rule.REQUIRED : null;
    }
    if (!attribute.kind().holds(value)) {
      return Rule.KIND;
    }
    if (!(value instanceof List<?> list)) {
      return brokenElement(slot, value);
    }
    for (Object element : list) {
      Rule broken = brokenElement(slot, element);
      if (broken != null) {
        return broken;
      }
    }
    return null;
  }

  private @Nullable Rule brokenElement(int slot, Object value) {
    Constraints constraints = schema.attribute(slot).constraints();
    for (Rule rule : rules[slot]) {
      if (elementBreaks(rule, constraints, formats[slot], value)) {
        return rule;
      }
    }
    return null;
  }

  private static boolean breaks(
      Rule rule, Constraints constraints, @Nullable FormatCheck format, Object value) {
    return value instanceof List<?> list
        ? list.stream().anyMatch(element -> elementBreaks(rule, constraints, format, element))
        : elementBreaks(rule, constraints, format, value);
  }

  private static boolean elementBreaks(
      Rule rule, Constraints constraints, @Nullable FormatCheck format, Object value) {
    if (rule == Rule.ENUM) {
      return !constraints.enumeration().isEmpty() && !constraints.enumeration().contains(value);
    }
    if (value instanceof String text) {
      return textBreaks(rule, constraints, format, text);
    }
    Number least = constraints.minimum();
    Number most = constraints.maximum();
    return value instanceof Number number
        && switch (rule) {
          case MINIMUM -> least != null && compare(number, least) < 0;
          case MAXIMUM -> most != null && compare(number, most) > 0;
          default -> false;
        };
  }

  private static boolean textBreaks(
      Rule rule, Constraints constraints, @Nullable FormatCheck format, String text) {
    Integer least = constraints.minLength();
    Integer most = constraints.maxLength();
    return switch (rule) {
      case MIN_LENGTH -> least != null && text.length() < least;
      case MAX_LENGTH -> most != null && text.length() > most;
      case UNPAIRED_SURROGATE -> TextForms.hasUnpairedSurrogate(text);
      case FORMAT, PATTERN -> format != null && !format.holds(text);
      default -> false;
    };
  }

  /** Exact between integers; a bound with decimals is never rounded to one without. */
  private static int compare(Number number, Number bound) {
    return number instanceof Long whole && bound instanceof Long wholeBound
        ? Long.compare(whole, wholeBound)
        : compare(number.doubleValue(), bound.doubleValue());
  }

  /** By value: the two zeros are one. */
  private static int compare(double number, double bound) {
    return number < bound ? -1 : number > bound ? 1 : 0;
  }
}
