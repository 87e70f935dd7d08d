package io.attune.plan;

import io.attune.expression.ExpressionScope;
import io.attune.mapping.AttributeMapping;
import io.attune.mapping.MappingProgram;
import io.attune.mapping.MappingTable;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.AttributeMaster;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import io.attune.profile.UserSchema;
import io.attune.sourcing.UserStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An org small enough to read: people, their app users, and what waits in {@code hr}. It can be
 * turned into a snapshot, and a plan can be applied to it, in the shortest obvious way.
 */
final class SmallOrg {
  static final String HR = "hr";
  static final Sha256 NO_HASH = Sha256.of(new byte[0]);
  static final ProfileSchema USER = UserSchema.base();
  static final ProfileSchema APP =
      ProfileSchema.of(
          text("userName"),
          text("email"),
          text("firstName"),
          text("lastName"),
          text("title"),
          text("number"));

  /** Every app attribute that a user has, mapped as it is; number to employeeNumber. */
  static final MappingProgram TO_OKTA =
      program(
          AttributeMapping.of("email", "appuser.email"),
          AttributeMapping.of("firstName", "appuser.firstName"),
          AttributeMapping.of("lastName", "appuser.lastName"),
          AttributeMapping.of("title", "appuser.title"),
          AttributeMapping.of("employeeNumber", "appuser.number"));

  /** A person. */
  record Person(UserStatus status, Profile profile) {}

  /** A row of one app. */
  record Row(@Nullable String externalId, AppUserStatus status, Profile profile) {}

  final Map<String, Person> people = new TreeMap<>();
  final Map<String, Map<String, Row>> apps = new TreeMap<>();
  final Map<String, PendingRecord> pending = new TreeMap<>();

  /** The app groups of {@code hr}, by key. */
  final Map<String, AppGroup> groups = new TreeMap<>();

  /** The schema of the people: {@link #USER}, but for who masters what. */
  ProfileSchema userSchema = USER;

  SmallOrg() {
    apps.put(HR, new TreeMap<>());
  }

  static AttributeDefinition text(String name) {
    return AttributeDefinition.of(name, AttributeKind.STRING);
  }

  static MappingProgram program(AttributeMapping... mappings) {
    return program(HR, mappings);
  }

  /** The table of an app whose app users are over {@link #APP}. */
  static MappingProgram program(String app, AttributeMapping... mappings) {
    var scope = ExpressionScope.toOkta(USER, app, APP);
    return Objects.requireNonNull(
        MappingProgram.compile(new MappingTable(List.of(mappings)), scope).program());
  }

  /** A profile of names and values in turn. */
  static Profile profile(ProfileSchema schema, @Nullable String... namesAndValues) {
    Profile profile = Profile.empty(schema);
    for (int index = 0; index < namesAndValues.length; index += 2) {
      profile =
          profile.with(Objects.requireNonNull(namesAndValues[index]), namesAndValues[index + 1]);
    }
    return profile;
  }

  /** The rows of an app, by user id. */
  Map<String, Row> rows(String app) {
    return apps.computeIfAbsent(app, name -> new TreeMap<>());
  }

  /** A person whose login is the e-mail. */
  SmallOrg person(String id, UserStatus status, String email, String first, String last) {
    Profile profile =
        profile(
            USER,
            "login",
            email,
            "email",
            email,
            "firstName",
            first,
            "lastName",
            last,
            "locale",
            "en_US");
    people.put(id, new Person(status, profile));
    return this;
  }

  /** A link of a person in an app; the row says what the person's profile says. */
  SmallOrg link(String app, String id, String externalId, AppUserStatus status) {
    Profile user = Objects.requireNonNull(people.get(id)).profile();
    Profile row =
        profile(
            APP,
            "userName",
            (String) user.value("login"),
            "email",
            (String) user.value("email"),
            "firstName",
            (String) user.value("firstName"),
            "lastName",
            (String) user.value("lastName"));
    rows(app).put(id, new Row(externalId, status, row));
    return this;
  }

  /** Gives an attribute another master. */
  SmallOrg mastered(String attribute, AttributeMaster master) {
    userSchema =
        ProfileSchema.of(
            userSchema.attributes().stream()
                .map(each -> each.name().equals(attribute) ? each.withMaster(master) : each)
                .toList());
    return this;
  }

  DirectorySnapshot snapshot() {
    DirectorySnapshot snapshot = new DirectorySnapshot(userSchema);
    people.forEach(
        (id, person) ->
            snapshot.addUser(
                id, person.status(), 0, Profile.ofOwned(userSchema, person.profile().toArray())));
    apps.forEach(
        (app, rows) -> {
          AppUsers users = snapshot.addApp(app, APP);
          rows.forEach(
              (id, row) ->
                  users.add(snapshot.find(id), row.externalId(), row.status(), row.profile()));
        });
    pending.values().forEach(snapshot::addPending);
    groups.values().forEach(snapshot::addGroup);
    return snapshot;
  }

  /** An active record. */
  static AppRecord record(String externalId, String email, String first, String last) {
    return record(
        externalId,
        true,
        profile(APP, "userName", email, "email", email, "firstName", first, "lastName", last));
  }

  static AppRecord record(String externalId, boolean active, Profile profile) {
    List<String> values = new ArrayList<>();
    for (int slot = 0; slot < APP.size(); slot++) {
      values.add(String.valueOf(profile.value(slot)));
    }
    byte[] raw = (externalId + active + values).getBytes(StandardCharsets.UTF_8);
    return new AppRecord(externalId, active, profile, Sha256.of(raw));
  }

  static RecordBatch batch(FeedEnd end, List<? extends ImportRecord> records) {
    return each -> {
      records.forEach(each);
      return end;
    };
  }

  static ImportRun run() {
    return new ImportRun(
        HR, ImportMode.FULL, Instant.parse("2026-01-05T08:00:00Z"), NO_HASH, NO_HASH);
  }

  /** Does to this org what the plan says, as formats, Apply, has it. */
  SmallOrg applied(ImportPlan plan) {
    SmallOrg after = new SmallOrg();
    after.people.putAll(people);
    apps.forEach((app, rows) -> after.apps.put(app, new TreeMap<>(rows)));
    after.pending.putAll(pending);
    after.userSchema = userSchema;
    after.groups.putAll(groups);
    plan.forEachLine(after::apply);
    plan.groups().forEach(after::apply);
    return after;
  }

  /** A choice of the exact match keeps whom it meant. */
  private static PendingRecord.@Nullable Choice kept(PendingRecord before) {
    PendingRecord.Choice choice = before.choice();
    boolean open =
        choice != null && choice.kind() == PendingRecord.Kind.EXACT && choice.userId() == null;
    return open ? new PendingRecord.Choice(PendingRecord.Kind.EXACT, before.exactUser()) : choice;
  }

  private void apply(PlannedGroup line) {
    String key = String.valueOf(line.externalId());
    switch (line.outcome()) {
      case REMOVED -> groups.remove(key);
      case CREATE, UPDATE -> {
        AppGroup before =
            groups.getOrDefault(key, new AppGroup("00g-" + key, key, null, null, new TreeSet<>()));
        String name = before.name();
        for (PlannedGroup.Value value : line.changes()) {
          name = value.attribute().equals("name") ? value.to() : name;
        }
        TreeSet<String> members = new TreeSet<>(before.members());
        line.removed().forEach(members::remove);
        line.added()
            .forEach(
                each ->
                    members.add(
                        each.userId() == null ? "new-" + each.externalId() : each.userId()));
        groups.put(key, new AppGroup(before.id(), key, name, null, members));
      }
      default -> {}
    }
  }

  private void apply(PlannedChange line) {
    Map<String, Row> rows = rows(HR);
    String externalId = line.externalId();
    if (externalId == null) {
      return;
    }
    boolean creates = line.outcome() == Outcome.CREATE;
    String id = creates ? "new-" + externalId : line.userId();
    if (line.outcome().isPending()) {
      PendingRecord before = pending.get(externalId);
      pending.put(
          externalId,
          new PendingRecord(
              externalId, line.outcome(), line.match(), before == null ? null : kept(before)));
      return;
    }
    if (line.outcome() != Outcome.IGNORED && line.outcome() != Outcome.ERROR) {
      pending.remove(externalId);
    }
    if (id == null || line.outcome() == Outcome.ERROR) {
      return;
    }
    Person before = people.getOrDefault(id, new Person(UserStatus.STAGED, Profile.empty(USER)));
    Map<String, @Nullable Object> user = new LinkedHashMap<>();
    Map<String, @Nullable Object> appUser = new LinkedHashMap<>();
    for (PlannedChange.PlannedValue value : line.changes()) {
      (value.on() == PlannedChange.Target.USER ? user : appUser).put(value.attribute(), value.to());
    }
    UserStatus status = line.status() == null ? before.status() : line.status().to();
    people.put(id, new Person(status, changed(before.profile(), user)));
    if (status == UserStatus.DEPROVISIONED && status != before.status()) {
      apps.forEach((app, others) -> deprovision(app, others, id));
    }
    Row row = rows.get(id);
    boolean links = creates || line.outcome() == Outcome.LINK;
    if (row == null || links) {
      Profile profile = row == null ? Profile.empty(APP) : row.profile();
      if (links) {
        rows.put(id, new Row(externalId, AppUserStatus.ACTIVE, changed(profile, appUser)));
      }
      return;
    }
    AppUserStatus rowStatus = line.link() == null ? row.status() : line.link().to();
    rows.put(id, new Row(row.externalId(), rowStatus, changed(row.profile(), appUser)));
  }

  private static void deprovision(String app, Map<String, Row> rows, String id) {
    Row row = rows.get(id);
    if (!app.equals(HR) && row != null && row.status().isActive()) {
      rows.put(id, new Row(row.externalId(), AppUserStatus.DEPROVISIONED, row.profile()));
    }
  }

  private static Profile changed(Profile profile, Map<String, @Nullable Object> values) {
    Profile changed = profile;
    for (var value : values.entrySet()) {
      changed = changed.with(value.getKey(), value.getValue());
    }
    return changed;
  }
}
