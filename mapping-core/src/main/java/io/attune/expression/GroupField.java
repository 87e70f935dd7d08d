package io.attune.expression;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be read of a group. Source: expression-language 3, Groups. */
enum GroupField {
  ID("id"),
  NAME("name"),
  TYPE("type"),
  PROFILE_NAME("profile.name"),
  PROFILE_DESCRIPTION("profile.description"),
  CREATED("created"),
  LAST_UPDATED("lastUpdated"),
  LAST_MEMBERSHIP_UPDATED("lastMembershipUpdated");

  private final String text;

  GroupField(String text) {
    this.text = text;
  }

  @Nullable String of(Group group) {
    return switch (this) {
      case ID -> group.id();
      case NAME, PROFILE_NAME -> group.name();
      case TYPE -> group.type();
      case PROFILE_DESCRIPTION -> group.description();
      case CREATED -> group.created();
      case LAST_UPDATED -> group.lastUpdated();
      case LAST_MEMBERSHIP_UPDATED -> group.lastMembershipUpdated();
    };
  }

  /** The field of this name, or null. */
  static @Nullable GroupField named(String name) {
    return Arrays.stream(values())
        .filter(field -> field.text.equals(name))
        .findFirst()
        .orElse(null);
  }

  /** All names. */
  static List<String> names() {
    return Arrays.stream(values()).map(field -> field.text).toList();
  }
}
