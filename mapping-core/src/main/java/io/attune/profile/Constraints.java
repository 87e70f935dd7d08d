package io.attune.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a value must satisfy beyond its kind; for an array, each element must. Source: Okta Schemas
 * API; okta-behaviour 2.5, 2.6, 2.15.
 *
 * @param minLength fewest UTF-16 units of a string, or null
 * @param maxLength most UTF-16 units of a string, or null
 * @param minimum smallest integer or number, or null
 * @param maximum largest integer or number, or null
 * @param pattern the login pattern as Okta writes it, or null
 * @param enumeration the allowed values; empty allows all
 */
public record Constraints(
    @Nullable Integer minLength,
    @Nullable Integer maxLength,
    @Nullable Number minimum,
    @Nullable Number maximum,
    @Nullable String pattern,
    List<Object> enumeration) {
  /** Nothing is demanded. */
  public static final Constraints NONE = new Constraints(null, null, null, null, null, List.of());

  /** Copies the list. */
  public Constraints {
    enumeration = List.copyOf(enumeration);
  }

  /** Only the length is bounded. */
  public static Constraints length(@Nullable Integer minLength, @Nullable Integer maxLength) {
    return new Constraints(minLength, maxLength, null, null, null, List.of());
  }
}
