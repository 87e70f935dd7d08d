package io.attune.plan.reference;

import io.attune.plan.AppUserStatus;
import io.attune.plan.Outcome;
import io.attune.plan.PlannedMatch;
import io.attune.plan.PlannedMatch.Kind;
import io.attune.sourcing.UserStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An org before an import. A profile is a map without nulls: what is absent is not there.
 *
 * @param userSchema the attributes of Okta users, in order
 * @param appSchema the attributes of app users, all of them texts, in order
 * @param people by id
 * @param apps the rows of each app, by user id
 * @param waiting what waits in the importing app, by externalId
 * @param groups the groups that the importing app brought, by their key there
 */
public record World(
    List<Attribute> userSchema,
    List<String> appSchema,
    SortedMap<String, Person> people,
    SortedMap<String, SortedMap<String, Row>> apps,
    SortedMap<String, Waiting> waiting,
    SortedMap<String, Group> groups) {

  /** Somebody. */
  public record Person(UserStatus status, long created, Map<String, Object> profile) {}

  /** A row of an app's users; a link if it has an externalId. */
  public record Row(
      @Nullable String externalId, AppUserStatus status, Map<String, Object> profile) {
    boolean isActiveLink() {
      return externalId != null
          && (status == AppUserStatus.ACTIVE || status == AppUserStatus.PROVISIONED);
    }
  }

  /** A group of the importing app; its members are ids of people. */
  public record Group(
      String id, @Nullable String name, @Nullable String description, Set<String> members) {}

  /**
   * A record that waits: what the last import said of it, and what a person chose.
   *
   * @param userId whom the choice names, or null
   */
  public record Waiting(
      Outcome outcome,
      @Nullable PlannedMatch match,
      @Nullable Choice choice,
      @Nullable String userId) {

    /** Whom the last import matched exactly, or null. */
    @Nullable String exactUser() {
      return match != null && match.kind() == Kind.EXACT && match.candidates().size() == 1
          ? match.candidates().get(0)
          : null;
    }
  }

  /** What a person can choose. */
  public enum Choice {
    EXACT,
    NEW,
    USER,
    IGNORE,
    NOT_USER
  }

  /** Nobody yet. */
  public World(List<Attribute> userSchema, List<String> appSchema) {
    this(userSchema, appSchema, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  /** The rows of an app. */
  public SortedMap<String, Row> rows(String app) {
    return apps.computeIfAbsent(app, name -> new TreeMap<>());
  }

  /** The person of the link with this key, or null. */
  @Nullable String linkedTo(String app, String externalId) {
    for (Map.Entry<String, Row> row : rows(app).entrySet()) {
      if (externalId.equals(row.getValue().externalId())) {
        return row.getKey();
      }
    }
    return null;
  }

  int activeLinks(String app) {
    int count = 0;
    for (Row row : rows(app).values()) {
      count += row.isActiveLink() ? 1 : 0;
    }
    return count;
  }
}
