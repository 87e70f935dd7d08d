package io.attune.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.matching.LoginKey;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.ProfileSchema;
import io.attune.workspace.UndoRecord.Section;
import io.attune.workspace.UndoRecord.Touched;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Values of which there may be only one, and that lines of a file get back: if another line has
 * taken one since, that is in the way.
 */
final class RestoredValues {
  private final Map<String, UnaryOperator<String>> fields;
  private final Map<String, Map<String, String>> owners = new HashMap<>();

  private RestoredValues(Map<String, UnaryOperator<String>> fields) {
    this.fields = fields;
  }

  /** Logins and unique attributes of {@code users.jsonl}. */
  static RestoredValues ofUsers(Section section, ProfileSchema schema) throws IOException {
    Map<String, UnaryOperator<String>> fields = new LinkedHashMap<>();
    fields.put("profile.login", LoginKey::of);
    for (int slot = 0; slot < schema.size(); slot++) {
      AttributeDefinition attribute = schema.attribute(slot);
      if (attribute.unique() && !attribute.name().equals("login")) {
        fields.put("profile." + attribute.name(), UnaryOperator.identity());
      }
    }
    return of(section, fields);
  }

  /** The keys at the app of an {@code app-users.jsonl}. */
  static RestoredValues ofAppUsers(Section section) throws IOException {
    return of(section, Map.of("externalId", UnaryOperator.identity()));
  }

  /** Nothing that there may be only one of. */
  static RestoredValues none() {
    return new RestoredValues(Map.of());
  }

  private static RestoredValues of(Section section, Map<String, UnaryOperator<String>> fields)
      throws IOException {
    RestoredValues values = new RestoredValues(fields);
    for (Map.Entry<String, Touched> line : section.lines().entrySet()) {
      if (line.getValue() instanceof Touched.Edited edited) {
        values.add(line.getKey(), object(edited.before()), object(edited.after()));
      }
    }
    return values;
  }

  private static @Nullable ObjectNode object(String text) throws IOException {
    return LineRewriter.object(text.getBytes(StandardCharsets.UTF_8));
  }

  private void add(String owner, @Nullable ObjectNode before, @Nullable ObjectNode after) {
    for (String field : fields.keySet()) {
      String key = before == null ? null : key(field, before);
      if (key != null && (after == null || !key.equals(key(field, after)))) {
        owners.computeIfAbsent(field, name -> new HashMap<>()).put(key, owner);
      }
    }
  }

  private @Nullable String key(String field, ObjectNode line) {
    JsonNode value = line.at("/" + field.replace('.', '/'));
    UnaryOperator<String> keyOf = fields.get(field);
    return value.isValueNode() && !value.isNull() && keyOf != null
        ? keyOf.apply(value.asText())
        : null;
  }

  boolean isEmpty() {
    return owners.isEmpty();
  }

  /** The field whose value another line gets back, or null. */
  @Nullable String takenBy(String lineKey, ObjectNode line) {
    for (Map.Entry<String, Map<String, String>> field : owners.entrySet()) {
      String key = key(field.getKey(), line);
      String owner = key == null ? null : field.getValue().get(key);
      if (owner != null && !owner.equals(lineKey)) {
        return field.getKey();
      }
    }
    return null;
  }
}
