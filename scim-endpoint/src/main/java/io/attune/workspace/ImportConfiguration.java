package io.attune.workspace;

import io.attune.expression.Compilation;
import io.attune.expression.Direction;
import io.attune.expression.Expression;
import io.attune.expression.Issue;
import io.attune.json.JsonDocument;
import io.attune.json.JsonValue.JsonText;
import io.attune.json.Place;
import io.attune.json.ProblemCode;
import io.attune.mapping.MappingProgram;
import io.attune.matching.Criterion;
import io.attune.matching.MatchPolicy;
import io.attune.matching.Normalization;
import io.attune.plan.ImportRun;
import io.attune.plan.ImportSettings;
import io.attune.plan.Lifecycle;
import io.attune.plan.MappingSettings;
import io.attune.plan.Safeguards;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** From the files of a workspace to the settings of one import. */
public final class ImportConfiguration {
  private final Workspace workspace;
  private final AppFiles app;
  private final Findings findings;

  private ImportConfiguration(Workspace workspace, AppFiles app) {
    this.workspace = workspace;
    this.app = app;
    this.findings = workspace.findings();
  }

  /**
   * The settings of an import, compiled. Only what an import uses is checked.
   *
   * @throws InputErrors with everything that is wrong
   */
  public static ImportSettings of(Workspace workspace, ImportRun run) {
    if (!workspace.apps().contains(run.app())) {
      throw InputErrors.of(
          workspace.folder().shown("apps"),
          "there is no app `" + run.app() + "`",
          "the apps are " + workspace.apps());
    }
    return new ImportConfiguration(workspace, workspace.files(run.app())).settings(run);
  }

  /** Notes what is wrong with an app's To Okta table, username format and match rule. */
  static void check(Workspace workspace, AppFiles app) {
    ImportConfiguration configuration = new ImportConfiguration(workspace, app);
    MappingFile.Compiled compiled = SourceConfiguration.toOkta(workspace, app);
    configuration.usernameFormat();
    configuration.matching(compiled.program());
  }

  private ImportSettings settings(ImportRun run) {
    MappingFile.Compiled compiled = SourceConfiguration.toOkta(workspace, app);
    Expression username = usernameFormat();
    MappingProgram program = compiled.program();
    MatchPolicy matching = matching(program);
    SortedMap<String, MappingSettings> otherSources =
        SourceConfiguration.others(workspace, app.name(), run.time());
    workspace.warnOfUnrankedSources();
    findings.throwIfErrors();
    MappingSettings mapping =
        SourceConfiguration.mapping(workspace, app, compiled, username, run.time());
    return new ImportSettings(
        run,
        mapping,
        matching,
        app.features().confirmation(),
        SourceConfiguration.ranking(workspace),
        otherSources,
        new Lifecycle(
            app.sync().deactivation(),
            app.sync().reactivation(),
            new TreeSet<>(workspace.org().protectedUsers())),
        new Safeguards(
            app.sync().safeguard(),
            workspace.org().safeguard(),
            app.sync().limits().and(workspace.org().limits())),
        app.sync().requireProof());
  }

  private @Nullable Expression usernameFormat() {
    JsonText text = app.features().usernameExpression();
    if (text == null) {
      return null;
    }
    String relative = AppFiles.path(app.name(), "features.json");
    String file = workspace.folder().shown(relative);
    JsonDocument document = JsonDocument.read(workspace.folder().bytes(relative));
    Compilation compilation =
        Expression.compile(
            text.value(), workspace.scope(app.name(), Direction.USERNAME_FORMAT), null);
    for (Issue issue : compilation.issues()) {
      if (issue.isError()) {
        findings.add(file, MappingFile.problem(document, text, issue));
      }
    }
    return compilation instanceof Compilation.Compiled compiled ? compiled.expression() : null;
  }

  private MatchPolicy matching(@Nullable MappingProgram program) {
    SyncFile sync = app.sync();
    List<Criterion> criteria = new ArrayList<>();
    for (String name : sync.matchAttributes()) {
      int slot = workspace.userSchema().slot(name);
      if (slot < 0 || (program != null && !program.maps(slot))) {
        findings.error(
            workspace.folder().shown(AppFiles.path(app.name(), "sync.json")),
            Place.START,
            ProblemCode.UNKNOWN_VALUE,
            "`matching.attributes` names `" + name + "`, which no To Okta mapping writes",
            "name Okta attributes that are mapped");
      } else {
        criteria.add(
            new Criterion.Attribute(name, sync.normalize().getOrDefault(name, Normalization.NONE)));
      }
    }
    if (criteria.isEmpty()) {
      criteria.add(
          app.features().exactMatch() == FeaturesFile.ExactMatch.EMAIL
              ? new Criterion.Email()
              : new Criterion.Username());
    }
    return new MatchPolicy(
        criteria, sync.anyOf(), app.features().partialMatch(), sync.holdDoubtful());
  }
}
