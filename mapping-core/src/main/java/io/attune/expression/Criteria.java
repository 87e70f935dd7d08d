package io.attune.expression;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One map of group criteria; all its lines must hold. Source: expression-language 3, Groups. */
record Criteria(List<Line> lines) {

  /** One key with its alternatives; where {@code prefix}, a group's value may go on behind them. */
  record Line(Key key, List<String> values, boolean prefix) {
    boolean holds(Group group) {
      String actual = key.of(group);
      return actual != null
          && values.stream()
              .anyMatch(value -> prefix ? actual.startsWith(value) : actual.equals(value));
    }
  }

  /** What a line asks about. */
  enum Key {
    ID("group.id"),
    TYPE("group.type"),
    SOURCE_ID("group.source.id"),
    NAME("group.profile.name");

    private final String text;

    Key(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }

    @Nullable String of(Group group) {
      return switch (this) {
        case ID -> group.id();
        case TYPE -> group.type();
        case SOURCE_ID -> group.sourceId();
        case NAME -> group.name();
      };
    }

    /** The key of this text, or null. */
    static @Nullable Key named(String text) {
      return Arrays.stream(values()).filter(key -> key.text.equals(text)).findFirst().orElse(null);
    }

    /** The texts of all keys. */
    static List<String> texts() {
      return Arrays.stream(values()).map(Key::text).toList();
    }
  }

  boolean holds(Group group) {
    return lines.stream().allMatch(line -> line.holds(group));
  }
}
