package io.attune.benchmarks.data;

import org.jspecify.annotations.Nullable;

/**
 * The thirty attributes that the app knows of a person, each with its place in a SCIM resource and
 * the Okta attribute that is mapped from it.
 */
enum Field {
  USER_NAME("userName", "userName", false, null, null),
  GIVEN_NAME("givenName", "name.givenName", false, "firstName", null),
  FAMILY_NAME("familyName", "name.familyName", false, "lastName", null),
  MIDDLE_NAME("middleName", "name.middleName", false, "middleName", null),
  PREFIX("prefix", "name.honorificPrefix", false, "honorificPrefix", null),
  SUFFIX("suffix", "name.honorificSuffix", false, "honorificSuffix", null),
  DISPLAY_NAME(
      "displayName",
      "displayName",
      false,
      "displayName",
      "appuser.givenName + ' ' + appuser.familyName"),
  NICK_NAME("nickName", "nickName", false, "nickName", null),
  PROFILE_URL("profileUrl", "profileUrl", false, "profileUrl", null),
  TITLE("title", "title", false, "title", null),
  USER_TYPE(
      "userType",
      "userType",
      false,
      "userType",
      "appuser.userType == 'EXT' ? 'Contractor' : 'Employee'"),
  LANGUAGE("language", "preferredLanguage", false, "preferredLanguage", null),
  LOCALE("locale", "locale", false, "locale", null),
  TIMEZONE("timezone", "timezone", false, "timezone", null),
  EMAIL(
      "email",
      "emails.^[primary==true].value",
      false,
      "email",
      "String.toLowerCase(appuser.email)"),
  SECOND_EMAIL("secondEmail", "emails.^[type==\"home\"].value", false, "secondEmail", null),
  WORK_PHONE("workPhone", "phoneNumbers.^[type==\"work\"].value", false, "primaryPhone", null),
  MOBILE_PHONE(
      "mobilePhone",
      "phoneNumbers.^[type==\"mobile\"].value",
      false,
      "mobilePhone",
      "String.removeSpaces(appuser.mobilePhone)"),
  STREET("street", "addresses.^[type==\"work\"].streetAddress", false, "streetAddress", null),
  CITY("city", "addresses.^[type==\"work\"].locality", false, "city", null),
  REGION("region", "addresses.^[type==\"work\"].region", false, "state", null),
  POSTAL_CODE("postalCode", "addresses.^[type==\"work\"].postalCode", false, "zipCode", null),
  COUNTRY(
      "country",
      "addresses.^[type==\"work\"].country",
      false,
      "countryCode",
      "String.toUpperCase(appuser.country)"),
  EMPLOYEE_NUMBER("employeeNumber", "employeeNumber", true, "employeeNumber", null),
  COST_CENTER("costCenter", "costCenter", true, "costCenter", "'CC-' + appuser.costCenter"),
  ORGANIZATION("organization", "organization", true, "organization", null),
  DIVISION("division", "division", true, "division", "String.substring(appuser.division, 0, 3)"),
  DEPARTMENT("department", "department", true, "department", "appuser.department ?: 'Unassigned'"),
  MANAGER_ID("managerId", "manager.value", true, "managerId", null),
  MANAGER("manager", "manager.displayName", true, "manager", null);

  final String attribute;
  final String externalName;
  final boolean enterprise;
  final @Nullable String target;
  final String expression;

  Field(
      String attribute,
      String externalName,
      boolean enterprise,
      @Nullable String target,
      @Nullable String expression) {
    this.attribute = attribute;
    this.externalName = externalName;
    this.enterprise = enterprise;
    this.target = target;
    this.expression = expression == null ? "appuser." + attribute : expression;
  }
}
