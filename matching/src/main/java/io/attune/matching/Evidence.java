package io.attune.matching;

/**
 * One criterion that holds, and the key that both sides have.
 *
 * @param criterion as plans name it, such as {@code EMAIL}
 * @param key what both sides were compared by
 */
public record Evidence(String criterion, ComparedKey key) {}
