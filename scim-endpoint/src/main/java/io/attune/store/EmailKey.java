package io.attune.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * What filters look an e-mail address up by: rows beside the resource, since one has many of them.
 *
 * @param type its type, folded as names are; null if it has none
 * @param value the address, folded as names are
 */
record EmailKey(@Nullable String type, String value) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Those of a user's body, in its order; groups have none. */
  static List<EmailKey> of(StoredResource resource) {
    boolean none = resource.kind() != ResourceKind.USER || !resource.body().contains("\"emails\"");
    return none ? List.of() : of(resource.body());
  }

  /** Those of a body, in its order. */
  static List<EmailKey> of(String body) {
    List<EmailKey> keys = new ArrayList<>();
    for (JsonNode email : emails(body)) {
      String value = NameKey.of(email.path("value").textValue());
      if (value != null) {
        keys.add(new EmailKey(NameKey.of(email.path("type").textValue()), value));
      }
    }
    return keys;
  }

  /** Passes over what else is in the body, which every write of a user has to read. */
  private static JsonNode emails(String body) {
    try (JsonParser parser = JSON.createParser(body)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = parser.currentName().equals("emails");
        parser.nextToken();
        if (found) {
          return JSON.readTree(parser);
        }
        parser.skipChildren();
      }
      return MissingNode.getInstance();
    } catch (IOException e) {
      throw new IllegalStateException("a stored body is no JSON", e);
    }
  }

  /** Writes the rows of a resource that has none. */
  static void insert(Handle handle, StoredResource resource, List<EmailKey> keys) {
    if (keys.isEmpty()) {
      return;
    }
    PreparedBatch rows =
        handle.prepareBatch(
            "insert into resource_email (app, id, type_key, value_key) values (:app, :id, :type,"
                + " :value)");
    for (EmailKey key : keys) {
      rows.bind("app", resource.app())
          .bind("id", resource.id())
          .bind("type", key.type())
          .bind("value", key.value())
          .add();
    }
    rows.execute();
  }

  /** Takes the rows of a resource away, all of which these are. */
  static void delete(Handle handle, StoredResource resource, List<EmailKey> keys) {
    if (keys.isEmpty()) {
      return;
    }
    PreparedBatch rows =
        handle.prepareBatch(
            "delete from resource_email where app = :app and value_key = :value and id = :id");
    for (EmailKey key : keys) {
      rows.bind("app", resource.app()).bind("value", key.value()).bind("id", resource.id()).add();
    }
    rows.execute();
  }
}
