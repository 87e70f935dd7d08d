package io.attune.benchmarks.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
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
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Users users;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

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
      throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger errors = new AtomicInteger();
    long[] nanos = new long[count];
    List<Thread> threads = new ArrayList<>();
    long start = System.nanoTime();
    for (int connection = 0; connection < connections; connection++) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                  long sent = System.nanoTime();
                  if (!isGood(base, operation, first + i)) {
                    errors.incrementAndGet();
                  }
                  nanos[i] = System.nanoTime() - sent;
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    long wall = System.nanoTime() - start;
    Arrays.sort(nanos);
    return new Seen(wall, nanos[count / 2], nanos[(int) (count * 0.99)], errors.get());
  }

  private boolean isGood(String base, Operation operation, int number) {
    try {
      return send(base, operation, number).statusCode() == operation.status();
    } catch (IOException e) {
      return false;
    }
  }

  private HttpResponse<byte[]> send(String base, Operation operation, int number)
      throws IOException {
    var request =
        operation
            .request(users, base, number)
            .header("Authorization", "Bearer " + ServerProcess.TOKEN)
            .header("Content-Type", "application/scim+json")
            .timeout(PATIENCE)
            .build();
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Status and body of each, as they would be wherever and whenever they were asked. */
  private List<JsonNode> answers(String base, Operation operation, int first, int count)
      throws IOException {
    List<JsonNode> answers = new ArrayList<>();
    for (int number = first; number < first + count; number++) {
      HttpResponse<byte[]> response = send(base, operation, number);
      String text = new String(response.body(), StandardCharsets.UTF_8);
      JsonNode body = MAPPER.readTree(text.replace(base, ""));
      if (operation.writes() && body instanceof ObjectNode object) {
        object.remove("id");
        ((ObjectNode) object.path("meta")).remove(Set.of("created", "lastModified", "location"));
      }
      answers.add(MAPPER.createObjectNode().put("status", response.statusCode()).set("body", body));
    }
    return answers;
  }
}
