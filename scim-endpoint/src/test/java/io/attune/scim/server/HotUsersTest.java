package io.attune.scim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.scim.server.ServedEndpoint.Answer;
import io.attune.store.StoreKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * 64 clients on 100 users, some of them hotter than others: every acknowledged change is there in
 * the end, and no reader sees less than was acknowledged before it asked.
 */
class HotUsersTest {
  private static final int CLIENTS = 64;
  private static final int USERS = 100;
  private static final int CHANGES = Boolean.getBoolean("attune.proof") ? 400 : 4;

  /** A user and the history of what was acknowledged. */
  private static final class Hot {
    final String path;
    final Set<Long> versions = new ConcurrentSkipListSet<>();
    final Set<String> roles = new ConcurrentSkipListSet<>();
    final AtomicLong acknowledged = new AtomicLong(1);
    final AtomicLong counted = new AtomicLong();

    Hot(String path) {
      this.path = path;
    }

    void changed(Answer answer) {
      long version = version(answer);
      assertTrue(versions.add(version), "two writes made version " + version);
      acknowledged.accumulateAndGet(version, Math::max);
    }
  }

  private static long version(Answer answer) {
    String tag = String.valueOf(answer.header("ETag"));
    assertEquals(tag, answer.body().path("meta").path("version").asText());
    return Long.parseLong(tag.replaceAll("[^0-9]", ""));
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void noUpdateIsLostAndNoReadIsStale(StoreKind kind, @TempDir Path folder) throws Exception {
    try (ServedEndpoint scim = ServedEndpoint.over(kind.open(folder))) {
      List<Hot> hot = new ArrayList<>();
      for (int index = 0; index < USERS; index++) {
        hot.add(new Hot("/Users/" + scim.createUser("hot" + index).id()));
      }
      ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
      List<Future<?>> clients = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        int number = client;
        clients.add(threads.submit(() -> client(scim, hot, number)));
      }
      threads.shutdown();
      for (Future<?> client : clients) {
        client.get();
      }
      for (Hot user : hot) {
        Answer end = scim.get(user.path);
        assertEquals(user.counted.get(), end.body().path("title").asLong());
        assertEquals(user.roles, roles(end.body()));
        long version = version(end);
        assertEquals(1 + user.counted.get() + user.roles.size(), version);
        assertEquals(version - 1, user.versions.size());
      }
    }
  }

  private static Set<String> roles(JsonNode user) {
    Set<String> roles = new HashSet<>();
    user.path("roles").forEach(role -> roles.add(role.path("value").asText()));
    return roles;
  }

  private static void client(ServedEndpoint scim, List<Hot> hot, int number) {
    Random random = new Random(number);
    for (int change = 0; change < CHANGES; change++) {
      double skewed = random.nextDouble() * random.nextDouble() * random.nextDouble();
      Hot user = hot.get((int) (skewed * USERS));
      if (random.nextBoolean()) {
        count(scim, user);
      } else {
        addRole(scim, user, number + "-" + change);
      }
    }
  }

  /** Reads, and writes on the condition that it is still so: as often as it takes. */
  private static void count(ServedEndpoint scim, Hot user) {
    while (true) {
      long least = user.acknowledged.get();
      Answer read = scim.get(user.path);
      assertEquals(200, read.status());
      assertTrue(version(read) >= least, "a read of an older version than was acknowledged");
      long next = read.body().path("title").asLong() + 1;
      Answer written =
          scim.patch(
              user.path,
              "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"" + next + "\"}]",
              "If-Match",
              String.valueOf(read.header("ETag")));
      if (written.status() == 200) {
        assertEquals(version(read) + 1, version(written));
        user.changed(written);
        user.counted.incrementAndGet();
        return;
      }
      assertEquals(412, written.status(), () -> written.body().toString());
    }
  }

  /** Without a condition: the service does it on whatever there is. */
  private static void addRole(ServedEndpoint scim, Hot user, String role) {
    String operation = "[{\"op\":\"add\",\"path\":\"roles\",\"value\":[{\"value\":\"%s\"}]}]";
    Answer written = scim.patch(user.path, operation.formatted(role));
    assertEquals(200, written.status(), () -> written.body().toString());
    assertTrue(roles(written.body()).contains(role));
    user.changed(written);
    user.roles.add(role);
  }
}
