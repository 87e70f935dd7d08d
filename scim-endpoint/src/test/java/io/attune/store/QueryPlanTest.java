package io.attune.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.scim.server.ScimEndpoint;
import io.attune.scim.server.ScimReply;
import io.attune.scim.server.ScimRequest;
import io.attune.store.StoredResource.Keys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the planners of both databases make of the statements that requests lead to. */
@ParameterizedClass
@EnumSource(StoreKind.class)
class QueryPlanTest {
  private static final int USERS = 3000;

  @Parameter StoreKind kind = StoreKind.SQLITE;

  /** A request and the index that has to answer it. */
  private record Case(String path, String filter, String index) {}

  private static final List<Case> CASES =
      List.of(
          new Case("/Users/id77", "", "resource_id"),
          new Case("/Users", "id eq \"id77\"", "resource_id"),
          new Case("/Users", "userName eq \"USER77\"", "resource_user_name"),
          new Case("/Users", "userName sw \"user277\"", "resource_user_name"),
          new Case("/Users", "externalId eq \"external77\"", "resource_external_id"),
          new Case("/Users", "displayName eq \"Name 77\"", "resource_display"),
          new Case("/Users", "displayName sw \"name 77\"", "resource_display"),
          new Case("/Users", "meta.lastModified gt \"1970-01-01T00:00:02.990Z\"", "_modified"),
          new Case("/Users", "userName eq \"user77\" and active eq true", "resource_user_name"),
          new Case("/Users", "userName eq \"a\" or externalId eq \"b\"", "resource_external_id"),
          new Case("/Users", "emails.value eq \"E77@example.com\"", "resource_email_value"),
          new Case("/Users", "emails.value eq \"E77@example.com\"", "resource_user_name"),
          new Case(
              "/Users",
              "emails[type eq \"work\"].value eq \"e77@example.com\"",
              "resource_email_value"),
          new Case(
              "/Users",
              "userName eq \"a\" or emails[value eq \"e77@example.com\"]",
              "resource_email_value"),
          new Case("/Users", "groups.value eq \"group7\"", "membership"),
          new Case("/Users", "groups.display eq \"Team 7\"", "resource_display"),
          new Case("/Users", "userName eq \"user77\" and title pr", "resource_user_name"),
          new Case("/Groups", "members.value eq \"id77\"", "membership_in"),
          new Case("/Groups", "displayName eq \"Team\"", "resource_display"));

  @Test
  void everyCommonFilterIsAnsweredByItsIndex(@TempDir Path folder) throws IOException {
    try (Database database = kind.open(folder)) {
      fill(database);
      if (kind == StoreKind.POSTGRESQL) { // which does so by itself; nothing does in SQLite
        database.writer().write((handle, chain) -> handle.execute("analyze"));
      }
      ScimEndpoint endpoint = new ScimEndpoint("", database, List.of(), InstantSource.system());
      for (Case each : CASES) {
        List<String> plans = plans(database, endpoint, each);
        assertFalse(plans.isEmpty());
        assertTrue(plans.get(0).contains(each.index()), () -> each + ": " + plans);
        for (String plan : plans) {
          assertFalse(plan.contains("Seq Scan on resource"), () -> each + ": " + plan);
          assertFalse(plan.matches("(?s).*SCAN r(?! USING (COVERING )?INDEX).*"), () -> plan);
        }
      }
    }
  }

  private static void fill(Database database) {
    ResourceStore store = new ResourceStore(database);
    List<StoredResource> users = new ArrayList<>();
    for (int index = 0; index < USERS; index++) {
      Keys keys = new Keys("User" + index, "external" + index, "Name " + index, true);
      String email = "{\"value\":\"e" + index + "@example.com\",\"type\":\"work\"}";
      String body = "{\"userName\":\"User" + index + "\",\"emails\":[" + email + "]}";
      users.add(
          new StoredResource("", ResourceKind.USER, "id" + index, keys, index, index, 1, body));
    }
    store.addAll(users, "test");
    MembershipStore memberships = new MembershipStore(database);
    for (int index = 0; index < 100; index++) {
      List<Membership> members = new ArrayList<>();
      for (int member = 0; member < 20; member++) {
        members.add(
            new Membership("group" + index, "id" + ((index + member * 120) % USERS), null, null));
      }
      memberships.add(
          new StoredResource(
              "",
              ResourceKind.GROUP,
              "group" + index,
              new Keys(null, null, "Team " + index, null),
              1,
              1,
              1,
              "{\"displayName\":\"Team\"}"),
          members,
          "test");
    }
  }

  /** The plans of all statements on resources that a request leads to, as they were bound. */
  private static List<String> plans(Database database, ScimEndpoint endpoint, Case each) {
    List<String> plans = new ArrayList<>();
    Jdbi jdbi = database.jdbi();
    SqlStatements statements = jdbi.getConfig(SqlStatements.class);
    Jdbi explaining = jdbi;
    statements.setSqlLogger(
        new SqlLogger() {
          @Override
          public void logAfterExecution(StatementContext context) {
            if (context.getRenderedSql().contains("from resource r")) {
              plans.add(plan(explaining, context));
            }
          }
        });
    Map<String, String> query =
        each.filter().isEmpty() ? Map.of() : Map.of("filter", each.filter());
    ScimReply reply =
        endpoint.answer(
            new ScimRequest("GET", "http://x/scim/v2", each.path(), query, Map.of(), "", "test"));
    statements.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
    assertEquals(200, reply.status(), reply.body());
    return plans;
  }

  @SuppressWarnings("removal") // nothing else hands on the values of a statement that was run
  private static String plan(Jdbi jdbi, StatementContext context) {
    String sql = context.getRenderedSql();
    try (Handle handle = jdbi.open()) {
      handle.getConfig(SqlStatements.class).setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
      String product = handle.getConnection().getMetaData().getDatabaseProductName();
      boolean sqlite = product.equals("SQLite");
      Query query = handle.createQuery((sqlite ? "explain query plan " : "explain ") + sql);
      for (String name : context.getParsedSql().getParameters().getParameterNames()) {
        Argument value = context.getBinding().findForName(name, context).orElseThrow();
        query.bind(name, value);
      }
      return String.join(
          "\n", query.map((rows, row) -> rows.getString(sqlite ? "detail" : "QUERY PLAN")).list());
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
