package io.attune.workspace;

import io.attune.expression.Compilation;
import io.attune.expression.Direction;
import io.attune.expression.EvaluationRun;
import io.attune.expression.Expression;
import io.attune.expression.ExpressionScope;
import io.attune.expression.Issue;
import io.attune.expression.RelatedUsers;
import io.attune.json.JsonDocument;
import io.attune.json.Place;
import io.attune.json.ProblemCode;
import io.attune.mapping.UsernameTemplate;
import io.attune.plan.toapp.AppUsername;
import io.attune.plan.toapp.ToAppSettings;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeScope;
import java.time.Instant;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** From the files of a workspace to the settings of To App. Source: okta-behaviour 4.2, 10.3. */
public final class ToAppConfiguration {
  private static final String DEFAULT_TEMPLATE = "${source.login}";

  private final Workspace workspace;
  private final AppFiles app;
  private final ExpressionScope scope;

  private ToAppConfiguration(Workspace workspace, AppFiles app) {
    this.workspace = workspace;
    this.app = app;
    this.scope = workspace.scope(app.name(), Direction.TO_APP);
  }

  private enum TemplateType {
    NONE,
    BUILT_IN,
    CUSTOM
  }

  private enum Push {
    PUSH,
    DONT_PUSH
  }

  /**
   * The settings of To App for one app, compiled.
   *
   * @param time what expressions read as the time
   * @throws InputErrors with everything that is wrong
   */
  public static ToAppSettings of(Workspace workspace, String app, Instant time) {
    if (!workspace.apps().contains(app)) {
      throw InputErrors.of(
          workspace.folder().shown("apps"),
          "there is no app `" + app + "`",
          "the apps are " + workspace.apps());
    }
    return new ToAppConfiguration(workspace, workspace.files(app)).settings(time);
  }

  /** Notes what is wrong with an app's username template and combined attributes. */
  static void check(Workspace workspace, AppFiles app) {
    ToAppConfiguration configuration = new ToAppConfiguration(workspace, app);
    configuration.username();
    configuration.combined();
  }

  private ToAppSettings settings(Instant time) {
    MappingFile.Compiled compiled =
        MappingFile.compile(shown("mapping.json"), app.mapping(), scope, workspace.findings());
    AppUsername username = username();
    SortedSet<String> combined = combined();
    workspace.findings().throwIfErrors();
    return new ToAppSettings(
        Objects.requireNonNull(compiled.program()),
        username,
        app.sync().onExpressionError(),
        compiled.onError(),
        combined,
        new EvaluationRun(app.properties(), workspace.org().properties(), time, RelatedUsers.NONE));
  }

  private String shown(String file) {
    return workspace.folder().shown(AppFiles.path(app.name(), file));
  }

  /** {@code credentials.userNameTemplate} of {@code app.json}. */
  private AppUsername username() {
    String relative = AppFiles.path(app.name(), "app.json");
    JsonDocument json = JsonDocument.read(workspace.folder().bytes(relative));
    Fields template =
        Fields.of(
                shown("app.json"),
                workspace.folder().has(relative) ? json.root() : null,
                workspace.findings())
            .object("credentials")
            .object("userNameTemplate");
    TemplateType type = template.constant("type", TemplateType.class, TemplateType.BUILT_IN);
    Push push = template.constant("pushStatus", Push.class, Push.DONT_PUSH);
    String text = template.text("template");
    String suffix = template.text("userSuffix");
    return switch (type) {
      case NONE -> AppUsername.NONE;
      case BUILT_IN -> builtIn(text == null ? DEFAULT_TEMPLATE : text, suffix, template.place());
      case CUSTOM -> new AppUsername(compiled(text, template.place()), push == Push.PUSH);
    };
  }

  private AppUsername builtIn(String text, @Nullable String suffix, Place place) {
    String expression = UsernameTemplate.expression(text, suffix == null ? "" : suffix);
    if (expression == null) {
      error(place, "the username template is none of the built-in forms");
      return AppUsername.NONE;
    }
    return new AppUsername(compiled(expression, place), false);
  }

  private @Nullable Expression compiled(@Nullable String text, Place place) {
    if (text == null) {
      error(place, "a CUSTOM username template needs a `template`");
      return null;
    }
    Compilation compilation = Expression.compile(text, scope, null);
    for (Issue issue : compilation.issues()) {
      if (issue.isError()) {
        error(place, "the username template: " + issue.message());
      }
    }
    return compilation instanceof Compilation.Compiled compiled ? compiled.expression() : null;
  }

  private void error(Place place, String message) {
    workspace.findings().error(shown("app.json"), place, ProblemCode.UNKNOWN_VALUE, message, "");
  }

  private SortedSet<String> combined() {
    SortedSet<String> combined = new TreeSet<>(app.sync().combinedGroupValues());
    for (String name : combined) {
      AttributeDefinition attribute = app.schema().attribute(name);
      boolean combines =
          attribute != null
              && attribute.kind().isArray()
              && attribute.scope() != AttributeScope.SELF;
      if (!combines) {
        workspace
            .findings()
            .error(
                shown("sync.json"),
                Place.START,
                ProblemCode.UNKNOWN_VALUE,
                "`toApp.combineGroupValues` names `" + name + "`, which cannot be combined",
                "only array attributes that groups may set can be");
      }
    }
    return combined;
  }
}
