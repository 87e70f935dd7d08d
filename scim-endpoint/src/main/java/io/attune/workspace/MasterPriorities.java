package io.attune.workspace;

import io.attune.json.JsonValue;
import io.attune.json.JsonValue.JsonArray;
import io.attune.json.JsonValue.JsonObject;
import io.attune.json.Place;
import io.attune.json.ProblemCode;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeMaster;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which apps the OVERRIDE lists of {@code user-schema.json} mean: each entry is the name of an app
 * or the {@code id} of its {@code app.json}; a name goes before an id. Source: okta-behaviour 2.9.
 */
final class MasterPriorities {
  private final String file;
  private final @Nullable JsonValue document;
  private final Map<String, AppFiles> apps;
  private final Findings findings;

  MasterPriorities(
      String file, @Nullable JsonValue document, Map<String, AppFiles> apps, Findings findings) {
    this.file = file;
    this.document = document;
    this.apps = apps;
    this.findings = findings;
  }

  /** The schema with names of apps in its lists; an entry that means no app is an error. */
  ProfileSchema resolved(ProfileSchema schema) {
    boolean overrides =
        schema.attributes().stream().anyMatch(each -> !each.master().priority().isEmpty());
    return overrides
        ? ProfileSchema.of(schema.attributes().stream().map(this::resolved).toList())
        : schema;
  }

  private AttributeDefinition resolved(AttributeDefinition attribute) {
    if (attribute.master().priority().isEmpty()) {
      return attribute;
    }
    List<String> names = new ArrayList<>();
    for (int index = 0; index < attribute.master().priority().size(); index++) {
      String entry = attribute.master().priority().get(index);
      String name = named(entry);
      if (name == null) {
        findings.error(
            file,
            place(attribute.name(), index),
            ProblemCode.UNKNOWN_VALUE,
            "the priority of `"
                + attribute.name()
                + "` names the app `"
                + entry
                + "`, which is not there",
            "name an app or its `id`; the apps are " + List.copyOf(apps.keySet()));
      } else if (!names.contains(name)) {
        names.add(name);
      }
    }
    return attribute.withMaster(new AttributeMaster(attribute.master().type(), names));
  }

  private @Nullable String named(String entry) {
    if (apps.containsKey(entry)) {
      return entry;
    }
    for (AppFiles app : apps.values()) {
      if (entry.equals(app.properties().get("id"))) {
        return app.name();
      }
    }
    return null;
  }

  /** Notes the entries that write nothing, since their app sources nobody. */
  void warnOfIdle(ProfileSchema resolved, List<String> sources) {
    for (AttributeDefinition attribute : resolved.attributes()) {
      List<String> priority = attribute.master().priority();
      for (String app : priority) {
        if (!sources.contains(app)) {
          findings.warning(
              file,
              place(attribute.name(), priority.indexOf(app)),
              ProblemCode.INVALID_PRIORITY,
              "the priority of `"
                  + attribute.name()
                  + "` names `"
                  + app
                  + "`, which sources nobody",
              Objects.requireNonNull(apps.get(app)).idleHint());
        }
      }
    }
  }

  /** Where an entry stands; the beginning of the list where it cannot be told. */
  private Place place(String attribute, int index) {
    for (String part : List.of("custom", "base")) {
      JsonValue priority = document;
      for (String step :
          List.of("definitions", part, "properties", attribute, "master", "priority")) {
        priority = priority instanceof JsonObject object ? object.get(step) : null;
      }
      if (priority instanceof JsonArray array) {
        return index < array.elements().size()
            ? array.elements().get(index).place()
            : array.place();
      }
    }
    return Place.START;
  }
}
