package io.attune.expression;

import java.util.List;

/** {@code Iso3166Convert.…} of the three countries that generated expressions name. */
public final class SpelCountries {
  private static final List<List<String>> COUNTRIES =
      List.of(
          List.of("US", "USA", "840", "United States"),
          List.of("IN", "IND", "356", "India"),
          List.of("AU", "AUS", "036", "Australia"));

  public String toAlpha2(String code) {
    return column(code, 0);
  }

  public String toAlpha3(String code) {
    return column(code, 1);
  }

  public String toNumeric(String code) {
    return column(code, 2);
  }

  public String toName(String code) {
    return column(code, 3);
  }

  private static String column(String code, int column) {
    return COUNTRIES.stream()
        .filter(country -> country.contains(code))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("unknown country"))
        .get(column);
  }
}
