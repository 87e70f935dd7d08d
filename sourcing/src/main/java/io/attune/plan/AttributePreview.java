package io.attune.plan;

import io.attune.expression.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one target attribute, and why.
 *
 * @param attribute its name
 * @param from the value before, null if absent
 * @param to the value after, null if absent
 * @param expression what is mapped to it, or null
 * @param explanation how the expression came to its value, and what it read; null where nothing is
 *     mapped
 * @param because why the value after is what it is
 */
public record AttributePreview(
    String attribute,
    @Nullable Object from,
    @Nullable Object to,
    @Nullable String expression,
    @Nullable Explanation explanation,
    Because because) {}
