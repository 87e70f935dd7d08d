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
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can be known of a workspace before anything runs. */
public final class WorkspaceCheck {
  private final Workspace workspace;
  private final Findings findings;

  private WorkspaceCheck(Workspace workspace) {
    this.workspace = workspace;
    this.findings = workspace.findings();
  }

  /**
   * What a check found.
   *
   * @param apps how many apps were looked at
   * @param findings by file and place
   */
  public record Result(int apps, List<Finding> findings) {
    /** Copies the list. */
    public Result {
      findings = List.copyOf(findings);
    }

    /** How many of the findings are errors. */
    public long errors() {
      return findings.stream().filter(Finding::isError).count();
    }
  }

  /**
   * Checks a workspace: schemas, both tables, match rules, username formats, and who collides with
   * whom. An error in one file does not keep the others from being checked.
   *
   * @param app only this app and what belongs to none; null for all
   * @throws InputErrors if there is no such workspace or app
   */
  public static Result of(Path path, @Nullable String app) {
    Workspace workspace = Workspace.readAll(path);
    if (app != null && !workspace.apps().contains(app)) {
      throw InputErrors.of(
          workspace.folder().shown("apps"),
          "there is no app `" + app + "`",
          "the apps are " + workspace.apps());
    }
    List<String> apps = app == null ? workspace.apps() : List.of(app);
    WorkspaceCheck check = new WorkspaceCheck(workspace);
    for (String each : apps) {
      check.app(workspace.files(each));
    }
    UsernameCollisions.note(workspace, apps);
    workspace.warnOfIdlePriorities();
    return new Result(apps.size(), check.about(app));
  }

  /** Every finding but those about files of another app. */
  private List<Finding> about(@Nullable String app) {
    return findings.all().stream()
        .filter(
            finding ->
                app == null
                    || workspace.apps().stream()
                        .filter(other -> !other.equals(app))
                        .noneMatch(other -> finding.file().startsWith(shown(other, ""))))
        .distinct()
        .sorted(
            Comparator.comparing(Finding::file, Bytes.ORDER)
                .thenComparing(finding -> finding.problem().place()))
        .toList();
  }

  private String shown(String app, String file) {
    String shown = workspace.folder().shown(AppFiles.path(app, file));
    return file.isEmpty() ? shown + "/" : shown;
  }

  private void app(AppFiles app) {
    ImportConfiguration.check(workspace, app);
    if (app.mapping() != null) {
      tables(app, shown(app.name(), "mapping.json"), app.mapping());
    }
  }

  private void tables(AppFiles app, String file, JsonDocument json) {
    MappingDocument document = MappingDocument.read(json);
    note(file, document.problems());
    for (Direction direction : List.of(Direction.TO_OKTA, Direction.TO_APP)) {
      MappingTable table = table(document, direction);
      ExpressionScope scope = workspace.scope(app.name(), direction);
      note(file, document.locate(direction, MappingProgram.compile(table, scope).issues()));
      whole(app, file, document, direction);
    }
  }

  private static MappingTable table(MappingDocument document, Direction direction) {
    return direction == Direction.TO_OKTA ? document.toOkta() : document.toApp();
  }

  private void whole(AppFiles app, String file, MappingDocument document, Direction direction) {
    MappingTable table = table(document, direction);
    ProfileSchema target = direction == Direction.TO_OKTA ? workspace.userSchema() : app.schema();
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
