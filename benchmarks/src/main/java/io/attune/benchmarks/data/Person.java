package io.attune.benchmarks.data;

import io.attune.benchmarks.acme.NamePool;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the app knows of one person. Departments, cities, managers and surnames are skewed: a few
 * are had by very many people, most by few.
 */
final class Person {
  private static final List<String> DEPARTMENTS =
      List.of(
          "Engineering", "Sales", "Support", "Finance", "People", "Legal", "Marketing", "Research");
  private static final List<String> TITLES =
      List.of("Analyst", "Engineer", "Manager", "Lead", "Director", "Specialist", "Assistant");

  /** City, region, country, language, locale, time zone. */
  private static final List<List<String>> PLACES =
      List.of(
          List.of("London", "Greater London", "gb", "en", "en_GB", "Europe/London"),
          List.of("München", "Bayern", "de", "de", "de_DE", "Europe/Berlin"),
          List.of("Lyon", "Auvergne-Rhône-Alpes", "fr", "fr", "fr_FR", "Europe/Paris"),
          List.of("Kraków", "Małopolskie", "pl", "pl", "pl_PL", "Europe/Warsaw"),
          List.of("Austin", "Texas", "us", "en", "en_US", "America/Chicago"),
          List.of("京都市", "京都府", "jp", "ja", "ja_JP", "Asia/Tokyo"),
          List.of("Bengaluru", "Karnataka", "in", "en", "en_IN", "Asia/Kolkata"));

  private final int number;
  private final Map<Field, String> values;

  private Person(int number, Map<Field, String> values) {
    this.number = number;
    this.values = values;
  }

  /** The person of this number, by the seed. */
  static Person of(int number, NamePool names, long seed) {
    Dice dice = new Dice(seed, number);
    NamePool.FullName name = names.get(dice.skewed(names.size()));
    String mail = name.letters().replace("'", "") + "." + number + "@example.com";
    String department = DEPARTMENTS.get(dice.skewed(DEPARTMENTS.size()));
    List<String> place = PLACES.get(dice.skewed(PLACES.size()));
    int manager = dice.skewed(Math.max(1, number / 8 + 1));
    Map<Field, String> values = new EnumMap<>(Field.class);
    values.put(Field.USER_NAME, mail);
    values.put(Field.GIVEN_NAME, name.first());
    values.put(Field.FAMILY_NAME, name.last());
    values.put(Field.MIDDLE_NAME, String.valueOf((char) ('A' + dice.below(26))));
    values.put(Field.PREFIX, dice.below(20) == 0 ? "Dr." : "");
    values.put(Field.SUFFIX, dice.below(40) == 0 ? "III" : "");
    values.put(Field.DISPLAY_NAME, name.last() + ", " + name.first());
    values.put(Field.NICK_NAME, name.first());
    values.put(Field.PROFILE_URL, "https://people.example.com/" + key(number));
    values.put(Field.TITLE, TITLES.get(dice.skewed(TITLES.size())));
    values.put(Field.USER_TYPE, dice.below(12) == 0 ? "EXT" : "INT");
    values.put(Field.CITY, place.get(0));
    values.put(Field.REGION, place.get(1));
    values.put(Field.COUNTRY, place.get(2));
    values.put(Field.LANGUAGE, place.get(3));
    values.put(Field.LOCALE, place.get(4));
    values.put(Field.TIMEZONE, place.get(5));
    values.put(Field.EMAIL, mail);
    values.put(Field.SECOND_EMAIL, "p" + dice.below(1_000_000) + "@example.net");
    values.put(Field.WORK_PHONE, "+44 20 7946 " + digits(dice.below(10_000), 4));
    values.put(Field.MOBILE_PHONE, "+44 7700 9" + digits(dice.below(100_000), 5));
    values.put(Field.STREET, (1 + dice.skewed(400)) + " Station Road");
    values.put(Field.POSTAL_CODE, digits(dice.skewed(90_000) + 10_000, 5));
    values.put(Field.EMPLOYEE_NUMBER, digits(number, 7));
    values.put(Field.COST_CENTER, digits(1000 + dice.skewed(400) * 10, 4));
    values.put(Field.ORGANIZATION, "Example " + place.get(2).toUpperCase(Locale.ROOT));
    values.put(Field.DIVISION, department.substring(0, 3).toUpperCase(Locale.ROOT) + "-EMEA");
    values.put(Field.DEPARTMENT, department);
    values.put(Field.MANAGER_ID, key(manager));
    values.put(Field.MANAGER, "Manager " + manager);
    return new Person(number, values);
  }

  private static String digits(int number, int width) {
    String text = String.valueOf(number);
    return "0".repeat(Math.max(0, width - text.length())) + text;
  }

  /** The record's key at the app. */
  static String key(int number) {
    return "hr-" + digits(number, 7);
  }

  /** The Okta user id. */
  static String id(int number) {
    return "00u" + digits(number, 17);
  }

  int number() {
    return number;
  }

  /** This person after a promotion. */
  Person promoted() {
    Map<Field, String> copy = new EnumMap<>(values);
    copy.put(Field.TITLE, "Senior " + at(Field.TITLE));
    return new Person(number, copy);
  }

  /** What the app says; every attribute is set, some are blank. */
  String at(Field field) {
    return values.getOrDefault(field, "");
  }

  /** What the mapping makes of it for Okta, worked out by hand. */
  String mapped(Field field) {
    String value = at(field);
    return switch (field) {
      case DISPLAY_NAME -> at(Field.GIVEN_NAME) + " " + at(Field.FAMILY_NAME);
      case USER_TYPE -> value.equals("EXT") ? "Contractor" : "Employee";
      case MOBILE_PHONE -> value.replace(" ", "");
      case COUNTRY -> value.toUpperCase(Locale.ROOT);
      case COST_CENTER -> "CC-" + value;
      case DIVISION -> value.substring(0, 3);
      default -> value;
    };
  }
}
