package io.attune.expression;

/** The names that begin a path. Source: expression-language 2. */
final class Names {
  static final String USER = "user";
  static final String APP_USER = "appuser";
  static final String APP_USER_ALIAS = "appUser";
  static final String SOURCE = "source";
  static final String APP = "app";
  static final String ORG = "org";
  static final String APP_SUFFIX = "_app";

  private Names() {}
}
