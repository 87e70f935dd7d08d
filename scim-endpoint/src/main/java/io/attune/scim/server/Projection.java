package io.attune.scim.server;

import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import java.util.List;
import java.util.Locale;

/** Which attributes an answer has. Source: RFC 7644, 3.9. */
final class Projection {
  private Projection() {}

  /** Whether a top-level attribute that is returned by default is wanted. */
  static boolean wants(
      String name, List<SchemaAttribute> attributes, List<SchemaAttribute> excluded) {
    if (!attributes.isEmpty()) {
      return attributes.stream().anyMatch(each -> isOf(name, each));
    }
    return excluded.stream().noneMatch(each -> each.getScimNodeName().equalsIgnoreCase(name));
  }

  private static boolean isOf(String name, SchemaAttribute attribute) {
    String own = attribute.getScimNodeName();
    return own.equalsIgnoreCase(name) || own.toLowerCase(Locale.ROOT).startsWith(name + ".");
  }
}
