package io.attune.expression;

import org.jspecify.annotations.Nullable;

/**
 * What expressions may read of the record around a user's profile. Source: expression-language 2.
 */
enum RecordField {
  ID("id") {
    @Override
    @Nullable String of(UserRecord user) {
      return user.id();
    }
  },
  STATUS("status") {
    @Override
    @Nullable String of(UserRecord user) {
      return user.status();
    }
  },
  CREATED("created") {
    @Override
    @Nullable String of(UserRecord user) {
      return user.created();
    }
  },
  LAST_UPDATED("lastUpdated") {
    @Override
    @Nullable String of(UserRecord user) {
      return user.lastUpdated();
    }
  },
  PASSWORD_CHANGED("passwordChanged") {
    @Override
    @Nullable String of(UserRecord user) {
      return user.passwordChanged();
    }
  },
  LAST_LOGIN("lastLogin") {
    @Override
    @Nullable String of(UserRecord user) {
      return user.lastLogin();
    }
  };

  private final String text;

  RecordField(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  abstract @Nullable String of(UserRecord user);

  /** The field of this name, or null. */
  static @Nullable RecordField named(String name) {
    for (RecordField field : values()) {
      if (field.text.equals(name)) {
        return field;
      }
    }
    return null;
  }
}
