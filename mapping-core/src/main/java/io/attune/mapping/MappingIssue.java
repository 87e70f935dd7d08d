package io.attune.mapping;

import io.attune.expression.Issue;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a mapping table, at one of its rows.
 *
 * @param target the row's target
 * @param code stable: {@code UNKNOWN_TARGET} or the code of {@code issue}
 * @param isError whether the table cannot run
 * @param message one line, lower case, no full stop
 * @param hint what may help, or empty
 * @param issue what is wrong inside the expression, or null if it is the row itself
 */
public record MappingIssue(
    String target,
    String code,
    boolean isError,
    String message,
    String hint,
    @Nullable Issue issue) {}
