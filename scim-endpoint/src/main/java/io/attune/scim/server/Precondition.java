package io.attune.scim.server;

import org.jspecify.annotations.Nullable;

/**
 * What {@code If-Match} and {@code If-None-Match} say: {@code *}, or a list of entity tags. Ours
 * are weak tags of the version: {@code W/"7"}. Source: RFC 9110, 13.1; RFC 7644, 3.14.
 */
final class Precondition {
  private Precondition() {}

  /** The entity tag of a version. */
  static String tag(long version) {
    return "W/\"" + version + "\"";
  }

  /** Whether a header names a version; a missing header names none. */
  static boolean names(@Nullable String header, long version) {
    return names(header, tag(version));
  }

  /** Whether a header names an entity tag, strong or weak. */
  static boolean names(@Nullable String header, String tag) {
    if (header == null) {
      return false;
    }
    for (String each : header.split(",", -1)) {
      String wanted = each.strip();
      if (wanted.equals("*") || opaque(wanted).equals(opaque(tag))) {
        return true;
      }
    }
    return false;
  }

  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
