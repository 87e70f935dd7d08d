package io.attune.expression;

/**
 * A country of ISO 3166-1: the value of the kind country code.
 *
 * @param alpha2 two letters, as {@code US}
 * @param alpha3 three letters, as {@code USA}
 * @param numeric three digits, as {@code 840}
 * @param name in English
 */
record Country(String alpha2, String alpha3, String numeric, String name) {}
