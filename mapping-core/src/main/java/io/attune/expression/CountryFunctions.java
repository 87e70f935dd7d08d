package io.attune.expression;

import io.attune.expression.Function.Parameter;
import io.attune.expression.Function.Want;
import java.util.List;
import java.util.Map;

/** {@code Iso3166Convert} and the methods of a country code. Source: expression-language 3. */
final class CountryFunctions {
  private static final Parameter CODE = new Parameter("country", Want.COUNTRY, false);

  private CountryFunctions() {}

  /** The functions, in the order of the specification. */
  static List<Function> all() {
    return List.of(
        Function.of(
                "Iso3166Convert.toAlpha2",
                Kinds.TEXT,
                "the two-letter code of a country's code or English name",
                arguments -> named(arguments).alpha2(),
                Function.text("country"))
            .example("Iso3166Convert.toAlpha2('IND')"),
        Function.of(
                "Iso3166Convert.toAlpha3",
                Kinds.TEXT,
                "the three-letter code of a country's code or English name",
                arguments -> named(arguments).alpha3(),
                Function.text("country"))
            .example("Iso3166Convert.toAlpha3('840')"),
        Function.of(
                "Iso3166Convert.toNumeric",
                Kinds.TEXT,
                "the three-digit code of a country's code or English name",
                arguments -> named(arguments).numeric(),
                Function.text("country"))
            .example("Iso3166Convert.toNumeric('USA')"),
        Function.of(
                "Iso3166Convert.toName",
                Kinds.TEXT,
                "the English name of a country's code",
                CountryFunctions::nameOfCode,
                Function.text("country"))
            .example("Iso3166Convert.toName('IN')"));
  }

  /** {@code 'US'.parseCountryCode()}. */
  static Function parse() {
    return Function.of(
            "parseCountryCode",
            Kinds.of(Kind.COUNTRY_CODE),
            "the country of a code or English name",
            CountryFunctions::named,
            Function.text("country"))
        .example("'US'.parseCountryCode().toAlpha3()");
  }

  /** The methods of a country code. */
  static Map<String, Function> methods() {
    return Function.byName(
        Function.of(
                "toAlpha2",
                Kinds.TEXT,
                "the two-letter code",
                arguments -> ((Country) arguments.given(0)).alpha2(),
                CODE)
            .example("'USA'.parseCountryCode().toAlpha2()"),
        Function.of(
                "toAlpha3",
                Kinds.TEXT,
                "the three-letter code",
                arguments -> ((Country) arguments.given(0)).alpha3(),
                CODE)
            .example("'US'.parseCountryCode().toAlpha3()"),
        Function.of(
                "toNumeric",
                Kinds.TEXT,
                "the three-digit code",
                arguments -> ((Country) arguments.given(0)).numeric(),
                CODE)
            .example("'US'.parseCountryCode().toNumeric()"),
        Function.of(
                "toName",
                Kinds.TEXT,
                "the English name",
                arguments -> ((Country) arguments.given(0)).name(),
                CODE)
            .example("'US'.parseCountryCode().toName()"));
  }

  private static Country named(Arguments arguments) {
    Country country = Countries.ofCodeOrName(arguments.text(0));
    if (country == null) {
      throw arguments.fail(
          FailureCode.UNKNOWN_COUNTRY, "this text is no code or English name of a country");
    }
    return country;
  }

  private static String nameOfCode(Arguments arguments) {
    Country country = Countries.ofCode(arguments.text(0));
    if (country == null) {
      throw arguments.fail(FailureCode.UNKNOWN_COUNTRY, "this text is no code of a country");
    }
    return country.name();
  }
}
