package io.attune.json;

import io.attune.profile.AttributeKind;
import org.jspecify.annotations.Nullable;

/** A value of an attribute as one word: a text as it stands, everything else as JSON. */
public final class ConstantReader {
  private ConstantReader() {}

  /** The value, or null if the word says none of that kind. */
  public static @Nullable Object read(String word, AttributeKind kind) {
    if (kind == AttributeKind.STRING) {
      return word;
    }
    JsonValue value = JsonDocument.read(word).root();
    return value == null ? null : ValueReader.read(value, kind);
  }
}
