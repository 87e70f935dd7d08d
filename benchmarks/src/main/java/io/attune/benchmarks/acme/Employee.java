package io.attune.benchmarks.acme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * What HR knows of a person.
 *
 * @param key the record's key at HR
 */
record Employee(
    String key,
    String firstName,
    String lastName,
    String email,
    String title,
    String department,
    String unit,
    String costCode,
    String contract,
    String city,
    String country,
    String phone) {
  private static final List<String> DEPARTMENTS =
      List.of("Engineering", "Sales", "Support", "Finance", "People", "Legal", "Marketing");
  private static final List<String> TITLES =
      List.of("Analyst", "Engineer", "Manager", "Lead", "Director", "Specialist", "Assistant");
  private static final List<List<String>> CITIES =
      List.of(
          List.of("London", "gb"),
          List.of("München", "de"),
          List.of("Lyon", "fr"),
          List.of("Kraków", "pl"),
          List.of("İstanbul", "tr"),
          List.of("Αθήνα", "gr"),
          List.of("京都市", "jp"),
          List.of("Bengaluru", "in"));

  /** The employee of this number, by the seed; the larger departments come more often. */
  static Employee of(int number, NamePool names, long seed) {
    Random random = new Random(seed * 31 + number);
    NamePool.FullName name = names.get(number);
    String suffix = number < names.size() ? "" : String.valueOf(number / names.size() + 1);
    String department = DEPARTMENTS.get(Math.min(random.nextInt(7), random.nextInt(7)));
    List<String> place = CITIES.get(random.nextInt(CITIES.size()));
    return new Employee(
        "hr-" + String.format(Locale.ROOT, "%07d", number),
        name.first(),
        name.last(),
        name.letters().replace("'", "") + suffix + "." + number + "@acme.example",
        TITLES.get(random.nextInt(TITLES.size())),
        department,
        department.substring(0, 3).toUpperCase(Locale.ROOT) + "-" + random.nextInt(9),
        String.valueOf(1000 + random.nextInt(40) * 10),
        random.nextInt(12) == 0 ? "EXT" : "INT",
        place.get(0),
        place.get(1),
        "+44 20 7946 " + String.format(Locale.ROOT, "%04d", random.nextInt(10_000)));
  }

  Employee withTitle(String newTitle) {
    return new Employee(
        key,
        firstName,
        lastName,
        email,
        newTitle,
        department,
        unit,
        costCode,
        contract,
        city,
        country,
        phone);
  }

  Employee withEmail(String newEmail) {
    return new Employee(
        key,
        firstName,
        lastName,
        newEmail,
        title,
        department,
        unit,
        costCode,
        contract,
        city,
        country,
        phone);
  }

  Employee withName(String newFirst, String newLast) {
    return new Employee(
        key,
        newFirst,
        newLast,
        email,
        title,
        department,
        unit,
        costCode,
        contract,
        city,
        country,
        phone);
  }

  Employee withUnit(String newUnit) {
    return new Employee(
        key,
        firstName,
        lastName,
        email,
        title,
        department,
        newUnit,
        costCode,
        contract,
        city,
        country,
        phone);
  }

  Employee withCostCode(String newCode) {
    return new Employee(
        key,
        firstName,
        lastName,
        email,
        title,
        department,
        unit,
        newCode,
        contract,
        city,
        country,
        phone);
  }

  /** The Okta profile that the mappings of {@code acme_hr} make of it, worked out by hand. */
  Map<String, String> oktaProfile() {
    Map<String, String> profile = new LinkedHashMap<>();
    profile.put("login", email);
    profile.put("email", email);
    profile.put("firstName", firstName);
    profile.put("lastName", lastName);
    profile.put("displayName", firstName + " " + lastName);
    profile.put("title", title);
    profile.put("department", department);
    profile.put("division", unit.substring(0, 3));
    profile.put("costCenter", "CC-" + costCode);
    profile.put("employeeNumber", key.substring(3));
    profile.put("userType", contract.equals("EXT") ? "External" : "Employee");
    profile.put("city", city);
    profile.put("countryCode", country.toUpperCase(Locale.ROOT));
    profile.put("mobilePhone", phone.replace(" ", ""));
    profile.put("locale", "en_US");
    return profile;
  }

  /** The app-user profile of {@code acme_hr}. */
  Map<String, String> appProfile() {
    Map<String, String> profile = new LinkedHashMap<>();
    profile.put("userName", email);
    profile.put("givenName", firstName);
    profile.put("familyName", lastName);
    profile.put("email", email);
    profile.put("title", title);
    profile.put("phone", phone);
    profile.put("city", city);
    profile.put("country", country);
    profile.put("employeeNumber", key.substring(3));
    profile.put("department", department);
    profile.put("unit", unit);
    profile.put("costCode", costCode);
    profile.put("contract", contract);
    return profile;
  }
}
