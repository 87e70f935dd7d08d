package io.attune.expression;

import java.util.List;

/** One map of group criteria; all its lines must hold. Source: expression-language 3, Groups. */
record Criteria(List<Line> lines) {
  /** One key with its alternatives. */
  record Line(Key key, List<String> values, boolean prefix) {}

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
  }
}
