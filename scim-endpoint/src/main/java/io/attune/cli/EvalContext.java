package io.attune.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.expression.EvaluationInput;
import io.attune.expression.EvaluationRun;
import io.attune.expression.ExpressionScope;
import io.attune.expression.Group;
import io.attune.expression.OtherApps;
import io.attune.profile.UnusableNumber;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an expression of {@code attune eval} may read: exactly the roots that the context supplies.
 * Source: formats, Command line (an eval context).
 */
record EvalContext(ExpressionScope scope, EvaluationInput input) {
  private static final Set<String> NO_ROOTS = Set.of("groups", "related", "now");

  /**
   * The context that a JSON object says.
   *
   * @throws IllegalArgumentException with a message for the user if it says none
   */
  static EvalContext of(JsonNode context) {
    if (!context.isObject()) {
      throw new IllegalArgumentException("a context is an object");
    }
    Map<String, Map<String, Object>> roots = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : context.properties()) {
      if (!NO_ROOTS.contains(member.getKey())) {
        String name = member.getKey().equals("appUser") ? "appuser" : member.getKey();
        roots.put(name, attributes(name, member.getValue()));
      }
    }
    EvaluationRun run =
        new EvaluationRun(
            roots.getOrDefault("app", Map.of()),
            roots.getOrDefault("org", Map.of()),
            now(context.get("now")),
            new EvalRelated(context.path("related")));
    EvaluationInput input =
        new EvaluationInput(run, null, null, OtherApps.NONE, groups(context.path("groups")), roots);
    return new EvalContext(ExpressionScope.untyped(new TreeSet<>(roots.keySet())), input);
  }

  private static Map<String, Object> attributes(String root, JsonNode node) {
    if (!node.isObject() && !node.isNull()) {
      throw new IllegalArgumentException("`" + root + "` must be an object");
    }
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      Object value = value(member.getValue());
      if (value != null) {
        attributes.put(member.getKey(), value);
      }
    }
    return attributes;
  }

  /** A closed value, an object as a map; null where there is none. */
  static @Nullable Object value(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return node.longValue();
    }
    if (node.isNumber()) {
      boolean usable = Double.isFinite(node.doubleValue()) && !node.isIntegralNumber();
      return usable ? (Object) node.doubleValue() : UnusableNumber.INSTANCE;
    }
    if (node.isObject()) {
      return attributes("object", node);
    }
    if (!node.isArray()) {
      return null;
    }
    List<Object> list = new ArrayList<>();
    for (JsonNode element : node) {
      Object value = value(element);
      if (value != null) {
        list.add(value);
      }
    }
    return List.copyOf(list);
  }

  private static List<Group> groups(JsonNode groups) {
    List<Group> all = new ArrayList<>();
    for (JsonNode group : groups) {
      all.add(
          new Group(
              group.path("id").asText(),
              group.path("name").asText(),
              group.path("type").textValue(),
              group.path("sourceId").textValue(),
              group.path("description").textValue(),
              group.path("created").textValue(),
              group.path("lastUpdated").textValue(),
              group.path("lastMembershipUpdated").textValue()));
    }
    return all;
  }

  private static @Nullable Instant now(@Nullable JsonNode now) {
    if (now == null || now.isNull()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(now.asText()).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("`now` must be a time such as 2026-01-05T08:00:00Z", e);
    }
  }
}
