package io.attune.mapping;

import org.jspecify.annotations.Nullable;

/**
 * One row of a mapping table. Source: Okta Mappings API; okta-behaviour 1.1, 1.2.
 *
 * @param target the name of the attribute that is written
 * @param expression what it is written with
 * @param pushStatus when; null where the table leaves it to the app's settings
 */
public record AttributeMapping(String target, String expression, @Nullable PushStatus pushStatus) {
  /** A mapping whose push status follows from the app's settings. */
  public static AttributeMapping of(String target, String expression) {
    return new AttributeMapping(target, expression, null);
  }
}
