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
 * The e-mail addresses of a resource: rows beside it, since one has many of them. Of most users one
 * address is their user name as well, which has an index of its own: that one needs no row, and no
 * place in a second index, but the type that it has stands in the user's row.
 *
 * @param rows those that have rows, in the order of the body
 * @param userName the one that is the user name and has a type; null if there is none
 */
record EmailKeys(List<EmailKey> rows, @Nullable EmailKey userName) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final EmailKeys NONE = new EmailKeys(List.of(), null);

  /** Those of a user; groups have none. */
  static EmailKeys of(StoredResource resource) {
    if (resource.kind() != ResourceKind.USER || !resource.body().contains("\"emails\"")) {
      return NONE;
    }
    String name = NameKey.of(resource.keys().userName());
    List<EmailKey> rows = new ArrayList<>();
    EmailKey userName = null;
    for (JsonNode email : emails(resource.body())) {
      String value = NameKey.of(email.path("value").textValue());
      if (value == null) {
        continue;
      }
      EmailKey key = new EmailKey(NameKey.of(email.path("type").textValue()), value);
      if (userName == null && key.type() != null && value.equals(name)) {
        userName = key;
      } else {
        rows.add(key);
      }
    }
    return new EmailKeys(rows, userName);
  }

  /** The type of the address that is the user name. */
  @Nullable String userNameType() {
    return userName == null ? null : userName.type();
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

  private List<EmailKey> all() {
    List<EmailKey> all = new ArrayList<>(rows);
    if (userName != null) {
      all.add(userName);
    }
    return all;
  }

  /** Writes the rows of a resource that has none, and whose own row tells of its user name. */
  void insert(Handle handle, StoredResource resource) {
    insert(handle, resource, rows);
  }

  /** Writes a row for each, as long as the resource's own row can tell of none. */
  void insertAll(Handle handle, StoredResource resource) {
    insert(handle, resource, all());
  }

  private static void insert(Handle handle, StoredResource resource, List<EmailKey> keys) {
    if (keys.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into resource_email (app, id, type_key, value_key) values (:app, :id, :type,"
                + " :value)");
    for (EmailKey key : keys) {
      batch
          .bind("app", resource.app())
          .bind("id", resource.id())
          .bind("type", key.type())
          .bind("value", key.value())
          .add();
    }
    batch.execute();
  }

  /** Takes the rows of a resource away, with the one for its user name that it may have had. */
  void delete(Handle handle, StoredResource resource) {
    List<EmailKey> keys = all();
    if (keys.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "delete from resource_email where app = :app and value_key = :value and id = :id");
    for (EmailKey key : keys) {
      batch.bind("app", resource.app()).bind("value", key.value()).bind("id", resource.id()).add();
    }
    batch.execute();
  }
}
