package io.attune.benchmarks.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.benchmarks.data.Feeds;
import io.attune.benchmarks.data.Org;
import io.attune.store.Database;
import io.attune.store.ResourceKind;
import io.attune.store.ResourceStore;
import io.attune.store.StoredResource;
import io.attune.store.StoredResource.Keys;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The users that servers hold before they are asked, and the newcomers that clients create: those
 * of the seeded feed, 30 attributes each.
 */
final class Users {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long TIME = 1_767_600_000_000L;
  private static final int BATCH = 1000;

  /** Far from each other in the order of their creation, and each once. */
  private static final int STRIDE = 48_611;

  private final List<String> ids = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> newcomers = new ArrayList<>();

  private Users() {}

  /** Writes the feed of so many users, and of as many newcomers as a run may create. */
  static Path write(Path scratch, int people, int newcomers) throws IOException {
    Path file = scratch.resolve("scim-" + people + ".jsonl");
    Feeds.full(Org.of(people + newcomers), 0).writeScim(file);
    return file;
  }

  /** What a client knows of the first {@code people} users of a feed, and of the others. */
  static Users read(Path feed, int people) throws IOException {
    Users users = new Users();
    try (BufferedReader lines = Files.newBufferedReader(feed)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ObjectNode user = (ObjectNode) MAPPER.readTree(line);
        if (users.ids.size() < people) {
          users.ids.add(user.path("id").asText());
          users.names.add(user.path("userName").asText());
        } else {
          users.newcomers.add(user.without("id").toString());
        }
      }
    }
    return users;
  }

  int size() {
    return ids.size();
  }

  String id(int number) {
    return ids.get(place(number));
  }

  String userName(int number) {
    return names.get(place(number));
  }

  private int place(int number) {
    return (int) ((long) number * STRIDE % ids.size());
  }

  /** The body that creates the newcomer of this number, from 0. */
  String newcomer(int number) {
    return newcomers.get(number);
  }

  /** Hands on the first users of a feed, as servers store them. */
  static void forEach(Path feed, int people, Consumer<StoredResource> each) throws IOException {
    forEach(feed, 0, people, each);
  }

  /** Hands on some users of a feed, those behind the first {@code passed}. */
  static void forEach(Path feed, int passed, int people, Consumer<StoredResource> each)
      throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(feed)) {
      for (int number = 0; number < passed; number++) {
        lines.readLine();
      }
      for (int number = 0; number < people; number++) {
        ObjectNode user = (ObjectNode) MAPPER.readTree(lines.readLine());
        String id = user.remove("id").asText();
        each.accept(
            new StoredResource(
                "", ResourceKind.USER, id, keys(user), TIME, TIME, 1, user.toString()));
      }
    }
  }

  private static Keys keys(JsonNode user) {
    return new Keys(
        user.path("userName").textValue(), null, user.path("displayName").textValue(), true);
  }

  /** Puts the first users of a feed into the embedded store of a folder, as an import would. */
  static void store(Path feed, int people, Path folder) throws IOException {
    try (Database database = Database.embedded(folder)) {
      ResourceStore store = new ResourceStore(database);
      List<StoredResource> batch = new ArrayList<>(BATCH);
      forEach(
          feed,
          people,
          user -> {
            batch.add(user);
            if (batch.size() == BATCH) {
              store.addAll(batch, "benchmark");
              batch.clear();
            }
          });
      store.addAll(batch, "benchmark");
    }
  }
}
