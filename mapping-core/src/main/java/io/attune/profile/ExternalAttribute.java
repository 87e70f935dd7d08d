package io.attune.profile;

import org.jspecify.annotations.Nullable;

/**
 * An attribute's place in a SCIM resource. Source: Okta Schemas API; okta-behaviour 1.6.
 *
 * @param name a path as Okta writes it: {@code name.givenName}, {@code
 *     emails.^[primary==true].value}
 * @param namespace the schema URN; null means the attribute is never sent (okta-behaviour 1.38)
 */
public record ExternalAttribute(String name, @Nullable String namespace) {}
