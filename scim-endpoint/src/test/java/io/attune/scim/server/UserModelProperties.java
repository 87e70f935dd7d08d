package io.attune.scim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.scim.server.UserModel.Expected;
import io.attune.scim.server.UserModel.User;
import io.attune.scim.server.UserSteps.Step;
import io.attune.store.StoreKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.jspecify.annotations.Nullable;

/**
 * Whatever is asked of users, one request after the other, the endpoint answers what {@link
 * UserModel} says, and holds whom it says: on both stores.
 */
class UserModelProperties {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int PAGE = 3;

  /** Each is seen by the long form, or the histories have become too tame. */
  private static final List<Integer> STATUSES = List.of(200, 201, 204, 304, 400, 404, 409, 412);

  /** Twenty histories may miss the others by chance. */
  private static final List<Integer> COMMON = List.of(200, 201);

  private static int histories;

  private static @Nullable BothStores stores;

  @BeforeContainer
  static void open() throws IOException {
    stores = new BothStores();
  }

  @AfterContainer
  static void close() throws IOException {
    stores().close();
  }

  private static BothStores stores() {
    return Objects.requireNonNull(stores);
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    return UserSteps.any()
        .list()
        .ofMinSize(1)
        .ofMaxSize(40)
        .withSizeDistribution(RandomDistribution.uniform());
  }

  @Property(tries = 20)
  @StatisticsReport(StatisticsReportMode.OFF)
  void theFileAnswersAsTheModelDoes(@ForAll("histories") List<Step> history) {
    check(StoreKind.SQLITE, history);
    cover(COMMON);
  }

  @Property(tries = 20)
  @StatisticsReport(StatisticsReportMode.OFF)
  void postgresqlAnswersAsTheModelDoes(@ForAll("histories") List<Step> history) {
    check(StoreKind.POSTGRESQL, history);
    cover(COMMON);
  }

  @Property(tries = 5_000)
  @Tag("proof")
  @StatisticsReport(StatisticsReportMode.OFF)
  void bothAnswerAsTheModelDoesForLong(@ForAll("histories") List<Step> history) {
    for (StoreKind kind : StoreKind.values()) {
      check(kind, history);
    }
    cover(STATUSES);
  }

  /** Each history has an app of its own, so that all of them may have one store. */
  private static void check(StoreKind kind, List<Step> history) {
    UserModel model = new UserModel();
    ScimEndpoint endpoint =
        new ScimEndpoint(
            "app" + histories++,
            stores().of(kind),
            List.of(),
            () -> Instant.ofEpochMilli(model.nowMillis()));
    for (Step step : history) {
      model.tick();
      ScimReply reply = endpoint.answer(step.request(model));
      JsonNode body = json(reply);
      Expected expected = step.on(model, body.path("id").asText());
      Statistics.label("status").collect(expected.status());
      assertEquals(expected.status(), reply.status(), () -> step + ": " + reply.body());
      User user = expected.user();
      if (user != null) {
        assertEquals(user.resource(), body, step::toString);
        assertEquals(Precondition.tag(user.version()), reply.headers().get("ETag"));
      }
      everybodyIsListed(endpoint, model);
    }
    keysFind(endpoint, model);
    pagesMakeTheWhole(endpoint, model);
  }

  private static void cover(List<Integer> statuses) {
    Statistics.label("status")
        .coverage(seen -> statuses.forEach(status -> seen.check(status).count(count -> count > 0)));
  }

  private static void everybodyIsListed(ScimEndpoint endpoint, UserModel model) {
    assertEquals(resources(model.living(user -> true)), listed(endpoint, Map.of()));
  }

  private static void keysFind(ScimEndpoint endpoint, UserModel model) {
    for (String attribute : List.of("userName", "externalId", "title", "displayName")) {
      for (String value : List.of("ADA", "bob", "a", "b")) {
        assertFound(
            endpoint,
            attribute + " eq \"" + value + "\"",
            model.living(UserModel.has(attribute, value)));
      }
    }
  }

  private static void assertFound(ScimEndpoint endpoint, String filter, List<User> users) {
    assertEquals(resources(users), listed(endpoint, Map.of("filter", filter)), filter);
  }

  private static void pagesMakeTheWhole(ScimEndpoint endpoint, UserModel model) {
    List<JsonNode> byName = new ArrayList<>();
    List<User> living = model.living(user -> true);
    for (int start = 1; start <= living.size(); start += PAGE) {
      byName.addAll(
          listed(
              endpoint,
              Map.of("startIndex", "" + start, "count", "" + PAGE, "sortBy", "userName")));
    }
    Comparator<User> order =
        Comparator.comparing(
            user -> user.resource().path("userName").asText().toLowerCase(Locale.ROOT));
    assertEquals(resources(living.stream().sorted(order).toList()), byName);
  }

  private static List<JsonNode> resources(List<User> users) {
    return users.stream().<JsonNode>map(User::resource).toList();
  }

  private static List<JsonNode> listed(ScimEndpoint endpoint, Map<String, String> query) {
    ScimReply reply = endpoint.answer(UserSteps.list(query));
    assertEquals(200, reply.status(), reply::body);
    List<JsonNode> listed = new ArrayList<>();
    json(reply).path("Resources").forEach(listed::add);
    return listed;
  }

  private static JsonNode json(ScimReply reply) {
    try {
      return MAPPER.readTree(reply.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
