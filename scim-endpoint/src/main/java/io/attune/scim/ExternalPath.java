package io.attune.scim;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.profile.ExternalName;
import io.attune.profile.ExternalName.Element;
import io.attune.profile.ExternalName.Member;
import io.attune.profile.ExternalName.Selected;
import io.attune.profile.ExternalName.Step;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what stands at an {@link ExternalName} of a SCIM resource. */
public final class ExternalPath {
  private final List<Step> steps;

  private ExternalPath(List<Step> steps) {
    this.steps = steps;
  }

  /** The path that a text says, or null if it says none. */
  public static @Nullable ExternalPath parse(String text) {
    ExternalName name = ExternalName.parse(text);
    return name == null ? null : new ExternalPath(name.steps());
  }

  List<Step> steps() {
    return steps;
  }

  /** What stands at this place of a resource; null if nothing does. */
  public @Nullable JsonNode read(JsonNode resource) {
    JsonNode node = resource;
    for (Step step : steps) {
      if (node == null || node.isNull()) {
        return null;
      }
      node = from(node, step);
    }
    return node == null || node.isNull() ? null : node;
  }

  private static @Nullable JsonNode from(JsonNode node, Step step) {
    if (step instanceof Member member) {
      return member(node, member.name());
    }
    if (!node.isArray()) {
      return null;
    }
    if (step instanceof Element element) {
      return node.get(element.index());
    }
    for (JsonNode each : node) {
      if (step instanceof Selected selected && matches(each, selected)) {
        return each;
      }
    }
    return null;
  }

  /** Whether an element has the value that a selection asks for; texts compare without case. */
  static boolean matches(JsonNode element, Selected selected) {
    JsonNode found = member(element, selected.field());
    return found != null && found.asText().equalsIgnoreCase(selected.value().toString());
  }

  /** A member of an object by its name, compared without case. */
  static @Nullable JsonNode member(JsonNode node, String name) {
    JsonNode exact = node.get(name);
    if (exact != null || !node.isObject()) {
      return exact;
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (member.getKey().equalsIgnoreCase(name)) {
        return member.getValue();
      }
    }
    return null;
  }
}
