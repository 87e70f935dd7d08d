package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An OpenAPI document, and whether requests and their answers are as it says. */
final class Described {
  static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final String HERE = "urn:openapi";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JsonNode document;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new HashMap<>();
  private final Map<String, Pattern> paths = new TreeMap<>();

  Described(String text) throws IOException {
    document = MAPPER.readTree(text);
    registry =
        SchemaRegistry.withDefaultDialect(
            Dialects.getDraft202012(), builder -> builder.schemas(Map.of(HERE, text)));
    for (String operation : operations()) {
      String path = operation.substring(operation.indexOf(' ') + 1);
      paths.put(
          operation, Pattern.compile(path.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+")));
    }
  }

  JsonNode document() {
    return document;
  }

  /** Every operation, as {@code get /imports/{id}}. */
  SortedSet<String> operations() {
    SortedSet<String> operations = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> part : resolved(path.getValue()).properties()) {
        if (METHODS.contains(part.getKey())) {
          operations.add(part.getKey() + " " + path.getKey());
        }
      }
    }
    return operations;
  }

  JsonNode item(String path) {
    return resolved(document.path("paths").path(path));
  }

  JsonNode operation(String operation) {
    String[] words = operation.split(" ", 2);
    return item(words[1]).path(words[0]);
  }

  JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText("");
    return reference.isEmpty() ? node : resolved(document.at(reference.substring(1)));
  }

  /** The operation that a request is, or null if none is described; a fixed path comes first. */
  @Nullable String find(String method, String path) {
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, Pattern> each : paths.entrySet()) {
      String operation = each.getKey();
      boolean isSearch = path.endsWith("/.search") && operation.endsWith("{id}");
      boolean fits = operation.startsWith(method + " ") && !isSearch;
      if (fits && each.getValue().matcher(path).matches()) {
        found.add(operation);
      }
    }
    assertTrue(found.size() < 2, found::toString);
    return found.isEmpty() ? null : found.get(0);
  }

  /** What a request sends is what the operation takes. */
  void checkRequest(String operation, @Nullable String body) throws IOException {
    JsonNode content = operation(operation).path("requestBody").path("content");
    assertEquals(content.isMissingNode(), body == null || body.isEmpty(), operation);
    for (JsonNode media : content) {
      conforms(operation, media.path("schema"), MAPPER.readTree(body));
    }
  }

  /** What was answered is among what the operation answers. */
  void checkAnswer(String operation, int status, String type, String body) throws IOException {
    JsonNode responses = operation(operation).path("responses");
    JsonNode response = responses.path(Integer.toString(status));
    assertFalse(response.isMissingNode(), () -> operation + " answers " + status + ": " + body);
    JsonNode content = resolved(response).path("content");
    if (content.isMissingNode()) {
      assertEquals("", body, operation);
      return;
    }
    String media = type.split(";", 2)[0];
    assertTrue(content.has(media), () -> operation + " answers " + status + " as " + type);
    if (media.endsWith("json")) {
      conforms(operation + " " + status, content.path(media).path("schema"), MAPPER.readTree(body));
    }
  }

  private void conforms(String what, JsonNode schema, JsonNode value) {
    assertNotNull(schema);
    List<?> errors = compiled(schema).validate(value);
    assertTrue(errors.isEmpty(), () -> what + ": " + errors + "\n" + value);
  }

  /** Of a reference into the document, or of a schema whose references are into it. */
  private Schema compiled(JsonNode schema) {
    return schemas.computeIfAbsent(
        schema.toString(),
        text -> {
          String reference = schema.path("$ref").asText("");
          return reference.isEmpty()
              ? registry.getSchema(text.replace("\"#/", "\"" + HERE + "#/"))
              : registry.getSchema(SchemaLocation.of(HERE + reference));
        });
  }

  /** Whether each schema of the document is one, by the schema of schemas. */
  void checkSchemas() {
    Schema meta = registry.getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));
    document
        .path("components")
        .path("schemas")
        .properties()
        .forEach(
            each -> {
              List<?> errors = meta.validate(each.getValue());
              assertTrue(errors.isEmpty(), () -> each.getKey() + ": " + errors);
            });
  }
}
