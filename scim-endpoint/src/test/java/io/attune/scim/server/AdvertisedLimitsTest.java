package io.attune.scim.server;

import static io.attune.scim.server.ProtocolRulesTest.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.scim.server.ServedEndpoint.Answer;
import io.attune.store.Database;
import io.attune.store.ResourceKind;
import io.attune.store.ResourceStore;
import io.attune.store.StoredResource;
import io.attune.store.StoredResource.Keys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every limit at its real size: what is just within it is answered, one more is refused. The sizes
 * are those that the service configuration tells, and of the others those that the page does.
 */
class AdvertisedLimitsTest {
  private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
  private static final String SCAN = "reading bodies for a filter without an index";

  private Database database;
  private ServedEndpoint scim;
  private JsonNode told;

  @BeforeEach
  void serve(@TempDir Path folder) throws IOException {
    database = Database.embedded(folder);
    scim = ServedEndpoint.over(database);
    told = scim.get("/ServiceProviderConfig").body();
  }

  @AfterEach
  void stop() {
    scim.close();
  }

  /** The numbers in the row of the page's table of limits that begins so, in plain units. */
  private static int[] page(String what) throws IOException {
    Path page = Path.of(System.getProperty("attune.root", "..")).resolve("docs/scim-endpoint.md");
    String row =
        Files.readString(page)
            .lines()
            .filter(line -> line.startsWith("| " + what + " "))
            .findFirst()
            .orElseThrow();
    Matcher number =
        Pattern.compile("(\\d[\\d,]*)( MiB| KiB| Ki)?").matcher(row.split("\\|", -1)[2]);
    IntStream.Builder numbers = IntStream.builder();
    while (number.find()) {
      int plain = Integer.parseInt(number.group(1).replace(",", ""));
      String unit = String.valueOf(number.group(2)).strip();
      numbers.add(unit.startsWith("M") ? plain << 20 : unit.startsWith("K") ? plain << 10 : plain);
    }
    return numbers.build().toArray();
  }

  /** A user that is valid and has so many bytes; the last ones are blanks. */
  private static String user(int bytes) {
    String start = "{\"schemas\":[\"" + USER + "\"],\"userName\":\"u" + bytes + "\"}";
    return start + " ".repeat(bytes - start.length());
  }

  private Answer create(String attributes) {
    return scim.post("/Users", "{\"schemas\":[\"" + USER + "\"]," + attributes + "}");
  }

  @Test
  void bytesOfABody() throws IOException {
    int most = page("a body; a bulk body")[0];
    assertEquals(201, scim.post("/Users", user(most)).status());
    refused(413, "", scim.post("/Users", user(most + 1)));
    refused(413, "", scim.postInChunks("/Users", user(most + 1)));
    String id = scim.createUser("ada").id();
    refused(413, "", scim.send("PUT", "/Users/" + id, user(most + 1)));
    refused(413, "", scim.send("PATCH", "/Users/" + id, user(most + 1)));
    refused(413, "", scim.post("/.search", user(most + 1)));
    assertEquals(413, scim.version("v1").post("/Users", user(most + 1)).status());
  }

  @Test
  void bytesOfABulkRequest() throws IOException {
    int most = told.at("/bulk/maxPayloadSize").asInt();
    assertEquals(page("a body; a bulk body")[1], most);
    String bulk = bulk(1);
    assertEquals(200, scim.post("/Bulk", bulk + " ".repeat(most - bulk.length())).status());
    refused(413, "", scim.post("/Bulk", bulk + " ".repeat(most + 1 - bulk.length())));
  }

  private static String bulk(int operations) {
    String operation = "{\"method\":\"DELETE\",\"path\":\"/Users/x\"}";
    return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":["
        + operation
        + ("," + operation).repeat(operations - 1)
        + "]}";
  }

  @Test
  void operationsOfABulkRequest() throws IOException {
    int most = told.at("/bulk/maxOperations").asInt();
    assertEquals(page("operations of a bulk request")[0], most);
    Answer answer = scim.post("/Bulk", bulk(most));
    assertEquals(200, answer.status());
    assertEquals(most, answer.body().path("Operations").size());
    refused(413, "", scim.post("/Bulk", bulk(most + 1)));
  }

  @Test
  void operationsOfAPatch() throws IOException {
    int most = page("operations of a PATCH")[0];
    String path = "/Users/" + scim.createUser("ada").id();
    String operation = "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"T\"}";
    assertEquals(
        200, scim.patch(path, "[" + operation + ("," + operation).repeat(most - 1) + "]").status());
    refused(413, "", scim.patch(path, "[" + operation + ("," + operation).repeat(most) + "]"));
  }

  @Test
  void valuesOfAList() throws IOException {
    int most = page("values of a list")[0];
    assertEquals(201, create("\"userName\":\"most\",\"emails\":" + emails(most)).status());
    refused(400, "invalidValue", create("\"userName\":\"more\",\"emails\":" + emails(most + 1)));
    String path = "/Users/" + scim.createUser("ada").id();
    String add = "[{\"op\":\"add\",\"path\":\"emails\",\"value\":" + emails(most) + "}]";
    refused(400, "invalidValue", scim.patch(path, add)); // one is there
    assertEquals(1, scim.get(path).body().path("emails").size());
  }

  private static String emails(int count) {
    StringBuilder list = new StringBuilder("[");
    for (int index = 0; index < count; index++) {
      list.append(index == 0 ? "" : ",").append("{\"value\":\"e").append(index).append("\"}");
    }
    return list.append("]").toString();
  }

  @Test
  void depthAndLengthsInABody() throws IOException {
    int[] most = page("depth of a body, text, name, number");
    String deep = "[".repeat(most[0] - 1) + "]".repeat(most[0] - 1);
    assertEquals(201, create("\"userName\":\"a\",\"x\":" + deep).status());
    refused(400, "invalidSyntax", create("\"userName\":\"b\",\"x\":[" + deep + "]"));
    String text = "x".repeat(most[1]);
    assertEquals(201, create("\"userName\":\"c\",\"title\":\"" + text + "\"").status());
    refused(400, "invalidSyntax", create("\"userName\":\"d\",\"title\":\"" + text + "x\""));
    String name = "n".repeat(most[2]);
    assertEquals(201, create("\"userName\":\"e\",\"" + name + "\":1").status());
    refused(400, "invalidSyntax", create("\"userName\":\"f\",\"" + name + "n\":1"));
    String number = "1".repeat(most[3]);
    assertEquals(201, create("\"userName\":\"g\",\"x\":" + number).status());
    refused(400, "invalidSyntax", create("\"userName\":\"h\",\"x\":" + number + "1"));
  }

  @Test
  void filters() throws IOException {
    int[] most = page("a filter; its depth; its comparisons");
    String start = "userName eq \"";
    String longest = start + "x".repeat(most[0] - start.length() - 1) + "\"";
    assertEquals(200, search(longest).status());
    refused(400, "invalidFilter", search(longest.replace("xx\"", "xxx\"")));
    String deepest = "(".repeat(most[1]) + "id pr" + ")".repeat(most[1]);
    assertEquals(200, search(deepest).status());
    refused(400, "invalidFilter", search("(" + deepest + ")"));
    String widest = "id pr" + " or id pr".repeat(most[2] - 1);
    assertEquals(200, search(widest).status());
    refused(400, "invalidFilter", search(widest + " or id pr"));
  }

  private Answer search(String filter) {
    return scim.post(
        "/Users/.search", "{\"filter\":\"" + filter.replace("\"", "\\\"") + "\",\"count\":1}");
  }

  /** More than a page holds is no error: RFC 7644, 3.4.2.4. */
  @Test
  void resourcesOnAPage() throws IOException {
    int most = told.at("/filter/maxResults").asInt();
    assertEquals(page("resources on a page")[0], most);
    List<StoredResource> users =
        IntStream.range(0, most + 1).mapToObj(AdvertisedLimitsTest::stored).toList();
    new ResourceStore(database).addAll(users, "test");
    for (String query : List.of("?count=" + (most + 1), "?count=2000000000", "")) {
      JsonNode page = scim.get("/Users" + query).body();
      assertEquals(most + 1, page.path("totalResults").asInt(), query);
      assertEquals(most, page.path("itemsPerPage").asInt(), query);
      assertEquals(most, page.path("Resources").size(), query);
    }
    JsonNode searched = scim.post("/.search", "{\"count\":" + (most + 1) + "}").body();
    assertEquals(most, searched.path("Resources").size());
    JsonNode rest = scim.get("/Users?startIndex=" + (most + 1)).body();
    assertEquals(1, rest.path("Resources").size());
    scim.version("v1");
    assertEquals(most, scim.get("/Users?count=" + (most + 1)).body().path("Resources").size());
    JsonNode older = scim.get("/ServiceProviderConfigs").body();
    assertEquals(most, older.at("/filter/maxResults").asInt());
  }

  private static StoredResource stored(int index) {
    Keys keys = new Keys("user" + index, null, null, true);
    String body = "{\"schemas\":[\"" + USER + "\"],\"userName\":\"user" + index + "\"}";
    return new StoredResource("", ResourceKind.USER, "id" + index, keys, 1, 1, 1, body);
  }

  @Test
  void requestsOfACredentialInASecond() throws IOException {
    int most = page("requests of a credential in a second (`--rate`)")[0];
    RequestLimit limit = new RequestLimit(most);
    int taken = 0;
    try {
      for (; taken < 3 * most; taken++) { // if a second ends meanwhile, there are as many again
        limit.take("okta");
      }
    } catch (Refusal e) {
      assertEquals(429, e.reply().status());
      assertEquals("1", e.reply().headers().get("Retry-After"));
    }
    assertTrue(taken >= most && taken < 3 * most, () -> "refused after so many: " + most);
    limit.take("entra");
  }

  @Test
  void bytesOfHeaders() throws IOException {
    int most = page("headers")[0];
    String request = "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX: \r\n\r\n";
    for (int bytes : new int[] {most, most + 1}) {
      String filled = request.replace("X: ", "X: " + "y".repeat(bytes - request.length()));
      try (Socket socket = connect()) {
        send(socket, filled);
        assertEquals(bytes == most ? "HTTP/1.1 200" : "HTTP/1.1 431", status(socket), "" + bytes);
      }
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(scim.base()).getPort());
    socket.setSoTimeout(60_000);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String status(Socket socket) throws IOException {
    return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
  }

  /** All that may be open are, and answered; the next one waits until one of them is closed. */
  @Test
  void connections() throws IOException {
    int most = page("connections; an idle one")[0];
    String live = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";
    Deque<Socket> open = new ArrayDeque<>();
    try {
      // The client of this test holds one; it counts.
      for (int index = 0; index < most - 1; index++) {
        Socket socket = connect();
        open.add(socket);
        send(socket, live);
        assertEquals("HTTP/1.1 200", status(socket), "connection " + index);
      }
      Socket tooMany = connect();
      open.addFirst(tooMany);
      send(tooMany, live);
      tooMany.setSoTimeout(200);
      assertThrows(SocketTimeoutException.class, () -> status(tooMany));
      open.removeLast().close();
      tooMany.setSoTimeout(60_000);
      assertEquals("HTTP/1.1 200", status(tooMany));
    } finally {
      for (Socket each : open) {
        each.close();
      }
    }
  }

  @Test
  void secondsAreThoseOfThePage() throws IOException {
    assertEquals(1000L * page("connections; an idle one")[1], ServerLimits.ADVERTISED.idleMillis());
    assertEquals(page("connections; an idle one")[0], ServerLimits.ADVERTISED.connections());
    assertEquals(1000L * page("the arrival of a body")[0], ServerLimits.ADVERTISED.idleMillis());
    assertEquals(1_000_000_000L * page(SCAN)[0], ResourceQueries.MOST_SCAN_NANOS);
  }

  /** As many users as the time is too short for; {@code ScanLimitTest} asks the same at no time. */
  @Test
  @EnabledIfSystemProperty(named = "attune.proof", matches = "true")
  void readingBodiesForAFilterWithoutAnIndex() throws IOException {
    long mostNanos = 1_000_000_000L * page(SCAN)[0];
    String filter = "title co \"x\"";
    int users = 0;
    long nanos;
    Answer answer;
    do {
      for (int more = 0; more < 20; more++, users += 10_000) {
        List<StoredResource> page =
            IntStream.range(users, users + 10_000).mapToObj(AdvertisedLimitsTest::stored).toList();
        new ResourceStore(database).addAll(page, "test");
      }
      long start = System.nanoTime();
      answer = search(filter);
      nanos = System.nanoTime() - start;
    } while (answer.status() == 200 && users < 5_000_000);
    refused(400, "tooMany", answer);
    assertTrue(nanos > mostNanos && nanos < 2 * mostNanos, users + " users, nanoseconds: " + nanos);
    String indexed = "userName eq \"user7\"";
    assertEquals(1, search(indexed).body().path("totalResults").asInt());
  }

  /** The real time; {@code ServerLimitsTest} asks the same of shorter ones. */
  @Test
  @EnabledIfSystemProperty(named = "attune.proof", matches = "true")
  void aBodyThatStopsArriving() throws IOException {
    try (Socket stalled = connect()) {
      send(
          stalled,
          "POST /scim/v2/Users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
              + ServedEndpoint.TOKEN
              + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
      assertEquals("HTTP/1.1 408", status(stalled));
    }
    assertNotEquals(0, scim.get("/Users").status());
  }
}
