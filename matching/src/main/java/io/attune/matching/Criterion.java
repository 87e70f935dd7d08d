package io.attune.matching;

import org.jspecify.annotations.Nullable;

/**
 * One thing that must be equal for an exact match. A blank or absent value on either side never
 * matches. Source: okta-behaviour 3.2.
 */
public sealed interface Criterion {
  /** The criterion as plans name it: {@code EMAIL}, {@code USERNAME}, {@code ATTRIBUTE:name}. */
  String label();

  /** The attribute of the Okta user that is compared. */
  String attribute();

  /** What a value is compared by; null if it matches nothing. */
  default @Nullable ComparedKey key(@Nullable Object value) {
    String key = KeyRules.key(this, value);
    return key == null ? null : new ComparedKey(key);
  }

  /**
   * What a first or last name is compared by in a partial match: full Unicode case folding. Null if
   * it matches nothing.
   */
  static @Nullable ComparedKey nameKey(@Nullable Object value) {
    String key = TextKeys.folded(KeyRules.scalar(value));
    return key == null ? null : new ComparedKey(key);
  }

  /** The mapped e-mail equals the Okta user's. */
  record Email() implements Criterion {
    @Override
    public String label() {
      return "EMAIL";
    }

    @Override
    public String attribute() {
      return "email";
    }
  }

  /** The login computed for the record equals the Okta user's. */
  record Username() implements Criterion {
    @Override
    public String label() {
      return "USERNAME";
    }

    @Override
    public String attribute() {
      return "login";
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

    @Override
    public String attribute() {
      return name;
    }
  }
}
