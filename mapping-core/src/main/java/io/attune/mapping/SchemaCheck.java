package io.attune.mapping;

import io.attune.profile.AttributeDefinition;
import io.attune.profile.ExternalAttribute;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be said of an app's schema beside its tables: what is never sent, and what two
 * attributes both send. Source: okta-behaviour 1.6.38, 1.6.39, 7.3.17.
 */
public final class SchemaCheck {
  private SchemaCheck() {}

  /**
   * Everything to say, in slot order. An app none of whose attributes has an {@code externalName}
   * does not speak SCIM, and nothing is said.
   *
   * @param toApp the To App table; what it maps and never sends is for {@link TableCheck} to say
   */
  public static List<MappingIssue> of(ProfileSchema app, MappingTable toApp) {
    List<MappingIssue> issues = new ArrayList<>();
    Map<ExternalAttribute, String> writers = new HashMap<>();
    boolean speaksScim = app.attributes().stream().anyMatch(each -> each.external() != null);
    for (AttributeDefinition attribute : app.attributes()) {
      ExternalAttribute external = attribute.external();
      String name = attribute.name();
      if (external == null) {
        if (speaksScim && !attribute.base()) {
          issues.add(neverSent(name, "externalName"));
        }
        continue;
      }
      if (external.namespace() == null) {
        if (!toApp.maps(name)) {
          issues.add(neverSent(name, "externalNamespace"));
        }
        continue;
      }
      String other = writers.putIfAbsent(external, name);
      if (other != null) {
        issues.add(
            warning(
                name,
                "TWO_WRITERS",
                "`" + other + "` and `" + name + "` both write `" + external.name() + "`",
                "give one of them another `externalName`"));
      }
    }
    return List.copyOf(issues);
  }

  private static MappingIssue neverSent(String name, String missing) {
    return warning(
        name,
        "NEVER_SENT",
        "`" + name + "` has no `" + missing + "` and is never sent",
        "give it one, or delete the attribute");
  }

  private static MappingIssue warning(String name, String code, String message, String hint) {
    return new MappingIssue(name, code, false, message, hint, null);
  }
}
