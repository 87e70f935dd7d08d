package io.attune.profile;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An attribute's place in a SCIM resource. Source: Okta Schemas API; okta-behaviour 1.6.
 *
 * @param name a path as Okta writes it: {@code name.givenName}, {@code
 *     emails.^[primary==true].value}
 * @param namespace the schema URN; null means the attribute is never sent (okta-behaviour 1.38)
 */
public record ExternalAttribute(String name, @Nullable String namespace) {
  /** The name as a path, or null if it is none. */
  public @Nullable ExternalName path() {
    return ExternalName.parse(name);
  }

  /** Whether both paths begin at one place: the root of a resource, or one extension. */
  public boolean hasSameRoot(ExternalAttribute other) {
    return isCore()
        ? other.isCore()
        : namespace != null && namespace.equalsIgnoreCase(other.namespace());
  }

  /**
   * Whether it stands at the root of a resource, not under the key of its namespace: true of the
   * core schemas of SCIM 2.0 and 1.1. Source: RFC 7643 section 3.3.
   */
  public boolean isCore() {
    return namespace != null && namespace.toLowerCase(Locale.ROOT).contains(":core:");
  }
}
