package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The law of groups at an endpoint: imported write by write, the directory is what one full import
 * of the store would make of it.
 */
class ServedGroupProperties {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int SEEDS = Boolean.getBoolean("attune.proof") ? 200 : 3;
  private static final int WRITES = 30;

  @TempDir private Path temporary = Path.of("");

  static IntStream seeds() {
    return IntStream.range(0, SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void writeByWriteIsTheSameAsAllAtOnce(int seed) throws IOException {
    Path org = ServedTinyOrg.write(temporary.resolve("org"), 4);
    TinyOrg.put(
        org,
        "apps/hr/sync.json",
        "{\"profileSource\":true,\"reactivate\":{\"suspended\":true,\"deactivated\":true}}");
    TinyOrg.put(org, "groups.jsonl", appGroup("g1") + "\n" + appGroup("g2") + "\n");
    try (ServedFolder served = ServedFolder.start(temporary.resolve("data"), org)) {
      Writer writer = new Writer(served.client(), new Random(seed));
      for (int write = 0; write < WRITES; write++) {
        writer.write();
      }
      idle(served.client());
      assertEquals(stored(served.client()), imported(served.workspace()), "seed " + seed);
      JsonNode report = ServedTinyOrg.whole(served.client());
      for (String what : List.of("new", "updated", "removed")) {
        assertEquals(0, report.path("groups").path(what).asInt(), report::toString);
        assertEquals(0, report.path("users").path(what).asInt(), report::toString);
      }
      assertEquals(0, report.path("memberships").path("added").asInt(), report::toString);
      assertEquals(0, report.path("memberships").path("removed").asInt(), report::toString);
    }
  }

  private static String appGroup(String key) {
    return "{\"id\":\"00g-%1$s\",\"type\":\"APP_GROUP\",\"source\":{\"id\":\"0oa1\"},"
            .formatted(key)
        + "\"externalId\":\"%1$s\",\"profile\":{\"name\":\"Team %1$s\"},".formatted(key)
        + "\"members\":[\"00u00000\",\"00u00002\"]}";
  }

  private static void idle(ServedFolder.Client client) {
    long end = System.nanoTime() + 60_000_000_000L;
    while (client.get("/imports?status=queued&count=0").is(200).body().path("totalResults").asInt()
        > 0) {
      assertTrue(System.nanoTime() < end, "imports still wait");
    }
  }

  /**
   * By key: the name of each group that the endpoint stores, and those members who have the app.
   */
  private static Map<String, String> stored(ServedFolder.Client client) {
    Set<String> active = new HashSet<>();
    client
        .get(ServedTinyOrg.SCIM + "/Users?count=1000")
        .is(200)
        .body()
        .path("Resources")
        .forEach(
            user -> {
              if (user.path("active").asBoolean()) {
                active.add(user.path("id").asText());
              }
            });
    Map<String, String> groups = new TreeMap<>();
    client
        .get(ServedTinyOrg.SCIM + "/Groups?count=1000")
        .is(200)
        .body()
        .path("Resources")
        .forEach(
            group -> {
              Set<String> members = new TreeSet<>();
              group.path("members").forEach(each -> members.add(each.path("value").asText()));
              members.retainAll(active);
              groups.put(
                  group.path("id").asText(), group.path("displayName").asText() + " " + members);
            });
    return groups;
  }

  /** The same of the directory. */
  private static Map<String, String> imported(Path workspace) throws IOException {
    Map<String, String> keys = new HashMap<>();
    for (String line : TinyOrg.lines(workspace.resolve("apps/hr/app-users.jsonl"))) {
      JsonNode row = MAPPER.readTree(line);
      keys.put(row.path("id").asText(), row.path("externalId").asText());
    }
    Map<String, String> groups = new TreeMap<>();
    for (String line : TinyOrg.lines(workspace.resolve("groups.jsonl"))) {
      JsonNode group = MAPPER.readTree(line);
      Set<String> members = new TreeSet<>();
      group.path("members").forEach(each -> members.add(keys.get(each.asText())));
      groups.put(
          group.path("externalId").asText(),
          group.path("profile").path("name").asText() + " " + members);
    }
    return groups;
  }

  /** What a client knows of its users and groups, and what it does to them. */
  private static final class Writer {
    final ServedFolder.Client client;
    final Random random;
    final List<String> users = new ArrayList<>(List.of("e00000", "e00001", "e00002", "e00003"));
    final List<String> groups = new ArrayList<>(List.of("g1", "g2"));
    int numbers = 10;

    Writer(ServedFolder.Client client, Random random) {
      this.client = client;
      this.random = random;
    }

    void write() {
      switch (random.nextInt(10)) {
        case 0 -> users.add(ServedTinyOrg.create(client, numbers++));
        case 1, 2 -> ServedTinyOrg.setActive(client, one(users), random.nextBoolean());
        case 3 -> delete("/Users/", users);
        case 4 -> delete("/Groups/", groups);
        case 5 -> groups.add(ServedTinyOrg.group(client, "Team " + numbers++, some()));
        case 6 -> patch("replace", "displayName", "\"Team " + numbers++ + "\"");
        case 7 -> patch("replace", "members", values(some()));
        case 8 -> patch("remove", "members[value eq \\\"" + one(users) + "\\\"]", "null");
        default -> patch("add", "members", values(some()));
      }
    }

    private void patch(String what, String path, String value) {
      if (!groups.isEmpty()) {
        String operation =
            "{\"op\":\"" + what + "\",\"path\":\"" + path + "\",\"value\":" + value + "}";
        ServedTinyOrg.patch(client, "/Groups/" + one(groups), operation);
      }
    }

    private void delete(String path, List<String> all) {
      if (all.size() > 1) {
        String id = one(all);
        all.remove(id);
        client.send(ServedFolder.Client.TOKEN, "DELETE", ServedTinyOrg.SCIM + path + id, null);
      }
    }

    private List<String> some() {
      return users.stream().filter(each -> random.nextInt(3) == 0).toList();
    }

    private static String values(List<String> keys) {
      List<String> values = new ArrayList<>();
      keys.forEach(key -> values.add("{\"value\":\"" + key + "\"}"));
      return "[" + String.join(",", values) + "]";
    }

    private String one(List<String> all) {
      return all.get(random.nextInt(all.size()));
    }
  }
}
