package io.attune.benchmarks.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The JVM that sends requests. {@code load BASE OPERATION FIRST COUNT CONNECTIONS} on standard
 * input sends so many, over so many connections at once, each waiting for its answer before the
 * next; {@code ask BASE OPERATION FIRST COUNT} the same, one after the other, tells the answers
 * instead of times.
 *
 * <p>{@code LoadProcess FEED PEOPLE}.
 */
final class LoadProcess {
  static final String LOADED = "loaded ";
  static final String ANSWERS = "answers ";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Users users;

  private LoadProcess(Users users) {
    this.users = users;
  }

  /**
   * What clients saw.
   *
   * @param wallNanos from the first request to the last answer
   * @param medianNanos of the time that a request took
   * @param p99Nanos what 99 of 100 requests took at most
   * @param errors requests that were not answered, or otherwise than they should
   */
  record Seen(long wallNanos, long medianNanos, long p99Nanos, long errors) {
    static Seen parse(String json) throws IOException {
      return MAPPER.readValue(json, Seen.class);
    }
  }

  public static void main(String[] arguments) throws Exception {
    Users users = Users.read(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    LoadProcess load = new LoadProcess(users);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", -1);
      Operation operation = Operation.valueOf(words[2]);
      int first = Integer.parseInt(words[3]);
      int count = Integer.parseInt(words[4]);
      System.out.println(
          words[0].equals("ask")
              ? ANSWERS + MAPPER.writeValueAsString(load.answers(words[1], operation, first, count))
              : LOADED
                  + MAPPER.writeValueAsString(
                      load.load(words[1], operation, first, count, Integer.parseInt(words[5]))));
      System.out.flush();
    }
  }

  private Seen load(String base, Operation operation, int first, int count, int connections)
      throws IOException, InterruptedException {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger errors = new AtomicInteger();
    long[] nanos = new long[count];
    List<ClientConnection> open = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int number = 0; number < connections; number++) {
      ClientConnection connection = new ClientConnection(base);
      open.add(connection);
      threads.add(
          new Thread(
              () -> {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                  long sent = System.nanoTime();
                  if (!isGood(connection, operation, first + i)) {
                    errors.incrementAndGet();
                  }
                  nanos[i] = System.nanoTime() - sent;
                }
              }));
    }
    long start = System.nanoTime();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    long wall = System.nanoTime() - start;
    for (ClientConnection connection : open) {
      connection.close();
    }
    Arrays.sort(nanos);
    return new Seen(wall, nanos[count / 2], nanos[(int) (count * 0.99)], errors.get());
  }

  private boolean isGood(ClientConnection connection, Operation operation, int number) {
    try {
      return connection.send(operation.request(users, number)) == operation.status();
    } catch (IOException e) {
      return false;
    }
  }

  /** Status and body of each, as they would be wherever and whenever they were asked. */
  private List<JsonNode> answers(String base, Operation operation, int first, int count)
      throws IOException {
    List<JsonNode> answers = new ArrayList<>();
    try (ClientConnection connection = new ClientConnection(base)) {
      for (int number = first; number < first + count; number++) {
        int status = connection.send(operation.request(users, number));
        JsonNode body = MAPPER.readTree(connection.text().replace(base, ""));
        if (operation.writes() && body instanceof ObjectNode object) {
          object.remove("id");
          ((ObjectNode) object.path("meta")).remove(Set.of("created", "lastModified", "location"));
        }
        answers.add(MAPPER.createObjectNode().put("status", status).set("body", body));
      }
    }
    return answers;
  }
}
