package io.attune.plan;

/**
 * What an import may confirm without a person. Source: okta-behaviour 3.4, 3.9.
 *
 * @param exactMatches links exact matches
 * @param partialMatches links partial matches that the automatic comparison agrees with
 * @param newUsers creates people whom nobody matches
 * @param activateNewUsers creates them PROVISIONED instead of STAGED
 */
public record Confirmation(
    boolean exactMatches, boolean partialMatches, boolean newUsers, boolean activateNewUsers) {
  /** Everything waits for a person. */
  public static final Confirmation NONE = new Confirmation(false, false, false, false);

  /** Everything is confirmed, and new people stay STAGED. */
  public static final Confirmation ALL = new Confirmation(true, true, true, false);
}
