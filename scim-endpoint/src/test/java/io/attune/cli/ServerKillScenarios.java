package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.cli.ServedFolder.Answer;
import io.attune.cli.ServedFolder.Client;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code attune serve} killed by SIGKILL while many write: the next server has every write that was
 * acknowledged, and of the others all or nothing. Source: issue 7, The store.
 */
class ServerKillScenarios {
  private static final boolean PROOF = Boolean.getBoolean("attune.proof");
  private static final int KILLS = PROOF ? 200 : 20;

  /** Of as many data folders, the servers are killed at the same time: one starts, one works. */
  private static final int FOLDERS = 2;

  private static final int WRITERS = 8;
  private static final int MOST_WRITES = PROOF ? 200 : 60;

  @TempDir private Path temporary = Path.of("");

  /** What a writer knows of the user that it alone writes; numbers stand for whole bodies. */
  private static final class Known {
    final String userName;
    @Nullable String id;
    int acknowledged;
    int sent;
    boolean deletionSent;
    boolean deleted;

    Known(String userName) {
      this.userName = userName;
    }
  }

  @Test
  void whatWasAcknowledgedIsThereAfterAKillAndNothingIsHalfWritten() throws Exception {
    ExecutorService folders = Executors.newFixedThreadPool(FOLDERS);
    try {
      List<Future<Integer>> chains = new ArrayList<>();
      for (int number = 0; number < FOLDERS; number++) {
        Path data = temporary.resolve("data" + number);
        Random random = new Random(number);
        chains.add(folders.submit(() -> killAgainAndAgain(data, random)));
      }
      int interrupted = 0;
      for (Future<Integer> chain : chains) {
        interrupted += chain.get();
      }
      assertTrue(interrupted > KILLS / 2, "kills that came upon a write: " + interrupted);
    } finally {
      folders.shutdownNow();
    }
  }

  /**
   * Each server is asked what the one before it had acknowledged; how many had writes under way.
   */
  private static int killAgainAndAgain(Path data, Random random) throws Exception {
    List<Known> before = List.of();
    int interrupted = 0;
    for (int kill = 0; kill <= KILLS / FOLDERS; kill++) {
      Process server = serve(data);
      try {
        Client client = client(server);
        before.forEach(known -> verify(client, known));
        if (kill < KILLS / FOLDERS) {
          before = load(server, client, kill, random);
          interrupted += before.stream().anyMatch(each -> each.sent > each.acknowledged) ? 1 : 0;
        }
      } finally {
        server.destroyForcibly().waitFor();
      }
    }
    Ran audit = Ran.attune("audit", "--data", data);
    assertEquals(0, audit.code(), audit.out() + audit.err());
    return interrupted;
  }

  /** Writes from many threads until the server is dead. */
  private static List<Known> load(Process server, Client client, int kill, Random random)
      throws InterruptedException {
    int deadly = 1 + random.nextInt(MOST_WRITES);
    int delay = random.nextInt(3_000_000);
    AtomicInteger answers = new AtomicInteger();
    List<List<Known>> known = new ArrayList<>();
    CountDownLatch ended = new CountDownLatch(WRITERS);
    for (int index = 0; index < WRITERS; index++) {
      List<Known> own = new ArrayList<>();
      known.add(own);
      String prefix = "u" + kill + "-" + index + "-";
      Runnable answered =
          () -> {
            if (answers.incrementAndGet() == deadly) {
              LockSupport.parkNanos(delay);
              server.destroyForcibly();
            }
          };
      new Thread(
              () -> {
                try {
                  write(client, prefix, own, answered);
                } catch (UncheckedIOException e) {
                  assertNotNull(e); // the server is dead
                } finally {
                  ended.countDown();
                }
              })
          .start();
    }
    ended.await();
    return known.stream().flatMap(List::stream).toList();
  }

  private static void write(Client client, String prefix, List<Known> own, Runnable answered) {
    for (int number = 0; ; number++) {
      Known known = new Known(prefix + number);
      own.add(known);
      known.sent = 1;
      known.id = client.post("scim/v2/Users", body(known, 1)).is(201).body().path("id").asText();
      known.acknowledged = 1;
      answered.run();
      for (int value = 2; value < 5; value++) {
        known.sent = value;
        String path = "scim/v2/Users/" + known.id;
        client.send(Client.TOKEN, "PUT", path, body(known, value)).is(200);
        known.acknowledged = value;
        answered.run();
      }
      if (number % 3 == 0) {
        known.deletionSent = true;
        client.send(Client.TOKEN, "DELETE", "scim/v2/Users/" + known.id, null).is(204);
        known.deleted = true;
        answered.run();
      }
    }
  }

  /** A number in the key columns and in the body. */
  private static String body(Known known, int value) {
    return """
    {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s","externalId":"%s-%d",
     "displayName":"%d","title":"%d"}
    """
        .formatted(known.userName, known.userName, value, value, value);
  }

  private static void verify(Client client, Known known) {
    String filter = "scim/v2/Users?filter=userName%20eq%20%22" + known.userName + "%22";
    JsonNode found = client.get(filter).is(200).body();
    int total = found.path("totalResults").asInt();
    if (known.deleted) {
      assertEquals(0, total, "the deletion was acknowledged");
      return;
    }
    if (total == 0) {
      assertTrue(known.deletionSent || known.acknowledged == 0, "an acknowledged write is lost");
      return;
    }
    JsonNode user = found.path("Resources").path(0);
    int value = user.path("title").asInt();
    assertTrue(value >= known.acknowledged && value <= known.sent, user::toString);
    assertEquals(user.path("title"), user.path("displayName"));
    assertEquals(known.userName + "-" + value, user.path("externalId").asText());
    assertEquals("W/\"" + value + "\"", user.path("meta").path("version").asText());
    if (known.id != null) {
      Answer byId = client.get("scim/v2/Users/" + known.id).is(200);
      assertEquals(user, byId.body());
    }
    String external = "scim/v2/Users?filter=externalId%20eq%20%22" + known.userName;
    JsonNode same = client.get(external + "-" + value + "%22").is(200).body();
    assertEquals(1, same.path("totalResults").asInt());
  }

  private static Client client(Process server) throws IOException {
    BufferedReader said = server.inputReader();
    String at = said.readLine();
    assertNotNull(at);
    return new Client(URI.create(at.replace("SCIM 2.0 at ", "")).resolve("/"));
  }

  private static Process serve(Path data) throws IOException {
    return ServedFolder.process("--rate", "1000000", "--data", data.toString());
  }
}
