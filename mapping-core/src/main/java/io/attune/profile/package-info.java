/**
 * Profiles in slots over schemas: what a person's record is while it travels.
 *
 * <p>A {@link io.attune.profile.Profile} is a schema and an array of values, never mutated after
 * construction. A slot that is {@code null} is <em>absent</em>; {@code ""} is <em>blank</em>; they
 * differ and both survive. Values are closed: see {@link io.attune.profile.AttributeKind}.
 *
 * <p>May depend on: nothing but the JDK.
 */
@NullMarked
package io.attune.profile;

import org.jspecify.annotations.NullMarked;
