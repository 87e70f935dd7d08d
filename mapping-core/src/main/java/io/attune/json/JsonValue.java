package io.attune.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of a JSON text that knows its place. Numbers and unknown keys survive as written. */
public sealed interface JsonValue {
  /** Where it begins; {@link Place#START} if it was made here. */
  Place place();

  /** Its JSON type as messages name it: {@code an object}. */
  String label();

  /**
   * An object; its keys are distinct.
   *
   * @param members in the order of the text
   */
  record JsonObject(Place place, List<Member> members) implements JsonValue {
    /** Copies the list. */
    public JsonObject {
      members = List.copyOf(members);
    }

    /** An object made here. */
    public static JsonObject of(List<Member> members) {
      return new JsonObject(Place.START, members);
    }

    /** The value of a key, or null. */
    public @Nullable JsonValue get(String name) {
      Member member = member(name);
      return member == null ? null : member.value();
    }

    /** A key with its value, or null. */
    public @Nullable Member member(String name) {
      for (Member member : members) {
        if (member.name().equals(name)) {
          return member;
        }
      }
      return null;
    }

    @Override
    public String label() {
      return "an object";
    }
  }

  /**
   * A key and its value.
   *
   * @param namePlace where the key begins
   */
  record Member(String name, Place namePlace, JsonValue value) {
    /** A member made here. */
    public static Member of(String name, JsonValue value) {
      return new Member(name, Place.START, value);
    }
  }

  /** An array. */
  record JsonArray(Place place, List<JsonValue> elements) implements JsonValue {
    /** Copies the list. */
    public JsonArray {
      elements = List.copyOf(elements);
    }

    /** An array made here. */
    public static JsonArray of(List<JsonValue> elements) {
      return new JsonArray(Place.START, elements);
    }

    @Override
    public String label() {
      return "an array";
    }
  }

  /**
   * A string.
   *
   * @param offset of its opening quote in the text it was read from, in UTF-16 units; -1 if none
   */
  record JsonText(Place place, int offset, String value) implements JsonValue {
    /** A string made here. */
    public static JsonText of(String value) {
      return new JsonText(Place.START, -1, value);
    }

    @Override
    public String label() {
      return "a string";
    }
  }

  /**
   * A number.
   *
   * @param literal as written
   */
  record JsonNumber(Place place, String literal) implements JsonValue {
    /** An integer made here. */
    public static JsonNumber of(long value) {
      return new JsonNumber(Place.START, Long.toString(value));
    }

    @Override
    public String label() {
      return "a number";
    }
  }

  /** True or false. */
  record JsonFlag(Place place, boolean value) implements JsonValue {
    /** A boolean made here. */
    public static JsonFlag of(boolean value) {
      return new JsonFlag(Place.START, value);
    }

    @Override
    public String label() {
      return "a boolean";
    }
  }

  /** Null. */
  record JsonNull(Place place) implements JsonValue {
    @Override
    public String label() {
      return "null";
    }
  }
}
