package io.attune.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Okta's BUILT_IN username templates, such as {@code ${fn:substringBefore(source.email,"@")}},
 * written in the expression language. Source: okta-behaviour 4.2.6, 4.2.7.
 */
public final class UsernameTemplate {
  private static final Map<String, String> FUNCTIONS =
      Map.of(
          "substringBefore", "String.substringBefore",
          "substringAfter", "String.substringAfter",
          "toLowerCase", "String.toLowerCase",
          "toUpperCase", "String.toUpperCase",
          "replace", "String.replace");

  private final String template;
  private final String suffix;
  private int position;

  private UsernameTemplate(String template, String suffix) {
    this.template = template;
    this.suffix = suffix;
  }

  /**
   * The expression that a template means, or null if it is none that is known.
   *
   * @param template text with parts in <code>${…}</code>
   * @param suffix what {@code instance.userSuffix} is; appended where the template does not name it
   */
  public static @Nullable String expression(String template, String suffix) {
    return new UsernameTemplate(template, suffix).expression();
  }

  private @Nullable String expression() {
    List<String> parts = new ArrayList<>();
    while (position < template.length()) {
      int open = template.indexOf("${", position);
      int end = open < 0 ? template.length() : open;
      if (end > position) {
        parts.add(literal(template.substring(position, end)));
      }
      position = end;
      if (open >= 0) {
        position += 2;
        String part = part();
        if (part == null || !take("}")) {
          return null;
        }
        parts.add(part);
      }
    }
    if (!suffix.isEmpty() && !template.contains("instance.userSuffix")) {
      parts.add(literal(suffix));
    }
    return parts.isEmpty() ? null : String.join(" + ", parts);
  }

  /** A call, an attribute, the suffix or a quoted text; null where it is none of these. */
  private @Nullable String part() {
    if (take("fn:")) {
      return call();
    }
    if (take("\"")) {
      int end = template.indexOf('"', position);
      if (end < 0) {
        return null;
      }
      String text = template.substring(position, end);
      position = end + 1;
      return literal(text);
    }
    String name = name();
    if (name.equals("instance.userSuffix")) {
      return literal(suffix);
    }
    return name.startsWith("source.") && name.length() > 7 ? name : null;
  }

  private @Nullable String call() {
    String function = FUNCTIONS.get(name());
    if (function == null || !take("(")) {
      return null;
    }
    List<String> arguments = new ArrayList<>();
    do {
      String argument = part();
      if (argument == null) {
        return null;
      }
      arguments.add(argument);
    } while (take(","));
    return take(")") ? function + "(" + String.join(", ", arguments) + ")" : null;
  }

  private String name() {
    int start = position;
    while (position < template.length()
        && (Character.isLetterOrDigit(template.charAt(position))
            || template.charAt(position) == '.'
            || template.charAt(position) == '_')) {
      position++;
    }
    return template.substring(start, position);
  }

  /** Goes past a token and the blanks around it; false if something else stands there. */
  private boolean take(String token) {
    int at = position;
    while (at < template.length() && template.charAt(at) == ' ') {
      at++;
    }
    if (!template.startsWith(token, at)) {
      return false;
    }
    position = at + token.length();
    while (!token.equals("\"")
        && !token.equals("}")
        && position < template.length()
        && template.charAt(position) == ' ') {
      position++;
    }
    return true;
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
