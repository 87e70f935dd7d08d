package io.attune.profile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A person's attributes at one place: a schema and one value for each of its slots. Immutable. A
 * null slot is absent, {@code ""} is blank.
 */
public final class Profile {
  private final ProfileSchema schema;
  private final @Nullable Object[] values;

  private Profile(ProfileSchema schema, @Nullable Object[] values) {
    this.schema = schema;
    this.values = values;
  }

  /** A profile in which every attribute is absent. */
  public static Profile empty(ProfileSchema schema) {
    return new Profile(schema, new @Nullable Object[schema.size()]);
  }

  /**
   * A profile over {@code values}, which it takes over: the caller must not change the array, nor a
   * list in it, afterwards. This is the fast door for readers and mapping programs.
   *
   * @param values by slot; each absent (null) or held by its attribute's kind
   * @throws IllegalArgumentException if there are more or fewer values than slots
   */
  public static Profile ofOwned(ProfileSchema schema, @Nullable Object[] values) {
    if (values.length != schema.size()) {
      throw new IllegalArgumentException(
          "a profile of " + schema.size() + " slots cannot take " + values.length + " values");
    }
    return new Profile(schema, values);
  }

  /** The schema that says what each slot is. */
  public ProfileSchema schema() {
    return schema;
  }

  /** The value in a slot, or null where it is absent. */
  public @Nullable Object value(int slot) {
    return values[slot];
  }

  /**
   * The value of the attribute of this name, or null where it is absent.
   *
   * @throws IllegalArgumentException if the schema has no such attribute
   */
  public @Nullable Object value(String name) {
    int slot = schema.slot(name);
    if (slot < 0) {
      throw new IllegalArgumentException("no attribute `" + name + "` in this schema");
    }
    return values[slot];
  }

  /** The string in a slot, or null where it is absent or no string. */
  public @Nullable String text(int slot) {
    return values[slot] instanceof String text ? text : null;
  }

  /**
   * This profile with one attribute changed; absent if {@code value} is null.
   *
   * @throws IllegalArgumentException if the schema has no such attribute or its kind does not hold
   *     the value
   */
  public Profile with(String name, @Nullable Object value) {
    int slot = schema.slot(name);
    if (slot < 0) {
      throw new IllegalArgumentException("no attribute `" + name + "` in this schema");
    }
    AttributeKind kind = schema.attribute(slot).kind();
    if (value != null && !kind.holds(value)) {
      throw new IllegalArgumentException("attribute `" + name + "` holds " + kind.label());
    }
    @Nullable Object[] copy = values.clone();
    copy[slot] = value;
    return new Profile(schema, copy);
  }

  /** A fresh copy of the values, by slot. */
  public @Nullable Object[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Profile profile
        && schema.equals(profile.schema)
        && Arrays.equals(values, profile.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /** Names what is set, never a value: profiles are personal data. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Profile[");
    for (int slot = 0; slot < values.length; slot++) {
      if (values[slot] != null) {
        text.append(text.length() > 8 ? ", " : "").append(schema.attribute(slot).name());
      }
    }
    return text.append(']').toString();
  }
}
