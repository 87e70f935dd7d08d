package io.attune.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.scim.server.ScimEndpoint;
import io.attune.scim.server.ScimReply;
import io.attune.scim.server.ScimRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.jspecify.annotations.Nullable;

/**
 * Whatever became of users, their names and their addresses, also while an earlier version kept
 * them: an address that is looked up finds whom reading every body finds.
 */
class EmailKeysProperties {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> VALUES = List.of("a", "B", "c");
  private static final Map<StoreKind, Database> STORES = new EnumMap<>(StoreKind.class);
  private static @Nullable Path folder;
  private static int histories;

  private record Email(String value, @Nullable String type) {}

  /** What becomes of one of a few users. */
  private enum What {
    WRITTEN,
    DELETED,
    KEPT_BY_AN_EARLIER_VERSION
  }

  private record Step(What what, int user, String userName, List<Email> emails) {}

  @BeforeContainer
  static void open() throws IOException {
    Path path = Files.createTempDirectory("emails");
    folder = path;
    for (StoreKind kind : StoreKind.values()) {
      STORES.put(kind, kind.open(path.resolve(kind.name())));
    }
  }

  @AfterContainer
  static void close() throws IOException {
    STORES.values().forEach(Database::close);
    try (Stream<Path> tree = Files.walk(Objects.requireNonNull(folder))) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<String> value = Arbitraries.of("a", "A", "b", "B", "c");
    Arbitrary<Email> email =
        Combinators.combine(value, Arbitraries.of("work", "Home").injectNull(0.2)).as(Email::new);
    Arbitrary<What> what =
        Arbitraries.frequency(
            Tuple.of(6, What.WRITTEN),
            Tuple.of(1, What.DELETED),
            Tuple.of(2, What.KEPT_BY_AN_EARLIER_VERSION));
    return Combinators.combine(
            what, Arbitraries.integers().between(0, 2), value, email.list().ofMaxSize(3))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Property(tries = 60)
  @StatisticsReport(StatisticsReportMode.OFF)
  void anAddressFindsWhomReadingEveryBodyFinds(@ForAll("histories") List<Step> history) {
    check(history);
  }

  @Property(tries = 1_000)
  @Tag("proof")
  @StatisticsReport(StatisticsReportMode.OFF)
  void anAddressFindsWhomReadingEveryBodyFindsForLong(@ForAll("histories") List<Step> history) {
    check(history);
  }

  private static void check(List<Step> history) {
    String app = "app" + histories++;
    for (StoreKind kind : StoreKind.values()) {
      Database database = Objects.requireNonNull(STORES.get(kind));
      ScimEndpoint endpoint = new ScimEndpoint(app, database, List.of(), InstantSource.system());
      Map<Integer, String> ids = new HashMap<>();
      for (Step step : history) {
        take(step, app, database, endpoint, ids);
        everyAddressFindsTheSame(endpoint);
      }
    }
    Statistics.label("found")
        .coverage(
            found -> {
              found.check(0).count(count -> count > 0);
              found.check(1).count(count -> count > 0);
            });
  }

  private static void take(
      Step step, String app, Database database, ScimEndpoint endpoint, Map<Integer, String> ids) {
    String id = ids.get(step.user());
    switch (step.what()) {
      case WRITTEN -> {
        String path = id == null ? "/Users" : "/Users/" + id;
        ScimReply reply = answer(endpoint, id == null ? "POST" : "PUT", path, Map.of(), body(step));
        if (reply.status() == 201) {
          ids.put(step.user(), json(reply).path("id").asText());
        }
      }
      case DELETED -> {
        if (id != null) {
          answer(endpoint, "DELETE", "/Users/" + id, Map.of(), "");
          ids.remove(step.user());
        }
      }
      case KEPT_BY_AN_EARLIER_VERSION -> {
        if (id != null) {
          keepAsAnEarlierVersionDid(database, app, id);
        }
      }
    }
  }

  /** Every address with a row of its own, the user name too. */
  private static void keepAsAnEarlierVersionDid(Database database, String app, String id) {
    StoredResource user =
        new ResourceStore(database).find(app, ResourceKind.USER, id).orElseThrow();
    EmailKeys keys = EmailKeys.of(user);
    database
        .writer()
        .write(
            (handle, chain) -> {
              keys.delete(handle, user);
              keys.insertAll(handle, user);
              return handle.execute(
                  "update resource set user_name_email = null where app = ? and id = ?", app, id);
            });
  }

  private static void everyAddressFindsTheSame(ScimEndpoint endpoint) {
    for (String value : VALUES) {
      String isValue = "value eq \"" + value + "\"";
      assertSame(endpoint, isValue);
      assertSame(endpoint, "type eq \"work\" and " + isValue);
      assertSame(endpoint, isValue + " and type eq \"HOME\"");
    }
  }

  /** That there is a value no index tells. */
  private static void assertSame(ScimEndpoint endpoint, String condition) {
    List<String> read = found(endpoint, "emails[" + condition + " and value pr]");
    assertEquals(read, found(endpoint, "emails[" + condition + "]"), condition);
    Statistics.label("found").collect(read.size());
  }

  private static List<String> found(ScimEndpoint endpoint, String filter) {
    ScimReply reply = answer(endpoint, "GET", "/Users", Map.of("filter", filter), "");
    assertEquals(200, reply.status(), reply::body);
    List<String> ids = new ArrayList<>();
    json(reply).path("Resources").forEach(each -> ids.add(each.path("id").asText()));
    return ids;
  }

  private static String body(Step step) {
    ObjectNode user = JSON.createObjectNode().put("userName", step.userName());
    user.putArray("schemas").add("urn:ietf:params:scim:schemas:core:2.0:User");
    for (Email email : step.emails()) {
      ObjectNode node = user.withArray("emails").addObject().put("value", email.value());
      if (email.type() != null) {
        node.put("type", email.type());
      }
    }
    return user.toString();
  }

  private static ScimReply answer(
      ScimEndpoint endpoint, String method, String path, Map<String, String> query, String body) {
    return endpoint.answer(
        new ScimRequest(method, "http://x/scim/v2", path, query, Map.of(), body, "test"));
  }

  private static JsonNode json(ScimReply reply) {
    try {
      return JSON.readTree(reply.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
