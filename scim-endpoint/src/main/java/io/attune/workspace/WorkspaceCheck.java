package io.attune.workspace;

import io.attune.mapping.laws.MappingLoop;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
   * @param loops by app, of sources whose tables could be compiled, those that settle among them
   */
  public record Result(
      int apps, List<Finding> findings, SortedMap<String, List<MappingLoop>> loops) {
    /** Copies the collections. */
    public Result {
      findings = List.copyOf(findings);
      loops = Collections.unmodifiableSortedMap(new TreeMap<>(loops));
    }

    /** Of a workspace that could not be read. */
    public static Result unusable(List<Finding> findings) {
      return new Result(0, findings, Collections.emptySortedMap());
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
    SortedMap<String, List<MappingLoop>> loops = new TreeMap<>();
    for (String each : apps) {
      AppFiles files = workspace.files(each);
      ImportConfiguration.check(workspace, files);
      ToAppConfiguration.check(workspace, files);
      IdleMatchRule.note(workspace, files);
      loops.put(each, TablesCheck.note(workspace, files));
    }
    UsernameCollisions.note(workspace, apps);
    // The rank of the only source says nothing.
    if (workspace.sources().size() > 1) {
      workspace.warnOfUnrankedSources();
    }
    workspace.warnOfIdleSources();
    workspace.warnOfIdlePriorities();
    return new Result(apps.size(), new WorkspaceCheck(workspace).about(app), loops);
  }

  /** Checks the configuration alone, of all apps: not who is in the directory. */
  static List<Finding> configuration(Folder folder) {
    Workspace workspace = Workspace.readAll(folder);
    for (String app : workspace.apps()) {
      ImportConfiguration.check(workspace, workspace.files(app));
      TablesCheck.note(workspace, workspace.files(app));
    }
    return new WorkspaceCheck(workspace).about(null);
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
}
