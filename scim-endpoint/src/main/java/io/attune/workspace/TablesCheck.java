package io.attune.workspace;

import io.attune.expression.Direction;
import io.attune.expression.EvaluationRun;
import io.attune.expression.Issue.Severity;
import io.attune.expression.RelatedUsers;
import io.attune.json.JsonDocument;
import io.attune.json.JsonValue;
import io.attune.json.MappingDocument;
import io.attune.json.Place;
import io.attune.json.Problem;
import io.attune.json.SchemaDocument;
import io.attune.mapping.DeadMappings;
import io.attune.mapping.MappingCompilation;
import io.attune.mapping.MappingIssue;
import io.attune.mapping.MappingProgram;
import io.attune.mapping.MappingTable;
import io.attune.mapping.PushStatus;
import io.attune.mapping.SchemaCheck;
import io.attune.mapping.TableCheck;
import io.attune.mapping.laws.MappingLoop;
import io.attune.mapping.laws.MappingLoop.Verdict;
import io.attune.mapping.laws.MappingLoops;
import io.attune.plan.toapp.GroupAssignment;
import io.attune.profile.ProfileSchema;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a check says of the two mapping tables of one app, each by itself and both together. */
final class TablesCheck {
  /** Any seed does; a fixed one makes a check say the same each time. */
  private static final long SEED = 1;

  private final Workspace workspace;
  private final AppFiles app;
  private final String file;
  private final MappingDocument document;

  private TablesCheck(Workspace workspace, AppFiles app, JsonDocument json) {
    this.workspace = workspace;
    this.app = app;
    this.file = workspace.folder().shown(AppFiles.path(app.name(), "mapping.json"));
    this.document = MappingDocument.read(json);
  }

  /** Notes what is wrong with an app's tables and returns the loops between them. */
  static List<MappingLoop> note(Workspace workspace, AppFiles app) {
    JsonDocument json = app.mapping();
    return new TablesCheck(workspace, app, json == null ? JsonDocument.read("{}") : json).note();
  }

  private List<MappingLoop> note() {
    add(document.problems());
    MappingProgram toOkta = compiled(Direction.TO_OKTA);
    MappingProgram toApp = compiled(Direction.TO_APP);
    schema();
    unusedToApp();
    if (toApp != null) {
      groupValues(toApp);
    }
    if (toOkta == null || toApp == null || !workspace.isSource(app.name())) {
      return List.of();
    }
    EvaluationRun run =
        new EvaluationRun(app.properties(), workspace.org().properties(), null, RelatedUsers.NONE);
    List<MappingLoop> loops = MappingLoops.find(toOkta, toApp, run, SEED);
    loops.forEach(this::loop);
    return loops;
  }

  private @Nullable MappingProgram compiled(Direction direction) {
    MappingTable table = table(direction);
    MappingCompilation compilation =
        MappingProgram.compile(table, workspace.scope(app.name(), direction));
    add(document.locate(direction, compilation.issues()));
    MappingProgram program = compilation.program();
    if (program != null) {
      add(document.locate(direction, DeadMappings.of(program, names())));
    }
    if (!table.mappings().isEmpty()) {
      ProfileSchema target = direction == Direction.TO_OKTA ? workspace.userSchema() : app.schema();
      boolean hasFormat = app.features().usernameExpression() != null;
      boolean isSource = workspace.isSource(app.name());
      add(document.locate(direction, TableCheck.of(table, direction, target, isSource, hasFormat)));
    }
    return program;
  }

  private MappingTable table(Direction direction) {
    return direction == Direction.TO_OKTA ? document.toOkta() : document.toApp();
  }

  /** What priorities of attribute sources may call the app. */
  private Set<String> names() {
    Set<String> names = new TreeSet<>(Set.of(app.name()));
    if (app.properties().get("id") instanceof String id) {
      names.add(id);
    }
    return names;
  }

  private void schema() {
    String relative = AppFiles.path(app.name(), "schema.json");
    if (!workspace.folder().has(relative)) {
      return;
    }
    JsonValue root = JsonDocument.read(workspace.folder().bytes(relative)).root();
    SchemaDocument places = SchemaDocument.readApp(root);
    for (MappingIssue issue : SchemaCheck.of(app.schema(), document.toApp())) {
      workspace
          .findings()
          .add(
              workspace.folder().shown(relative),
              problem(
                  places.place(issue.target()),
                  issue.isError(),
                  issue.code(),
                  issue.message(),
                  issue.hint()));
    }
  }

  /** Source: okta-behaviour 10.5. */
  private void groupValues(MappingProgram toApp) {
    for (GroupAssignment group : AppAssignments.groupsOf(workspace, app.name())) {
      for (int slot = 0; slot < toApp.target().size(); slot++) {
        boolean pushed =
            toApp.maps(slot)
                && TableCheck.effective(Direction.TO_APP, false, toApp.pushStatus(slot))
                    == PushStatus.PUSH;
        if (pushed && group.profile().value(slot) != null) {
          String name = toApp.target().attribute(slot).name();
          add(
              List.of(
                  problem(
                      document.place(Direction.TO_APP, name),
                      false,
                      "GROUP_VALUE_IGNORED",
                      "`"
                          + name
                          + "` has a mapping that writes on update, so the value of the group `"
                          + group.groupId()
                          + "` is ignored",
                      "let the mapping write on create only, or remove one of them")));
        }
      }
    }
  }

  private void unusedToApp() {
    boolean pushes = app.features().createsUsers() || app.features().updatesUsers();
    if (!pushes && !document.toApp().mappings().isEmpty()) {
      String first = document.toApp().mappings().get(0).target();
      add(
          List.of(
              problem(
                  document.place(Direction.TO_APP, first),
                  false,
                  "UNUSED_MAPPINGS",
                  "nothing is sent to the app, so its To App mappings only fill app users here",
                  "enable Create Users or Update User Attributes in `features.json`")));
    }
  }

  private void loop(MappingLoop loop) {
    if (loop.verdict() == Verdict.SETTLES) {
      return;
    }
    Place place =
        document.place(
            Direction.TO_OKTA, loop.userAttributes().isEmpty() ? "" : loop.userAttributes().get(0));
    boolean oscillates = loop.verdict() == Verdict.OSCILLATES;
    String message =
        oscillates
            ? loop.names() + " never come to rest: " + loop.orbitInWords()
            : loop.names()
                + " are written from one another; they came to rest for "
                + loop.tried()
                + " made-up profiles";
    add(
        List.of(
            problem(
                place,
                oscillates && app.features().updatesUsers(),
                oscillates ? "LOOP_OSCILLATES" : "LOOP_UNKNOWN",
                message,
                "let one of the two directions write on create only, or not at all")));
  }

  private static Problem problem(
      Place place, boolean isError, String code, String message, String hint) {
    return new Problem(
        place, isError ? Severity.ERROR : Severity.WARNING, code, message, hint, List.of());
  }

  private void add(List<Problem> problems) {
    problems.forEach(problem -> workspace.findings().add(file, problem));
  }
}
