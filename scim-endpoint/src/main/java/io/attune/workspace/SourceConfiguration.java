package io.attune.workspace;

import io.attune.expression.Direction;
import io.attune.expression.EvaluationRun;
import io.attune.expression.Expression;
import io.attune.expression.RelatedUsers;
import io.attune.plan.MappingSettings;
import io.attune.plan.SourceMappings;
import io.attune.sourcing.ProfileSources;
import java.time.Instant;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The profile sources of a workspace: their ranking, and how each becomes an Okta user. */
public final class SourceConfiguration {
  private SourceConfiguration() {}

  /**
   * Every source with its To Okta table, compiled.
   *
   * @param time what expressions read as the time
   * @throws InputErrors with everything that is wrong
   */
  public static SourceMappings of(Workspace workspace, Instant time) {
    SortedMap<String, MappingSettings> mappings = compiled(workspace, "", time);
    workspace.findings().throwIfErrors();
    return new SourceMappings(ranking(workspace), mappings);
  }

  /** Which apps source people, and which of them pass on what they have no value for. */
  static ProfileSources ranking(Workspace workspace) {
    TreeSet<String> firstNonNull = new TreeSet<>();
    for (String app : workspace.sources()) {
      if (workspace.files(app).sync().firstNonNull()) {
        firstNonNull.add(app);
      }
    }
    return new ProfileSources(workspace.sources(), firstNonNull);
  }

  /** The tables of the sources that an app's import may fall back to; errors are noted. */
  static SortedMap<String, MappingSettings> others(
      Workspace workspace, String importing, Instant time) {
    // An app that sources nobody has nothing that could fall to another one.
    return workspace.isSource(importing) ? compiled(workspace, importing, time) : new TreeMap<>();
  }

  private static SortedMap<String, MappingSettings> compiled(
      Workspace workspace, String but, Instant time) {
    SortedMap<String, MappingSettings> mappings = new TreeMap<>();
    for (String source : workspace.sources()) {
      AppFiles app = workspace.files(source);
      MappingFile.Compiled compiled = source.equals(but) ? null : toOkta(workspace, app);
      if (compiled != null && compiled.program() != null) {
        mappings.put(source, mapping(workspace, app, compiled, null, time));
      }
    }
    return mappings;
  }

  /** An app's To Okta table, compiled; errors are noted. */
  static MappingFile.Compiled toOkta(Workspace workspace, AppFiles app) {
    return MappingFile.compile(
        workspace.folder().shown(AppFiles.path(app.name(), "mapping.json")),
        app.mapping(),
        workspace.scope(app.name(), Direction.TO_OKTA),
        workspace.findings());
  }

  /** How an app user of an app becomes an Okta user; {@code compiled} is without errors. */
  static MappingSettings mapping(
      Workspace workspace,
      AppFiles app,
      MappingFile.Compiled compiled,
      @Nullable Expression username,
      Instant time) {
    return new MappingSettings(
        Objects.requireNonNull(compiled.program()),
        username,
        app.sync().onExpressionError(),
        compiled.onError(),
        app.sync().profileUpdate(),
        new EvaluationRun(app.properties(), workspace.org().properties(), time, RelatedUsers.NONE));
  }
}
