package io.attune.profile;

import org.jspecify.annotations.Nullable;

/** What the text of an attribute means. Source: Okta Schemas API; okta-behaviour 2.4. */
public enum AttributeFormat {
  URI("uri"),
  DATE_TIME("date-time"),
  EMAIL("email"),
  REF_ID("ref-id"),
  ENCRYPTED("encrypted"),
  HASHED("hashed"),
  COUNTRY_CODE("country-code"),
  LANGUAGE_CODE("language-code"),
  LOCALE("locale"),
  TIMEZONE("timezone");

  private final String keyword;

  AttributeFormat(String keyword) {
    this.keyword = keyword;
  }

  /** The value of {@code format} in a schema. */
  public String keyword() {
    return keyword;
  }

  /** The format that a schema writes as {@code keyword}, or null. */
  public static @Nullable AttributeFormat ofKeyword(String keyword) {
    for (AttributeFormat format : values()) {
      if (format.keyword.equals(keyword)) {
        return format;
      }
    }
    return null;
  }
}
