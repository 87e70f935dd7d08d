package io.attune.workspace;

import io.attune.expression.Direction;
import io.attune.expression.ExpressionScope;
import io.attune.json.JsonDocument;
import io.attune.json.JsonValue;
import io.attune.json.JsonValue.JsonNull;
import io.attune.json.JsonValue.JsonText;
import io.attune.json.JsonValue.Member;
import io.attune.json.Place;
import io.attune.json.ProblemCode;
import io.attune.profile.ProfileSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of an org: its people's schema, its apps and their rules, as the files say.
 * Source: formats, Workspace.
 */
public final class Workspace {
  private final Folder folder;
  private final OrgFile org;
  private final ProfileSchema userSchema;
  private final Map<String, AppFiles> apps;
  private final MasterPriorities priorities;
  private final Findings findings;

  private Workspace(
      Folder folder,
      OrgFile org,
      ProfileSchema userSchema,
      Map<String, AppFiles> apps,
      MasterPriorities priorities,
      Findings findings) {
    this.folder = folder;
    this.org = org;
    this.userSchema = userSchema;
    this.apps = apps;
    this.priorities = priorities;
    this.findings = findings;
  }

  /**
   * Reads the configuration.
   *
   * @throws InputErrors with everything that is wrong in it
   */
  public static Workspace read(Path path) {
    return read(Folder.open(path));
  }

  /**
   * Reads the configuration of a folder, or of one as it would be with a change.
   *
   * @throws InputErrors with everything that is wrong in it
   */
  public static Workspace read(Folder folder) {
    Workspace workspace = readAll(folder);
    workspace.findings.throwIfErrors();
    return workspace;
  }

  /** What can be read of the configuration; what is wrong with the rest is among the findings. */
  static Workspace readAll(Path path) {
    return readAll(Folder.open(path));
  }

  static Workspace readAll(Folder folder) {
    Findings findings = new Findings();
    OrgFile org =
        OrgFile.read(
            Fields.of(folder.shown("org.json"), document(folder, "org.json", findings), findings));
    JsonValue userDocument = document(folder, "user-schema.json", findings);
    ProfileSchema written =
        SchemaFile.readUser(folder.shown("user-schema.json"), userDocument, findings);
    Map<String, AppFiles> apps = new TreeMap<>();
    for (String app : folder.apps()) {
      apps.put(app, app(folder, app, findings));
    }
    for (String source : org.profileSources()) {
      if (!apps.containsKey(source)) {
        findings.error(
            folder.shown("org.json"),
            Place.START,
            ProblemCode.UNKNOWN_VALUE,
            "`profileSources` names the app `" + source + "`, which is not there",
            "name an app by its folder; the apps are " + List.copyOf(apps.keySet()));
      }
    }
    MasterPriorities priorities =
        new MasterPriorities(folder.shown("user-schema.json"), userDocument, apps, findings);
    return new Workspace(folder, org, priorities.resolved(written), apps, priorities, findings);
  }

  private static AppFiles app(Folder folder, String app, Findings findings) {
    String appFile = AppFiles.path(app, "app.json");
    Fields fields = Fields.of(folder.shown(appFile), document(folder, appFile, findings), findings);
    String schemaFile = AppFiles.path(app, "schema.json");
    String featuresFile = AppFiles.path(app, "features.json");
    String syncFile = AppFiles.path(app, "sync.json");
    return new AppFiles(
        app,
        properties(fields),
        !"INACTIVE".equals(fields.text("status")),
        SchemaFile.readApp(
            folder.shown(schemaFile), document(folder, schemaFile, findings), findings),
        FeaturesFile.read(
            folder.shown(featuresFile), document(folder, featuresFile, findings), findings),
        SyncFile.read(
            Fields.of(folder.shown(syncFile), document(folder, syncFile, findings), findings)),
        parsed(folder, AppFiles.path(app, "mapping.json"), findings));
  }

  private static Map<String, Object> properties(Fields app) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String name : List.of("id", "name", "label", "status")) {
      String text = app.text(name);
      if (text != null) {
        properties.put(name, text);
      }
    }
    for (Member member : app.object("settings").object("app").members()) {
      if (member.value() instanceof JsonText text) {
        properties.put(member.name(), text.value());
      } else if (member.value() instanceof JsonValue.JsonFlag flag) {
        properties.put(member.name(), flag.value());
      } else if (member.value() instanceof JsonValue.JsonNumber number
          && number.literal().matches("-?\\d{1,18}")) {
        properties.put(member.name(), Long.valueOf(number.literal()));
      }
    }
    return properties;
  }

  private static @Nullable JsonValue document(Folder folder, String file, Findings findings) {
    JsonDocument document = parsed(folder, file, findings);
    return document == null ? null : document.root();
  }

  /** A file as JSON; null if it is not there. */
  private static @Nullable JsonDocument parsed(Folder folder, String file, Findings findings) {
    if (!folder.has(file)) {
      return null;
    }
    JsonDocument document = JsonDocument.read(folder.bytes(file));
    document.problems().forEach(problem -> findings.add(folder.shown(file), problem));
    // Read as absent, it would put every default in the place of what somebody had set.
    if (document.problems().isEmpty() && document.root() instanceof JsonNull) {
      findings.error(
          folder.shown(file),
          Place.START,
          ProblemCode.WRONG_TYPE,
          "the file holds nothing but `null`",
          "write what it should say, or remove the file for its defaults");
    }
    return document;
  }

  /** This configuration with the people of another folder. */
  Workspace over(Folder people) {
    return new Workspace(people, org, userSchema, apps, priorities, new Findings());
  }

  /** The files themselves. */
  public Folder folder() {
    return folder;
  }

  /** The schema of the Okta users; the priorities of its masters are names of apps. */
  public ProfileSchema userSchema() {
    return userSchema;
  }

  /** The names of the apps, sorted. */
  public List<String> apps() {
    return List.copyOf(apps.keySet());
  }

  /**
   * The schema of an app's users.
   *
   * @throws IllegalArgumentException if there is no such app
   */
  public ProfileSchema appSchema(String app) {
    return files(app).schema();
  }

  /**
   * What a mapping of an app may name, its other apps in order of name.
   *
   * @param direction {@link Direction#TO_APP}, {@link Direction#TO_OKTA} or {@link
   *     Direction#USERNAME_FORMAT}
   */
  ExpressionScope scope(String app, Direction direction) {
    ProfileSchema schema = appSchema(app);
    ExpressionScope scope =
        switch (direction) {
          case TO_APP -> ExpressionScope.toApp(userSchema, app, schema);
          case TO_OKTA -> ExpressionScope.toOkta(userSchema, app, schema);
          default -> ExpressionScope.usernameFormat(userSchema, app, schema);
        };
    for (String other : apps()) {
      if (!other.equals(app)) {
        scope = scope.withApp(other, appSchema(other));
      }
    }
    return scope;
  }

  /** What the groups of an app name as their source: its {@code id}, else its name. */
  String sourceId(String app) {
    Object id = files(app).properties().get("id");
    return id == null ? app : id.toString();
  }

  /** Whether an app is a profile source: it says so itself, and it is active. */
  public boolean isSource(String app) {
    return files(app).sync().profileSource() && files(app).isActive();
  }

  /** Notes the entries of OVERRIDE lists whose app sources nobody. */
  void warnOfIdlePriorities() {
    priorities.warnOfIdle(userSchema, sources());
  }

  /** Notes the sources that the org does not rank. */
  void warnOfUnrankedSources() {
    for (String source : sources()) {
      if (!org.profileSources().contains(source)) {
        findings.warning(
            folder.shown("org.json"),
            Place.START,
            ProblemCode.MISSING_KEY,
            "`profileSources` does not rank the source `" + source + "`, so it ranks last",
            "");
      }
    }
  }

  /** Notes the apps that the org ranks as sources, and that are none. */
  void warnOfIdleSources() {
    for (String app : org.profileSources()) {
      if (apps.containsKey(app) && !isSource(app)) {
        findings.warning(
            folder.shown("org.json"),
            Place.START,
            ProblemCode.INVALID_PRIORITY,
            "`profileSources` ranks `" + app + "`, which sources nobody",
            files(app).idleHint());
      }
    }
  }

  /** What is worth a warning, as it is printed. */
  public List<String> warnings() {
    return findings.rendered();
  }

  AppFiles files(String app) {
    AppFiles files = apps.get(app);
    if (files == null) {
      throw new IllegalArgumentException("no app `" + app + "`");
    }
    return files;
  }

  OrgFile org() {
    return org;
  }

  Findings findings() {
    return findings;
  }

  /** All sources, highest priority first; one that the org does not rank comes last, by name. */
  List<String> sources() {
    List<String> sources = new ArrayList<>(org.profileSources());
    sources.removeIf(app -> !apps.containsKey(app) || !isSource(app));
    for (String app : apps.keySet()) {
      if (isSource(app) && !sources.contains(app)) {
        sources.add(app);
      }
    }
    return sources;
  }
}
