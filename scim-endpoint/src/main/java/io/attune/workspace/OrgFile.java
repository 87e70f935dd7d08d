package io.attune.workspace;

import io.attune.sourcing.EffectLimits;
import io.attune.sourcing.ImportSafeguard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code org.json}. An unknown key of its safeguard is an error, and so is one that looks like a
 * key of ours; others are Okta's. Source: formats, Workspace.
 *
 * @param properties what expressions read as {@code org.x}
 * @param profileSources app names, highest priority first
 * @param safeguard over all apps
 * @param limits in numbers, for each import of any app
 * @param protectedUsers ids
 */
record OrgFile(
    Map<String, Object> properties,
    List<String> profileSources,
    ImportSafeguard safeguard,
    EffectLimits limits,
    List<String> protectedUsers) {
  static OrgFile read(Fields org) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String name : List.of("name", "subDomain")) {
      String text = org.text(name);
      if (text != null) {
        properties.put(name, text);
      }
    }
    org.refuseCloseTo("profileSources", "safeguard", "protectedUsers");
    Fields safeguard = org.object("safeguard");
    safeguard.allowOnly("enabled", "percent", "minimumAssignments", "limits");
    return new OrgFile(
        properties,
        org.texts("profileSources"),
        new ImportSafeguard(
            safeguard.flag("enabled", true),
            safeguard.number("percent", 20, 0, 100),
            safeguard.number("minimumAssignments", 100, 0, Integer.MAX_VALUE),
            ImportSafeguard.Comparison.STRICT),
        SafeguardFields.limits(safeguard),
        org.texts("protectedUsers"));
  }
}
