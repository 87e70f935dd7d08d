package io.attune.scim.server;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths as logs and metrics tell them: where an id or a name stands, a placeholder does. */
final class RouteTemplate {
  private static final Pattern SCIM = Pattern.compile("(/apps/[^/]+)?/scim/(v1|v2)(/.*)?");
  private static final Pattern RESOURCE =
      Pattern.compile("/(Users|Groups|Schemas|ResourceTypes)(/[^/]+)?/*");
  private static final Set<String> FIXED =
      Set.of(
          "",
          "/.search",
          "/Users/.search",
          "/Groups/.search",
          "/Bulk",
          "/Me",
          "/ServiceProviderConfig",
          "/ServiceProviderConfigs");
  private static final Set<String> PLAIN =
      Set.of("/health/live", "/health/ready", "/metrics", "/openapi.json", "/imports", "/pending");
  private static final Pattern IMPORT = Pattern.compile("/imports/\\d+(/plan|/approve|/cancel)?/?");
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private RouteTemplate() {}

  /** The template of a path; {@code other} for a path that is none of ours. */
  static String of(String path) {
    if (PLAIN.contains(path)) {
      return path;
    }
    Matcher run = IMPORT.matcher(path);
    if (run.matches()) {
      return "/imports/{id}" + (run.group(1) == null ? "" : run.group(1));
    }
    Matcher scim = SCIM.matcher(path);
    if (!scim.matches()) {
      return "other";
    }
    String prefix = (scim.group(1) == null ? "" : "/apps/{app}") + "/scim/" + scim.group(2);
    String below = scim.group(3) == null ? "" : scim.group(3);
    if (FIXED.contains(below)) {
      return prefix + below;
    }
    Matcher resource = RESOURCE.matcher(below);
    if (!resource.matches()) {
      return "other";
    }
    return prefix + "/" + resource.group(1) + (resource.group(2) == null ? "" : "/{id}");
  }

  /** The method, or {@code OTHER} for one that nothing answers. */
  static String method(String method) {
    return METHODS.contains(method) ? method : "OTHER";
  }
}
