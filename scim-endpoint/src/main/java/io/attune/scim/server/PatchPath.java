package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the path of a PATCH leads. Source: RFC 7644, 3.5.2 and 3.10.
 *
 * @param isCore whether it stays in the core schema of the resource
 * @param names of the attributes of its schema; null for a schema whose names are not known here
 * @param local the path below the URN of its schema, as it was sent
 */
record PatchPath(boolean isCore, @Nullable AttributeNames names, String local) {
  private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:";

  /**
   * Reads a path.
   *
   * @param names of the core schema
   */
  static PatchPath of(String path, AttributeNames names) {
    boolean isSchema = names.extension(path) != null;
    int bracket = path.indexOf('[');
    int colon = path.lastIndexOf(':', bracket < 0 ? path.length() : bracket);
    boolean hasUrn = path.regionMatches(true, 0, "urn:", 0, 4) && colon > 0;
    if (isSchema || !hasUrn) {
      return new PatchPath(true, names, path);
    }
    String urn = path.substring(0, colon);
    boolean isCore = urn.regionMatches(true, 0, CORE, 0, CORE.length());
    return new PatchPath(isCore, isCore ? names : names.extension(urn), path.substring(colon + 1));
  }

  /** The attribute that the path begins with, in lower case. */
  String root() {
    return attribute().toLowerCase(Locale.ROOT);
  }

  private String attribute() {
    boolean isSchema = names != null && names.extension(local) != null;
    return isSchema ? local : local.split("[.\\[]", 2)[0];
  }

  /** The value to be written there, as its schema names what is in it. */
  JsonNode canonical(JsonNode value) {
    boolean isWhole = local.equals(attribute());
    return names == null || (!isWhole && value.isTextual())
        ? value
        : names.canonical(attribute(), value);
  }
}
