/**
 * Mapping tables: one expression an attribute, compiled once and run for everybody.
 *
 * <p>May depend on: {@code io.attune.profile}, {@code io.attune.expression}.
 */
@NullMarked
package io.attune.mapping;

import org.jspecify.annotations.NullMarked;
