package io.attune.mapping.laws;

import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeFormat;
import io.attune.profile.AttributeKind;
import io.attune.profile.Constraints;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import io.attune.profile.ProfileValidator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values for one attribute to try, simplest first: absent, blank, short, then those that
 * expressions ask for. Every one is valid for the attribute.
 */
final class SampleValues {
  private static final List<String> TEXTS =
      List.of("", "a", "b", "A", "a b", "é", "1", "a@b.test", "Ab-C.d", "aaaaaaaaaaaaaaaa");

  private SampleValues() {}

  /**
   * The values; never none.
   *
   * @param literals constants of the expressions that read the attribute
   */
  static List<@Nullable Object> of(AttributeDefinition attribute, List<Object> literals) {
    Set<@Nullable Object> values = new LinkedHashSet<>();
    values.add(null);
    if (attribute.kind().isArray()) {
      arrays(scalars(attribute, literals), values);
    } else {
      values.addAll(scalars(attribute, literals));
    }
    ProfileSchema alone = ProfileSchema.of(attribute);
    ProfileValidator validator = new ProfileValidator(alone);
    BitSet slot = new BitSet(1);
    slot.set(0);
    List<@Nullable Object> valid = new ArrayList<>();
    for (Object value : values) {
      if (validator
          .validate(Profile.ofOwned(alone, new @Nullable Object[] {value}).toArray(), slot)
          .isEmpty()) {
        valid.add(value);
      }
    }
    if (valid.isEmpty()) {
      valid.add(null);
    }
    return valid;
  }

  /** Whether the values are all that the attribute can hold. */
  static boolean areAll(AttributeDefinition attribute) {
    boolean enumerated = !attribute.constraints().enumeration().isEmpty();
    return attribute.kind() == AttributeKind.BOOLEAN || (enumerated && !attribute.kind().isArray());
  }

  private static List<Object> scalars(AttributeDefinition attribute, List<Object> literals) {
    Constraints constraints = attribute.constraints();
    if (!constraints.enumeration().isEmpty()) {
      return constraints.enumeration();
    }
    Set<Object> values = new LinkedHashSet<>();
    switch (attribute.kind().element()) {
      case STRING -> texts(attribute, literals, values);
      case BOOLEAN -> values.addAll(List.of(false, true));
      case INTEGER -> integers(constraints, literals, values);
      default -> numbers(constraints, literals, values);
    }
    return List.copyOf(values);
  }

  private static void texts(
      AttributeDefinition attribute, List<Object> literals, Set<Object> values) {
    values.addAll(TEXTS.subList(0, 2));
    values.addAll(ofFormat(attribute.format()));
    for (Object literal : literals) {
      if (literal instanceof String text) {
        values.add(text);
        values.add(text + "a");
        values.add("a" + text);
        values.add(text.toLowerCase(Locale.ROOT));
        values.add(text.toUpperCase(Locale.ROOT));
      } else {
        values.add(literal.toString());
      }
    }
    values.addAll(TEXTS);
    Integer shortest = attribute.constraints().minLength();
    if (shortest != null) {
      values.add("a".repeat(shortest));
      values.add("B".repeat(shortest));
    }
  }

  private static List<String> ofFormat(@Nullable AttributeFormat format) {
    if (format == null) {
      return List.of();
    }
    return switch (format) {
      case EMAIL -> List.of("a@b.test", "A@B.test", "c@d.test");
      case URI -> List.of("https://a.test/");
      case DATE_TIME -> List.of("2020-01-02T03:04:05.000Z");
      case COUNTRY_CODE -> List.of("US", "DE");
      case LANGUAGE_CODE -> List.of("en", "de");
      case LOCALE -> List.of("en_US", "de_DE");
      case TIMEZONE -> List.of("UTC", "Europe/Berlin");
      default -> List.of();
    };
  }

  private static void integers(Constraints constraints, List<Object> literals, Set<Object> values) {
    values.addAll(List.of(0L, 1L, -1L, 2L));
    literals.stream().filter(Long.class::isInstance).forEach(values::add);
    if (constraints.minimum() != null) {
      values.add(constraints.minimum().longValue());
    }
    if (constraints.maximum() != null) {
      values.add(constraints.maximum().longValue());
    }
  }

  private static void numbers(Constraints constraints, List<Object> literals, Set<Object> values) {
    values.addAll(List.of(0.0, 1.0, -1.5));
    for (Object literal : literals) {
      if (literal instanceof Number number) {
        values.add(number.doubleValue());
      }
    }
    if (constraints.minimum() != null) {
      values.add(constraints.minimum().doubleValue());
    }
    if (constraints.maximum() != null) {
      values.add(constraints.maximum().doubleValue());
    }
  }

  private static void arrays(List<Object> elements, Set<@Nullable Object> values) {
    values.add(List.of());
    elements.forEach(element -> values.add(List.of(element)));
    if (elements.size() > 1) {
      Object first = elements.get(elements.size() - 2);
      Object second = elements.get(elements.size() - 1);
      values.add(List.of(first, second));
      values.add(List.of(second, first));
    }
  }
}
