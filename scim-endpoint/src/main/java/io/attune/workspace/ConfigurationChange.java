package io.attune.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.json.JsonDocument;
import io.attune.json.JsonValue.JsonObject;
import io.attune.json.JsonValue.Member;
import io.attune.json.Place;
import io.attune.json.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A change of configuration that is tried and not made: a JSON object of configuration file → JSON
 * merge patch (RFC 7396), such as {@code {"apps/hr/sync.json":{"onDeactivate":"SUSPEND"}}}.
 */
public final class ConfigurationChange {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ConfigurationChange() {}

  /**
   * A folder as it would be with a change.
   *
   * @param change what the change file holds
   * @param file as messages name it
   * @throws InputErrors if the change is no JSON, or names a file that configures nothing
   */
  public static Folder apply(Folder folder, byte[] change, String file) {
    Findings findings = new Findings();
    JsonDocument document = JsonDocument.read(change);
    document.problems().forEach(problem -> findings.add(file, problem));
    List<String> known = configuration(folder);
    if (document.root() instanceof JsonObject object) {
      for (Member member : object.members()) {
        if (!known.contains(member.name())) {
          findings.error(
              file,
              member.namePlace(),
              ProblemCode.UNKNOWN_KEY,
              "`" + member.name() + "` is no configuration file of this workspace",
              "one of " + known);
        }
      }
    } else if (document.problems().isEmpty()) {
      findings.error(file, Place.START, ProblemCode.WRONG_TYPE, "expected an object of files", "");
    }
    findings.throwIfErrors();
    return folder.with(patched(folder, change, file));
  }

  private static List<String> configuration(Folder folder) {
    List<String> files = new ArrayList<>(List.of("org.json", "user-schema.json"));
    for (String app : folder.apps()) {
      for (String name :
          List.of("app.json", "schema.json", "mapping.json", "features.json", "sync.json")) {
        files.add(AppFiles.path(app, name));
      }
    }
    return files;
  }

  private static SortedMap<String, byte[]> patched(Folder folder, byte[] change, String file) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try {
      for (var patch : MAPPER.readTree(change).properties()) {
        byte[] before = folder.bytes(patch.getKey());
        JsonNode old =
            before.length == 0 ? JsonNodeFactory.instance.objectNode() : MAPPER.readTree(before);
        JsonNode after = merge(old, patch.getValue());
        files.put(patch.getKey(), MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(after));
      }
    } catch (IOException e) {
      throw InputErrors.of(file, "a file that it changes is no JSON", "`attune check` says more");
    }
    return files;
  }

  /** RFC 7396: objects are merged, null removes, anything else replaces. */
  private static JsonNode merge(JsonNode target, JsonNode patch) {
    if (!(patch instanceof ObjectNode changes)) {
      return patch;
    }
    ObjectNode merged =
        target instanceof ObjectNode object
            ? object.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    changes
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isNull()) {
                merged.remove(field.getKey());
              } else {
                JsonNode old = merged.path(field.getKey());
                merged.set(field.getKey(), merge(old, field.getValue()));
              }
            });
    return merged;
  }
}
