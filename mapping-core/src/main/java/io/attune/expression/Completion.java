package io.attune.expression;

/**
 * Something that may stand at a place of a text.
 *
 * @param text what to insert in place of the word that is being written
 * @param label its kind, or its signature
 * @param documentation the title of an attribute, one sentence of a function; empty where there is
 *     none
 */
public record Completion(String text, String label, String documentation) {}
