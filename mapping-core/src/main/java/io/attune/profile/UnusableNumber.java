package io.attune.profile;

/**
 * Stands where a record held a number that no closed value can be: an exponent beyond a finite
 * double, or an integer beyond 64 bits. The rest of the profile stands; an expression that reads it
 * gets a typed error. Source: the trust rules for closed values.
 */
public enum UnusableNumber {
  /** The one instance: the digits are not kept. */
  INSTANCE
}
