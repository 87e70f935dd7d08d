package io.attune.workspace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.attune.expression.EvaluationInput;
import io.attune.expression.EvaluationRun;
import io.attune.expression.Group;
import io.attune.expression.UserRecord;
import io.attune.json.ProblemCode;
import io.attune.json.ProfileReader;
import io.attune.plan.AppUsers;
import io.attune.plan.DirectorySnapshot;
import io.attune.plan.toapp.GroupAssignment;
import io.attune.plan.toapp.StoredAppUser;
import io.attune.profile.Profile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How people come to an app: the groups that are assigned to it, who is in them, and what was set
 * for a person alone. Source: formats, Workspace; okta-behaviour 10.
 */
public final class AppAssignments {
  private final Workspace workspace;
  private final String app;
  private final DirectorySnapshot directory;
  private final Map<String, GroupAssignment> assignments = new TreeMap<>();
  private final Map<String, List<Group>> groups = new HashMap<>();
  private final Map<String, Row> rows = new HashMap<>();

  /** What a row of app-users.jsonl says of how its values came about. */
  private record Row(boolean byGroup, SortedSet<String> individual) {}

  private AppAssignments(Workspace workspace, String app, DirectorySnapshot directory) {
    this.workspace = workspace;
    this.app = app;
    this.directory = directory;
  }

  /**
   * Reads {@code groups.jsonl}, {@code app-groups.jsonl}, and of {@code app-users.jsonl} what a
   * snapshot does not hold.
   *
   * @throws InputErrors with everything that is wrong
   */
  public static AppAssignments read(Workspace workspace, String app, DirectorySnapshot directory) {
    AppAssignments read = new AppAssignments(workspace, app, directory);
    read.readAppGroups();
    LineReader all = read.lines("groups.jsonl");
    all.forEach(parser -> read.group(parser, all));
    LineReader appUsers = read.lines(AppFiles.path(app, "app-users.jsonl"));
    appUsers.forEach(read::appUser);
    workspace.findings().throwIfErrors();
    return read;
  }

  /** Every group that is assigned to an app, by id; what cannot be read is among the findings. */
  static List<GroupAssignment> groupsOf(Workspace workspace, String app) {
    AppAssignments read =
        new AppAssignments(workspace, app, new DirectorySnapshot(workspace.userSchema()));
    read.readAppGroups();
    return List.copyOf(read.assignments.values());
  }

  private void readAppGroups() {
    ProfileReader profiles = new ProfileReader(workspace.appSchema(app));
    LineReader appGroups = lines(AppFiles.path(app, "app-groups.jsonl"));
    appGroups.forEach(parser -> appGroup(parser, appGroups, profiles));
  }

  private LineReader lines(String file) {
    return new LineReader(workspace.folder(), file, workspace.findings());
  }

  private void appGroup(JsonParser parser, LineReader lines, ProfileReader profiles)
      throws IOException {
    String id = null;
    Integer priority = null;
    long created = 0;
    Profile profile = Profile.empty(profiles.schema());
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "id" -> id = DirectoryFiles.text(parser, lines, name);
        case "priority" -> priority = priority(parser, lines);
        case "created" -> created = DirectoryFiles.millis(parser, lines);
        case "profile" -> profile = DirectoryFiles.profile(parser, lines, profiles);
        default -> parser.skipChildren();
      }
    }
    if (id == null || id.isBlank()) {
      lines.error(ProblemCode.MISSING_KEY, "the group assignment has no `id`");
    } else if (assignments.containsKey(id)) {
      lines.error(ProblemCode.DUPLICATE_KEY, "the group `" + id + "` is assigned twice");
    } else {
      assignments.put(id, new GroupAssignment(id, priority, created, profile));
    }
  }

  private static @Nullable Integer priority(JsonParser parser, LineReader lines)
      throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    boolean whole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
    int priority = whole && parser.getText().length() <= 3 ? parser.getIntValue() : -1;
    if (priority < 0 || priority > 100) {
      lines.error(parser, ProblemCode.WRONG_TYPE, "`priority` must be a number from 0 to 100");
      parser.skipChildren();
    }
    return priority;
  }

  private void group(JsonParser parser, LineReader lines) throws IOException {
    String id = null;
    String type = null;
    String[] nameAndDescription = new String[2];
    List<String> members = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "id" -> id = DirectoryFiles.text(parser, lines, name);
        case "type" -> type = DirectoryFiles.text(parser, lines, name);
        case "profile" -> groupProfile(parser, lines, nameAndDescription);
        case "members" -> members.addAll(texts(parser));
        default -> parser.skipChildren();
      }
    }
    if (id == null || id.isBlank()) {
      lines.error(ProblemCode.MISSING_KEY, "the group has no `id`");
      return;
    }
    String name = nameAndDescription[0] == null ? "" : nameAndDescription[0];
    Group group = new Group(id, name, type, null, nameAndDescription[1], null, null, null);
    members.forEach(user -> groups.computeIfAbsent(user, each -> new ArrayList<>()).add(group));
  }

  private static void groupProfile(JsonParser parser, LineReader lines, String[] found)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      String text =
          name.equals("name") || name.equals("description")
              ? DirectoryFiles.text(parser, lines, name)
              : null;
      if (text == null) {
        parser.skipChildren();
      } else {
        found[name.equals("name") ? 0 : 1] = text;
      }
    }
  }

  private static List<String> texts(JsonParser parser) throws IOException {
    List<String> texts = new ArrayList<>();
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return texts;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        texts.add(parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    return texts;
  }

  /** Keeps only rows that differ from what most are: assigned by a person, nothing individual. */
  private void appUser(JsonParser parser) throws IOException {
    String id = null;
    boolean byGroup = false;
    SortedSet<String> individual = new TreeSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      boolean text = parser.currentToken() == JsonToken.VALUE_STRING;
      if (name.equals("id") && text) {
        id = parser.getText();
      } else if (name.equals("scope") && text) {
        byGroup = parser.getText().equals("GROUP");
      } else if (name.equals("individual")) {
        individual.addAll(texts(parser));
      } else {
        parser.skipChildren();
      }
    }
    if (id != null && (byGroup || !individual.isEmpty())) {
      rows.put(id, new Row(byGroup, individual));
    }
  }

  /** The assigned groups of a person, the first to decide first. */
  public List<GroupAssignment> assignments(int person) {
    if (assignments.isEmpty()) {
      return List.of();
    }
    List<GroupAssignment> found = new ArrayList<>();
    for (Group group : groups.getOrDefault(directory.id(person), List.of())) {
      GroupAssignment assignment = assignments.get(group.id());
      if (assignment != null) {
        found.add(assignment);
      }
    }
    found.sort(GroupAssignment.ORDER);
    return found;
  }

  /** The app user of a person with this profile, as it is stored; null if there is none. */
  public @Nullable StoredAppUser stored(int person) {
    AppUsers appUsers = directory.appUsers(app);
    int row = appUsers.rowOfUser(person);
    if (row < 0) {
      return null;
    }
    Row said = rows.get(directory.id(person));
    return said == null
        ? new StoredAppUser(appUsers.profile(row), false, new TreeSet<>())
        : new StoredAppUser(appUsers.profile(row), said.byGroup(), said.individual());
  }

  /** What expressions of To App read of a person who has this Okta profile. */
  public EvaluationInput input(EvaluationRun run, int person, Profile user) {
    String id = directory.id(person);
    UserRecord record =
        new UserRecord(user, id, directory.status(person).name(), null, null, null, null);
    List<String> others = new ArrayList<>(workspace.apps());
    others.remove(app);
    AppUsers own = directory.appUsers(app);
    int row = own.rowOfUser(person);
    return EvaluationInput.ofUser(run, record)
        .withAppUser(row < 0 ? null : own.profile(row))
        .withGroups(groups.getOrDefault(id, List.of()))
        .withOtherApps(
            index -> {
              AppUsers other = directory.appUsers(others.get(index));
              int otherRow = other.rowOfUser(person);
              return otherRow < 0 ? null : other.profile(otherRow);
            });
  }
}
