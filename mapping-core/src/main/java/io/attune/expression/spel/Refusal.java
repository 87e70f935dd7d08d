package io.attune.expression.spel;

/**
 * One reason why a text is refused.
 *
 * @param fault what kind of reason
 * @param place where
 * @param message one line, lower case, no full stop
 * @param hint what to write instead; empty where there is nothing to say
 */
public record Refusal(SyntaxFault fault, Place place, String message, String hint) {}
