package io.attune.profile;

import org.jspecify.annotations.Nullable;

/**
 * One attribute that differs between two profiles of one schema.
 *
 * @param attribute its definition
 * @param from the value before, null if it was absent
 * @param to the value after, null if it is cleared
 */
public record AttributeChange(
    AttributeDefinition attribute, @Nullable Object from, @Nullable Object to) {}
