package io.attune.scim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.scim.server.ServedEndpoint.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bulk requests beyond what the library below us does. Source: RFC 7644, 3.7. */
class BulkTest {
  private static final int CLIENTS = 4;
  private static final int REQUESTS = 6;
  private static final String REPLACE = "{'op':'replace','path':'title','value':'b'}";

  ServedEndpoint scim;

  @BeforeEach
  void serve(@TempDir Path folder) throws IOException {
    scim = ServedEndpoint.over(folder);
  }

  @AfterEach
  void stop() {
    scim.close();
  }

  private Answer bulk(String... operations) {
    String list =
        Stream.of(operations)
            .map(each -> "{" + each.replace('\'', '"') + "}")
            .collect(Collectors.joining(","));
    return scim.post("/Bulk", "{\"Operations\":[" + list + "]}");
  }

  private static List<String> statuses(Answer bulk) {
    List<String> statuses = new ArrayList<>();
    bulk.body().path("Operations").forEach(each -> statuses.add(each.path("status").textValue()));
    return statuses;
  }

  private static String put(String path, String title) {
    String body = "'data':{'userName':'ada','title':'%s'}".formatted(title);
    return "'method':'PUT','path':'" + path + "'," + body;
  }

  @Test
  void aVersionGuardsAnOperation() {
    String path = "/Users/" + scim.createUser("ada").id();
    String first = "'version':'W/\\'1\\'',";
    Answer bulk =
        bulk(
            first + put(path, "a"),
            first + put(path, "b"),
            "'version':'W/\\'2\\''," + put(path, "c"),
            first + "'method':'DELETE','path':'" + path + "'");
    assertEquals(List.of("200", "412", "200", "412"), statuses(bulk), bulk.body()::toString);
    assertEquals("c", scim.get(path).body().path("title").asText());
    for (String none : List.of("1", "*", "W/\\'1\\', W/\\'2\\'", "\\'")) {
      Answer mixed = bulk("'version':'" + none + "'," + put(path, "d"), put(path, "e"));
      assertEquals(List.of("400", "200"), statuses(mixed), mixed.body()::toString);
      JsonNode refusal = mixed.body().at("/Operations/0/response");
      assertEquals("invalidValue", refusal.path("scimType").asText());
    }
  }

  /** RFC 7644, 3.7: what can be done is done, whatever is wrong with the others. */
  @Test
  void anOperationThatIsRefusedLeavesTheOthersAlone() {
    String path = "/Users/" + scim.createUser("ada").id();
    String patch = "'method':'PATCH','path':'" + path + "','data':{%s}";
    String operations = "'Operations':[%s]";
    String longest = String.join(",", Collections.nCopies(201, REPLACE));
    Answer bulk =
        bulk(
            put(path, "a"),
            patch.formatted("'op':'replace'"),
            patch.formatted(operations.formatted("{'op':'move','path':'title'}")),
            patch.formatted(operations.formatted(longest)),
            "'method':'PUT','path':'" + path + "','data':{}",
            patch.formatted(operations.formatted("{'op':'replace','path':'id','value':'x'}")),
            "'method':'POST','path':'/Users','bulkId':'u','data':{'userName':'bob'}",
            patch.formatted(operations.formatted(REPLACE)));
    assertEquals(
        List.of("200", "400", "400", "413", "400", "400", "201", "200"),
        statuses(bulk),
        bulk.body()::toString);
    assertTrue(bulk.body().at("/Operations/3/response/detail").asText().contains("at most 200"));
    assertEquals("mutability", bulk.body().at("/Operations/5/response/scimType").asText());
    assertEquals("b", scim.get(path).body().path("title").asText());
  }

  @Test
  void operationsThatAreRefusedCountForFailOnErrors() {
    String path = "/Users/" + scim.createUser("ada").id();
    String list =
        "{\"failOnErrors\":1,\"Operations\":[{%s},{%s},{%s}]}"
            .formatted(
                put(path, "a"),
                "'method':'PATCH','path':'" + path + "','data':{'op':'replace'}",
                put(path, "c"));
    Answer bulk = scim.post("/Bulk", list.replace('\'', '"'));
    assertEquals(412, bulk.status());
    assertEquals(List.of("200", "400"), statuses(bulk), bulk.body()::toString);
    assertEquals("a", scim.get(path).body().path("title").asText());
  }

  /**
   * RFC 7644, 3.7.3: an answer says where its resource is, and the `bulkId` that was sent, if one.
   */
  @Test
  void anAnswerSaysWhereItsResourceIs() {
    String path = "/Users/" + scim.createUser("ada").id();
    String delete = "'method':'DELETE','path':'" + path + "'";
    Answer bulk = bulk("'bulkId':'mine'," + put(path, "a"), put(path, "b"), delete, delete);
    assertEquals(List.of("200", "200", "204", "404"), statuses(bulk), bulk.body()::toString);
    for (JsonNode each : bulk.body().path("Operations")) {
      assertEquals(scim.base() + path, each.path("location").asText(), bulk.body()::toString);
    }
    assertEquals("mine", bulk.body().path("Operations").path(0).path("bulkId").asText());
    assertEquals(List.of("mine"), bulk.body().findValuesAsText("bulkId"));
  }

  @Test
  void aResourceIsWrittenTwice() {
    String path = "/Users/" + scim.createUser("ada").id();
    Answer bulk = bulk(put(path, "a"), put(path, "b"));
    assertEquals(List.of("200", "200"), statuses(bulk), bulk.body()::toString);
    assertEquals("W/\"3\"", scim.get(path).header("ETag"));
  }

  /** The group is not created, so that there is nothing that its new member could join. */
  @Test
  void whatRefersToWhatWasNotCreatedIsAConflict() {
    String group = "'method':'POST','path':'/Groups','bulkId':'%s','data':{%s}";
    String team = "'displayName':'Team','externalId':'1'";
    String value = "'value':[{'value':'bulkId:u'}]";
    Answer bulk =
        bulk(
            group.formatted("first", team),
            "'method':'POST','path':'/Users','bulkId':'u','data':{'userName':'ada'}",
            group.formatted("g", team),
            "'method':'PATCH','path':'/Groups/bulkId:g','data':{'Operations':["
                + "{'op':'add','path':'members',"
                + value
                + "}]}");
    assertEquals(200, bulk.status());
    assertEquals(List.of("201", "201", "409", "409"), statuses(bulk), bulk.body()::toString);
    assertEquals("PATCH", bulk.body().at("/Operations/3/method").asText());
    assertEquals("409", bulk.body().at("/Operations/3/response/status").asText());
  }

  /** Others write the same user meanwhile, and what was done before that is not done again. */
  @Test
  void anOperationThatIsOvertakenLeavesTheOthersAlone() throws Exception {
    String path = "/Users/" + scim.createUser("ada").id();
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    List<Future<?>> clients = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      int number = client;
      clients.add(threads.submit(() -> client(path, number)));
    }
    threads.shutdown();
    for (Future<?> client : clients) {
      client.get();
    }
    int users = scim.get("/Users?count=0").body().path("totalResults").asInt();
    assertEquals(1 + CLIENTS * REQUESTS, users);
  }

  private void client(String path, int number) {
    for (int request = 0; request < REQUESTS; request++) {
      String name = number + "-" + request;
      Answer bulk =
          bulk(
              "'method':'POST','path':'/Users','bulkId':'u','data':{'userName':'" + name + "'}",
              put(path, name));
      List<String> statuses = statuses(bulk);
      assertEquals("201", statuses.get(0), bulk.body()::toString);
      assertTrue(List.of("200", "409").contains(statuses.get(1)), bulk.body()::toString);
    }
  }
}
