package io.attune.matching;

import io.attune.profile.ProfileSchema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The key rules of criteria, over one user schema. */
final class KeyRules {
  private KeyRules() {}

  /** The rule of one criterion. */
  static KeyRule of(Criterion criterion, ProfileSchema schema) {
    int slot = slot(schema, criterion.attribute());
    return criterion instanceof Criterion.Username
        ? new UsernameRule(slot)
        : slotRule(slot, value -> key(criterion, value));
  }

  /** What a value is compared by under a criterion; null if it matches nothing. */
  static @Nullable String key(Criterion criterion, @Nullable Object value) {
    return criterion instanceof Criterion.Attribute attribute
        ? TextKeys.attribute(scalar(value), attribute.normalization())
        : TextKeys.automatic(scalar(value));
  }

  /** All of these rules must hold. */
  static KeyRule allOf(List<KeyRule> rules) {
    return rules.size() == 1 ? rules.get(0) : new AllRule(rules);
  }

  /** First and last name, folded. */
  static KeyRule names(ProfileSchema schema) {
    Function<@Nullable Object, @Nullable String> key = value -> TextKeys.folded(scalar(value));
    return allOf(
        List.of(slotRule(slot(schema, "firstName"), key), slotRule(slot(schema, "lastName"), key)));
  }

  /** First and last name as an automatic link needs them equal. */
  static KeyRule automaticNames(ProfileSchema schema) {
    Function<@Nullable Object, @Nullable String> key = value -> TextKeys.automatic(scalar(value));
    return allOf(
        List.of(slotRule(slot(schema, "firstName"), key), slotRule(slot(schema, "lastName"), key)));
  }

  private static int slot(ProfileSchema schema, String name) {
    int slot = schema.slot(name);
    if (slot < 0) {
      throw new IllegalArgumentException("users have no attribute `" + name + "` to match by");
    }
    return slot;
  }

  /** A value as text; lists and unusable numbers are nothing to match by. */
  static @Nullable String scalar(@Nullable Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean
        ? value.toString()
        : null;
  }

  private static KeyRule slotRule(int slot, Function<@Nullable Object, @Nullable String> key) {
    return new SlotRule(slot, key);
  }

  private record SlotRule(int slot, Function<@Nullable Object, @Nullable String> key)
      implements KeyRule {
    @Override
    public @Nullable String ofPerson(Values person) {
      return key.apply(person.value(slot));
    }

    @Override
    public @Nullable String ofSubject(MatchSubject subject) {
      return key.apply(subject.mapped().value(slot));
    }
  }

  private record UsernameRule(int login) implements KeyRule {
    @Override
    public @Nullable String ofPerson(Values person) {
      return TextKeys.automatic(scalar(person.value(login)));
    }

    @Override
    public @Nullable String ofSubject(MatchSubject subject) {
      return TextKeys.automatic(subject.login());
    }
  }

  private record AllRule(List<KeyRule> rules) implements KeyRule {
    @Override
    public @Nullable String ofPerson(Values person) {
      return joined(rule -> rule.ofPerson(person));
    }

    @Override
    public @Nullable String ofSubject(MatchSubject subject) {
      return joined(rule -> rule.ofSubject(subject));
    }

    /** Each part with its length, so that no two lists of parts give one text. */
    private @Nullable String joined(Function<KeyRule, @Nullable String> part) {
      StringBuilder key = new StringBuilder();
      for (KeyRule rule : rules) {
        String text = part.apply(rule);
        if (text == null) {
          return null;
        }
        key.append(text.length()).append(':').append(text);
      }
      return key.toString();
    }
  }
}
