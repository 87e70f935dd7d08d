package io.attune.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.store.Condition;
import io.attune.store.ResourceKind;
import io.attune.store.ResourceOrder;
import io.attune.store.ResourceStore;
import io.attune.store.StoredImport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the users of imports into a file, a line each, as {@code attune import} reads them. A user
 * that was deleted is a record that is inactive in the app: the client said so, and an incremental
 * feed derives nothing from absence.
 */
final class ImportFeed {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ImportFeed() {}

  /** Of writes of users at an endpoint, a record each. */
  static void ofWrites(List<StoredImport> writes, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (StoredImport write : writes) {
        if (write.kind() == ResourceKind.USER) {
          out.write(line(String.valueOf(write.record()), write.body(), write.gone()));
        }
      }
    }
  }

  /** Of records that were sent with the import. */
  static void ofRecords(StoredImport sent, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (JsonNode record : MAPPER.readTree(sent.body())) {
        out.write(MAPPER.writeValueAsBytes(record));
        out.write('\n');
      }
    }
  }

  /** Of all users of an app, with the proof that these are all. */
  static void ofStore(ResourceStore store, String app, Path file) throws IOException {
    long[] count = new long[1];
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      store.scan(
          app,
          ResourceKind.USER,
          Condition.ALL,
          ResourceOrder.CREATION,
          true,
          user -> {
            count[0]++;
            try {
              out.write(line(user.id(), user.body(), false));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      String end = "{\"end\":true,\"count\":" + count[0] + "}\n";
      out.write(end.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static byte[] line(String id, @Nullable String body, boolean gone) throws IOException {
    ObjectNode record = (ObjectNode) MAPPER.readTree(body);
    record.put("id", id);
    if (gone) {
      record.put("active", false);
    }
    return (MAPPER.writeValueAsString(record) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
