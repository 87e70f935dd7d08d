package io.attune.matching;

/**
 * One thing that must be equal for an exact match. A blank or absent value on either side never
 * matches. Source: okta-behaviour 3.2.
 */
public sealed interface Criterion {
  /** The criterion as plans name it: {@code EMAIL}, {@code USERNAME}, {@code ATTRIBUTE:name}. */
  String label();

  /** The mapped e-mail equals the Okta user's. */
  record Email() implements Criterion {
    @Override
    public String label() {
      return "EMAIL";
    }
  }

  /** The login computed for the record equals the Okta user's. */
  record Username() implements Criterion {
    @Override
    public String label() {
      return "USERNAME";
    }
  }

  /**
   * A mapped attribute equals the Okta user's, case-sensitively unless normalised.
   *
   * @param name of the attribute in the user schema
   * @param normalization what is made equal first
   */
  record Attribute(String name, Normalization normalization) implements Criterion {
    @Override
    public String label() {
      return "ATTRIBUTE:" + name;
    }
  }
}
