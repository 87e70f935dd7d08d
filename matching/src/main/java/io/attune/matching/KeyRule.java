package io.attune.matching;

import org.jspecify.annotations.Nullable;

/** How a key is made of a person and of a record: the same text if the rule holds between them. */
interface KeyRule {
  /** Reads one attribute by its slot in the user schema. */
  @FunctionalInterface
  interface Values {
    @Nullable Object value(int slot);
  }

  /** The key of a person, or null if the person cannot match. */
  @Nullable String ofPerson(Values person);

  /** The key of a record, or null if it cannot match. */
  @Nullable String ofSubject(MatchSubject subject);
}
