package io.attune.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The 31 base attributes of an Okta user. Source: okta-behaviour 2.1. */
public final class UserSchema {
  private static final ProfileSchema BASE =
      ProfileSchema.of(
          text("login", 5, 100).withRequired(true).withFormat(AttributeFormat.EMAIL),
          text("email", 5, 100).withRequired(true).withFormat(AttributeFormat.EMAIL),
          text("secondEmail", null, 100).withFormat(AttributeFormat.EMAIL),
          text("firstName", 1, 50).withRequired(true),
          text("lastName", 1, 50).withRequired(true),
          text("middleName", null, null),
          text("honorificPrefix", null, null),
          text("honorificSuffix", null, null),
          text("title", null, null),
          text("displayName", null, null),
          text("nickName", null, null),
          text("profileUrl", null, null).withFormat(AttributeFormat.URI),
          text("primaryPhone", 0, 100),
          text("mobilePhone", 0, 100),
          text("streetAddress", null, 1024),
          text("city", null, 128),
          text("state", null, 128),
          text("zipCode", null, 50),
          text("countryCode", null, 2).withFormat(AttributeFormat.COUNTRY_CODE),
          text("postalAddress", null, 4096),
          text("preferredLanguage", null, null).withFormat(AttributeFormat.LANGUAGE_CODE),
          text("locale", null, null).withFormat(AttributeFormat.LOCALE).withDefault("en_US"),
          text("timezone", null, null).withFormat(AttributeFormat.TIMEZONE),
          text("userType", null, null),
          text("employeeNumber", null, null),
          text("costCenter", null, null),
          text("organization", null, null),
          text("division", null, null),
          text("department", null, null),
          text("managerId", null, null),
          text("manager", null, null));

  private UserSchema() {}

  /** The base attributes alone, in Okta's order. */
  public static ProfileSchema base() {
    return BASE;
  }

  private static AttributeDefinition text(
      String name, @Nullable Integer minLength, @Nullable Integer maxLength) {
    return new AttributeDefinition(
        name,
        name,
        AttributeKind.STRING,
        null,
        minLength == null && maxLength == null
            ? Constraints.NONE
            : Constraints.length(minLength, maxLength),
        false,
        false,
        AttributeScope.NONE,
        Mutability.READ_WRITE,
        AttributeMaster.PROFILE_MASTER,
        null,
        null,
        true);
  }

  /** The names of the base attributes. */
  public static List<String> names() {
    return BASE.attributes().stream().map(AttributeDefinition::name).toList();
  }
}
