package io.attune.scim.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says again what the SCIM library refuses: its messages repeat the values that were sent, which
 * may be personal, and often lack the keyword. Ours pass as they are. Source: RFC 7644, 3.12;
 * trust, 4.
 */
final class LibraryError {
  /** RFC 7644, table 9. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "invalidFilter",
          "tooMany",
          "uniqueness",
          "mutability",
          "invalidSyntax",
          "invalidPath",
          "noTarget",
          "invalidValue",
          "invalidVers",
          "sensitive");

  private static final Pattern UNKNOWN =
      Pattern.compile("(?i)attribute '([\\w$.:-]{1,256})' is unknown.*", Pattern.DOTALL);
  private static final Pattern MISSING =
      Pattern.compile("Required '.*' attribute '([\\w$.:-]+)' is missing");
  private static final Pattern VALUE =
      Pattern.compile(".*?attribute '([\\w$.:-]+)'.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern KIND = Pattern.compile("(?:not|attribute) of type '(\\w{1,20})'");
  private static final Pattern PARAMETER =
      Pattern.compile("(?i).*?\\b(startIndex|count|sortOrder)(?:ing)? value '.*", Pattern.DOTALL);

  private LibraryError() {}

  /** Changes the body of an error in place. */
  static void mend(ObjectNode error) {
    error.remove("errors");
    String detail = error.path("detail").asText();
    String type = error.path("scimType").asText();
    if (!type.isEmpty() && !KEYWORDS.contains(type)) {
      type = "invalidSyntax";
      error.put("scimType", type);
    }
    Matcher unknown = UNKNOWN.matcher(detail);
    Matcher missing = MISSING.matcher(detail);
    Matcher parameter = PARAMETER.matcher(detail);
    Matcher value = VALUE.matcher(detail);
    if (type.equals("noTarget")) {
      error.put("detail", "there is nothing where the path leads");
    } else if (unknown.matches()) {
      say(error, "invalidPath", "there is no attribute `" + unknown.group(1) + "`");
    } else if (missing.matches()) {
      say(error, "invalidValue", "`" + name(missing.group(1)) + "` is required");
    } else if (parameter.matches()) {
      say(error, "invalidValue", "`" + parameter.group(1) + "` cannot be read");
    } else if (value.matches()) {
      String what = "the value of `" + name(value.group(1)) + "` " + fault(detail);
      say(error, type.isEmpty() ? "invalidValue" : type, what);
    } else if (error.path("status").asText().equals("404") && repeats(detail)) {
      error.remove("scimType");
      error.put("detail", "there is no such resource");
    } else if (repeats(detail)) {
      say(error, type.isEmpty() ? "invalidValue" : type, "a value does not fit its schema");
    }
  }

  /** Whether it may hold what was sent. */
  private static boolean repeats(String detail) {
    return detail.contains("'") || detail.contains("\"");
  }

  private static String fault(String detail) {
    Matcher wanted = KIND.matcher(detail);
    if (wanted.find()) {
      return "is no " + wanted.group(1).toLowerCase(Locale.ROOT);
    }
    if (detail.contains("of type object") || detail.contains("be an object")) {
      return "is no object";
    }
    if (detail.contains("complex attributes")) {
      return "holds what is no object";
    }
    if (detail.contains("be an array")) {
      return "is no list";
    }
    return detail.contains("two primary") ? "has two that are primary" : "does not fit its schema";
  }

  private static void say(ObjectNode error, String scimType, String detail) {
    error.put("scimType", scimType);
    error.put("detail", detail);
  }

  /** Without the URN of its schema. */
  private static String name(String attribute) {
    boolean isUrn = attribute.toLowerCase(Locale.ROOT).startsWith("urn:");
    return isUrn ? attribute.substring(attribute.lastIndexOf(':') + 1) : attribute;
  }
}
