package io.attune.scim.server;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings filters as identity providers send them, in the paths of a PATCH too, into the form that
 * our parsers read: {@code emails[type eq "work"].value eq "x"} asks both of one element, {@code
 * primary eq "True"} means the boolean, and {@code emails co "x"} means their {@code value}. One
 * pass; what stands in quotes is left as it is. Source: RFC 7644, 3.4.2.2; what Entra sends.
 */
final class FilterDialect {
  private static final Pattern FLAG =
      Pattern.compile("(?i)(?:^|[^\\w$-])(?:primary|active)\\s+(?:eq|ne)\\s+$");
  private static final int FLAG_LENGTH = 32;
  private static final Pattern BOOLEAN = Pattern.compile("(?i)\"(?:true|false)\"");
  private static final Pattern LIST =
      Pattern.compile(
          "(?i)(^|[^\\w$.-])(emails|phoneNumbers|ims|photos|entitlements|roles|x509Certificates)"
              + "(?=\\s+(?:eq|ne|co|sw|ew)\\s)");
  private static final Pattern BELOW =
      Pattern.compile("(?i)\\.([\\w$-]+\\s+(?:pr\\b|(?:eq|ne|co|sw|ew|gt|ge|lt|le)\\s+))");
  private static final int BELOW_LENGTH = 64;

  private FilterDialect() {}

  /** The same filter or path. A text that is neither comes back as a text that is neither. */
  static String normal(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    int inside = -1; // where the text in open brackets begins in `out`
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = end(text, at);
      if (c == '"') {
        String quoted = text.substring(at, end);
        out.append(isBoolean(out, quoted) ? bare(quoted) : quoted);
      } else if (c == '[') {
        inside = out.append(c).length();
      } else if (c == ']') {
        Matcher below =
            BELOW.matcher(text).region(end, Math.min(text.length(), end + BELOW_LENGTH));
        if (inside >= 0 && below.lookingAt()) {
          boolean compares = !below.group(1).toLowerCase(Locale.ROOT).endsWith("pr");
          end = compares ? endOfValue(text, below.end()) : below.end();
          out.insert(inside, '(').append(") and ").append(below.group(1));
          out.append(text, below.end(), end);
        }
        out.append(c);
        inside = -1;
      } else {
        out.append(LIST.matcher(text.substring(at, end)).replaceAll("$1$2.value"));
      }
      at = end;
    }
    return out.toString();
  }

  /** A boolean in quotes, where one without is compared. */
  private static boolean isBoolean(StringBuilder before, String quoted) {
    return BOOLEAN.matcher(quoted).matches()
        && FLAG.matcher(before.substring(Math.max(0, before.length() - FLAG_LENGTH))).find();
  }

  private static String bare(String quoted) {
    return quoted.substring(1, quoted.length() - 1).toLowerCase(Locale.ROOT);
  }

  /** Where what begins here ends: a bracket, a text in quotes, or what lies between those. */
  private static int end(String text, int at) {
    char first = text.charAt(at);
    if (first == '[' || first == ']') {
      return at + 1;
    }
    if (first == '"') {
      return endOfQuoted(text, at);
    }
    int end = at;
    while (end < text.length() && "[]\"".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static int endOfQuoted(String text, int at) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), end + 1);
  }

  private static int endOfValue(String text, int at) {
    if (at < text.length() && text.charAt(at) == '"') {
      return endOfQuoted(text, at);
    }
    int end = at;
    while (end < text.length() && " ()[]\"".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
