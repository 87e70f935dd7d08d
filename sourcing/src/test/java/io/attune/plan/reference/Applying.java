package io.attune.plan.reference;

import io.attune.plan.AppUserStatus;
import io.attune.plan.Outcome;
import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedChange.PlannedValue;
import io.attune.plan.PlannedChange.Target;
import io.attune.plan.reference.World.Choice;
import io.attune.plan.reference.World.Person;
import io.attune.plan.reference.World.Row;
import io.attune.plan.reference.World.Waiting;
import io.attune.sourcing.UserStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Does what the lines of a plan say, and nothing else. Source: formats, Apply. */
public record Applying(World after, String app) {

  /** The world as a plan leaves it. */
  public static World applied(World before, String app, List<PlannedChange> lines) {
    World after = new World(before.userSchema(), before.appSchema());
    after.people().putAll(before.people());
    after.waiting().putAll(before.waiting());
    after.groups().putAll(before.groups());
    before.apps().forEach((name, rows) -> after.apps().put(name, new TreeMap<>(rows)));
    lines.forEach(new Applying(after, app)::apply);
    return after;
  }

  private void apply(PlannedChange line) {
    String key = line.externalId();
    if (key == null || line.outcome() == Outcome.ERROR || line.outcome() == Outcome.IGNORED) {
      return;
    }
    if (line.outcome().isPending()) {
      Waiting before = after.waiting().get(key);
      Choice choice = before == null ? null : before.choice();
      String meant = before == null ? null : before.userId();
      if (before != null && choice == Choice.EXACT && meant == null) {
        // The match is replaced, and what a person confirmed is not.
        meant = before.exactUser();
      }
      after.waiting().put(key, new Waiting(line.outcome(), line.match(), choice, meant));
      return;
    }
    after.waiting().remove(key);
    String person = line.outcome() == Outcome.CREATE ? "new-" + key : line.userId();
    if (person == null) {
      return;
    }
    writePerson(person, line);
    writeRow(person, key, line);
  }

  private void writePerson(String id, PlannedChange line) {
    Person before = after.people().get(id);
    UserStatus status = line.status() != null ? line.status().to() : statusOf(before);
    Map<String, Object> profile =
        changed(before == null ? Map.of() : before.profile(), line, Target.USER);
    long created = before == null ? Long.MAX_VALUE : before.created();
    after.people().put(id, new Person(status, created, profile));
    boolean deactivated = line.status() != null && status == UserStatus.DEPROVISIONED;
    if (deactivated) {
      for (String other : after.apps().keySet()) {
        Row row = after.rows(other).get(id);
        if (!other.equals(app) && row != null) {
          Row gone = new Row(row.externalId(), AppUserStatus.DEPROVISIONED, row.profile());
          after.rows(other).put(id, gone);
        }
      }
    }
  }

  private static UserStatus statusOf(@Nullable Person person) {
    return person == null ? UserStatus.STAGED : person.status();
  }

  private void writeRow(String person, String key, PlannedChange line) {
    Row row = after.rows(app).get(person);
    boolean links = line.outcome() == Outcome.CREATE || line.outcome() == Outcome.LINK;
    if (links) {
      Map<String, Object> before = row == null ? Map.of() : row.profile();
      Map<String, Object> profile = changed(before, line, Target.APP_USER);
      after.rows(app).put(person, new Row(key, AppUserStatus.ACTIVE, profile));
    } else if (row != null) {
      AppUserStatus status = line.link() == null ? row.status() : line.link().to();
      Map<String, Object> profile = changed(row.profile(), line, Target.APP_USER);
      after.rows(app).put(person, new Row(row.externalId(), status, profile));
    }
  }

  private static Map<String, Object> changed(
      Map<String, Object> before, PlannedChange line, Target target) {
    Map<String, Object> after = new TreeMap<>(before);
    for (PlannedValue each : line.changes()) {
      if (each.on() == target) {
        if (each.to() == null) {
          after.remove(each.attribute());
        } else {
          after.put(each.attribute(), each.to());
        }
      }
    }
    return after;
  }
}
