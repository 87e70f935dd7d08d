package io.attune.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.expression.EvaluationInput;
import io.attune.expression.RelatedUsers;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The people around the person of an eval context: its member {@code related}. Source: formats,
 * Added to the common formats.
 */
final class EvalRelated implements RelatedUsers {
  private static final Set<String> KEYS =
      Set.of("manager", "assistant", "linkedObjects", "directoryUsers", "workdayUsers");

  private final JsonNode related;
  private final Map<JsonNode, Profile> profiles = new LinkedHashMap<>();

  /**
   * Reads the whole member at once, so that a mistake is told before anything is evaluated.
   *
   * @throws IllegalArgumentException with a message for the user
   */
  EvalRelated(JsonNode related) {
    this.related = related;
    if (!related.isObject() && !related.isMissingNode() && !related.isNull()) {
      throw new IllegalArgumentException("`related` must be an object");
    }
    related
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                throw new IllegalArgumentException(
                    "`related` has no `"
                        + key
                        + "`; it has `manager`, `assistant`, `linkedObjects`, `directoryUsers`"
                        + " and `workdayUsers`");
              }
            });
    person("manager");
    person("assistant");
    related.path("linkedObjects").forEach(this::profile);
    related.path("directoryUsers").forEach(this::profile);
    related.path("workdayUsers").forEach(this::profile);
  }

  private void person(String key) {
    JsonNode person = related.path(key);
    if (!person.isMissingNode()) {
      profile(person);
      person.path("appUsers").forEach(this::profile);
    }
  }

  @Override
  public List<Profile> find(
      EvaluationInput person,
      Relation relation,
      @Nullable String source,
      @Nullable String attributeSource) {
    return switch (relation) {
      case MANAGER_USER -> one(related.path("manager"));
      case MANAGER_APP_USER -> one(related.path("manager").path("appUsers").path(attributeSource));
      case ASSISTANT_USER -> one(related.path("assistant"));
      case ASSISTANT_APP_USER ->
          one(related.path("assistant").path("appUsers").path(attributeSource));
      case LINKED_OBJECT -> one(related.path("linkedObjects").path(source));
      case DIRECTORY_USER -> all(related.path("directoryUsers"));
      case WORKDAY_USER -> all(related.path("workdayUsers"));
    };
  }

  private List<Profile> one(JsonNode node) {
    return node.isObject() ? List.of(profile(node)) : List.of();
  }

  private List<Profile> all(JsonNode nodes) {
    List<Profile> all = new ArrayList<>();
    nodes.forEach(node -> all.add(profile(node)));
    return all;
  }

  private Profile profile(JsonNode node) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("a user in `related` must be an object");
    }
    return profiles.computeIfAbsent(node, EvalRelated::read);
  }

  /** The attributes, which may stand under {@code profile} as Okta's API has them. */
  private static Profile read(JsonNode node) {
    JsonNode attributes = node.path("profile").isObject() ? node.path("profile") : node;
    List<AttributeDefinition> definitions = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : attributes.properties()) {
      Object value = EvalContext.value(member.getValue());
      AttributeKind kind = value == null ? null : kind(value);
      if (value != null && kind != null) {
        definitions.add(AttributeDefinition.of(member.getKey(), kind));
        values.add(value);
      }
    }
    ProfileSchema schema = ProfileSchema.of(definitions.toArray(AttributeDefinition[]::new));
    return Profile.ofOwned(schema, values.toArray());
  }

  /** The first kind that holds the value; null for an object or a mixed array. */
  private static @Nullable AttributeKind kind(Object value) {
    for (AttributeKind kind : AttributeKind.values()) {
      if (kind.holds(value)) {
        return kind;
      }
    }
    return null;
  }
}
