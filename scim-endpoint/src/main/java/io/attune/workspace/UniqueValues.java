package io.attune.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.json.Place;
import io.attune.json.Problem;
import io.attune.json.ProblemCode;
import io.attune.scim.ByteLines;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who keeps an attribute from being made unique: people who hold one value. An absent value is
 * nobody's. Source: okta-behaviour 2.11.
 */
final class UniqueValues {
  /** More than these do not help to mend the data. */
  private static final int MOST = 20;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private UniqueValues() {}

  /**
   * The first people who hold a value that somebody before them holds; their values are not named.
   */
  static List<Finding> held(Folder folder, String attribute) throws IOException {
    List<Finding> found = new ArrayList<>();
    if (!folder.has("users.jsonl")) {
      return found;
    }
    Map<JsonNode, Integer> lines = new HashMap<>();
    try (ByteLines users = new ByteLines(Files.newInputStream(folder.file("users.jsonl")))) {
      for (byte[] line = users.next(); line != null; line = users.next()) {
        JsonNode value = value(line, attribute);
        Integer first =
            value.isValueNode() && !value.isNull()
                ? lines.putIfAbsent(value, users.number())
                : null;
        if (first != null && found.size() < MOST) {
          String message =
              "this person has the same `" + attribute + "` as the one of line " + first;
          found.add(
              new Finding(
                  folder.shown("users.jsonl"),
                  Problem.error(
                      new Place(users.number(), 1), ProblemCode.CHANGE_REFUSED, message, "")));
        }
      }
    }
    return found;
  }

  /** The value on a line; a missing node where there is none, or the line is no JSON. */
  private static JsonNode value(byte[] line, String attribute) {
    try {
      JsonNode user = MAPPER.readTree(line);
      return user.path("profile").path(attribute);
    } catch (IOException broken) {
      return MAPPER.missingNode();
    }
  }
}
