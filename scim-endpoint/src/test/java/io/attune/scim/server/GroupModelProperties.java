package io.attune.scim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.scim.server.GroupModel.Expected;
import io.attune.scim.server.GroupModel.Group;
import io.attune.scim.server.GroupSteps.Planned;
import io.attune.scim.server.GroupSteps.Step;
import io.attune.store.AuditTrail;
import io.attune.store.StoreKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
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
 * Whatever is asked of groups, one request after the other, the endpoint answers what {@link
 * GroupModel} says, and has the members that it says, as the groups and as the users tell it: on
 * both stores.
 */
class GroupModelProperties {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Each is seen in many histories, or they have become too tame. */
  private static final List<Integer> STATUSES = List.of(200, 201, 204, 304, 400, 404, 409, 412);

  /** Each is seen in few: any other may be missed by chance. */
  private static final List<Integer> COMMON = List.of(200, 201);

  private static int histories;

  private static @Nullable BothStores stores;

  @BeforeContainer
  static void open() throws IOException {
    stores = new BothStores();
  }

  @AfterContainer
  static void close() throws IOException {
    for (StoreKind kind : StoreKind.values()) {
      assertEquals(null, new AuditTrail(stores().of(kind)).verify().fault());
    }
    stores().close();
  }

  private static BothStores stores() {
    return Objects.requireNonNull(stores);
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    return GroupHistories.step()
        .list()
        .ofMinSize(1)
        .ofMaxSize(40)
        .withSizeDistribution(RandomDistribution.uniform());
  }

  @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReportMode.OFF)
  void theFileAnswersAsTheModelDoes(@ForAll("histories") List<Step> history) {
    check(StoreKind.SQLITE, history);
    cover(COMMON);
  }

  @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReportMode.OFF)
  void postgresqlAnswersAsTheModelDoes(@ForAll("histories") List<Step> history) {
    check(StoreKind.POSTGRESQL, history);
    cover(COMMON);
  }

  @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
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
    GroupModel model = new GroupModel();
    ScimEndpoint endpoint =
        new ScimEndpoint(
            "app" + histories++,
            stores().of(kind),
            List.of(),
            () -> Instant.ofEpochMilli(model.nowMillis()));
    for (Step step : history) {
      model.tick();
      Planned planned = step.plan(model);
      ScimReply reply = endpoint.answer(planned.request());
      Expected expected = planned.effect().apply(json(reply));
      Statistics.label("status").collect(expected.status());
      assertEquals(expected.status(), reply.status(), () -> planned.request() + reply.body());
      shows(expected, reply);
      groupsTell(endpoint, model, step);
      usersTell(endpoint, model, step);
    }
  }

  private static void cover(List<Integer> statuses) {
    Statistics.label("status")
        .coverage(seen -> statuses.forEach(status -> seen.check(status).count(count -> count > 0)));
  }

  private static void shows(Expected expected, ScimReply reply) {
    Group group = expected.group();
    if (group != null && expected.status() != 204) {
      assertEquals(group.resource(), json(reply));
      assertEquals(group.tag(), reply.headers().get("ETag"));
    }
  }

  private static void groupsTell(ScimEndpoint endpoint, GroupModel model, Step step) {
    List<JsonNode> expected = model.livingGroups().stream().<JsonNode>map(Group::resource).toList();
    assertEquals(expected, listed(endpoint, "/Groups"), step::toString);
  }

  private static void usersTell(ScimEndpoint endpoint, GroupModel model, Step step) {
    List<String> told = new ArrayList<>();
    for (JsonNode user : listed(endpoint, "/Users")) {
      List<String> groups = new ArrayList<>();
      user.path("groups").forEach(each -> groups.add(each.path("value").asText()));
      told.add(user.path("id").asText() + groups);
    }
    List<String> expected =
        model.livingUsers().stream().map(user -> user + model.groupsOf(user)).toList();
    assertEquals(expected, told, step::toString);
  }

  private static List<JsonNode> listed(ScimEndpoint endpoint, String path) {
    ScimReply reply = endpoint.answer(GroupSteps.request("GET", path, null));
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
