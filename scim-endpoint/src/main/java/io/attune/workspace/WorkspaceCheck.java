package io.attune.workspace;

import io.attune.expression.Direction;
import io.attune.expression.ExpressionScope;
import io.attune.json.JsonDocument;
import io.attune.json.MappingDocument;
import io.attune.json.Problem;
import io.attune.mapping.MappingProgram;
import io.attune.mapping.MappingTable;
import io.attune.mapping.TableCheck;
import io.attune.profile.ProfileSchema;
import java.util.List;

/** Everything that can be known of a workspace's configuration before anything runs. */
public final class WorkspaceCheck {
  private final Workspace workspace;
  private final Findings findings;

  private WorkspaceCheck(Workspace workspace) {
    this.workspace = workspace;
    this.findings = workspace.findings();
  }

  /**
   * Checks some apps: both directions, match rules and username formats.
   *
   * @param apps names of apps of the workspace
   * @return the warnings, as they are printed
   * @throws InputErrors with everything that is wrong, warnings included
   */
  public static List<String> of(Workspace workspace, List<String> apps) {
    WorkspaceCheck check = new WorkspaceCheck(workspace);
    for (String app : apps) {
      check.app(workspace.files(app));
    }
    check.findings.throwIfErrors();
    return check.findings.rendered();
  }

  private void app(AppFiles app) {
    ImportConfiguration.check(workspace, app);
    if (app.mapping() != null) {
      String file = workspace.folder().shown(AppFiles.path(app.name(), "mapping.json"));
      tables(app, file, app.mapping());
    }
  }

  private void tables(AppFiles app, String file, JsonDocument json) {
    MappingDocument document = MappingDocument.read(json);
    note(file, document.problems(Direction.TO_APP));
    ExpressionScope scope = ExpressionScope.toApp(workspace.userSchema(), app.name(), app.schema());
    for (String other : workspace.apps()) {
      if (!other.equals(app.name())) {
        scope = scope.withApp(other, workspace.appSchema(other));
      }
    }
    note(
        file,
        document.locate(
            Direction.TO_APP, MappingProgram.compile(document.toApp(), scope).issues()));
    whole(app, file, document, Direction.TO_OKTA);
    whole(app, file, document, Direction.TO_APP);
  }

  private void whole(AppFiles app, String file, MappingDocument document, Direction direction) {
    boolean toOkta = direction == Direction.TO_OKTA;
    MappingTable table = toOkta ? document.toOkta() : document.toApp();
    ProfileSchema target = toOkta ? workspace.userSchema() : app.schema();
    boolean hasFormat = app.features().usernameExpression() != null;
    if (!table.mappings().isEmpty()) {
      note(
          file,
          document.locate(
              direction,
              TableCheck.of(table, direction, target, workspace.isSource(app.name()), hasFormat)));
    }
  }

  private void note(String file, List<Problem> problems) {
    problems.forEach(problem -> findings.add(file, problem));
  }
}
