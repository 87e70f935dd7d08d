package io.attune.workspace;

import io.attune.expression.Suggestion;
import io.attune.json.JsonDocument;
import io.attune.json.JsonEdit;
import io.attune.json.JsonValue;
import io.attune.json.JsonValue.JsonArray;
import io.attune.json.JsonValue.JsonFlag;
import io.attune.json.JsonValue.JsonNull;
import io.attune.json.JsonValue.JsonObject;
import io.attune.json.JsonValue.JsonText;
import io.attune.json.Place;
import io.attune.json.Problem;
import io.attune.json.ProblemCode;
import io.attune.json.SchemaDocument;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.ProfileSchema;
import io.attune.profile.SchemaRules;
import io.attune.profile.SchemaRules.Breach;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the Profile Editor does to a schema: adds, changes and removes attributes. An attribute that
 * something names cannot be removed, and nothing that a rule or a mapping forbids is written.
 * Source: okta-behaviour 2.11, 2.13, 2.14.
 */
public final class SchemaEdit {
  private static final String EMPTY =
      """
      {
        "definitions": {
          "base": {
            "id": "#base",
            "type": "object",
            "properties": {}
          },
          "custom": {
            "id": "#custom",
            "type": "object",
            "properties": {}
          }
        }
      }
      """;

  private static final byte[] NONE = {'{', '}'};

  private final ConfigurationEdit edit;
  private final @Nullable String app;
  private final SchemaDocument before;

  private SchemaEdit(ConfigurationEdit edit, @Nullable String app) {
    this.edit = edit;
    this.app = app;
    this.before = read(edit.text());
  }

  /** One change, under the workspace's lock. */
  @FunctionalInterface
  private interface Change {
    String of(SchemaEdit schema);
  }

  /**
   * Adds a custom attribute.
   *
   * @param app whose schema; null for the Okta users'
   * @param keywords as Okta's Schemas API has them; without a title its name becomes it
   * @return what is worth a warning about it
   * @throws InputErrors with everything that is wrong with it; nothing is written then
   */
  public static List<Finding> add(
      Path workspace, @Nullable String app, String name, Map<String, JsonValue> keywords)
      throws IOException {
    return change(workspace, app, schema -> schema.added(name, keywords));
  }

  /**
   * Changes keywords of an attribute: those that are named are replaced, null removes one, the
   * others stay.
   *
   * @return what is worth a warning about it
   * @throws InputErrors with everything that is wrong with it; nothing is written then
   */
  public static List<Finding> set(
      Path workspace, @Nullable String app, String name, Map<String, JsonValue> keywords)
      throws IOException {
    return change(workspace, app, schema -> schema.changed(name, keywords));
  }

  /**
   * Removes a custom attribute.
   *
   * @throws InputErrors if something names it, with all that does; nothing is written then
   */
  public static void remove(Path workspace, @Nullable String app, String name) throws IOException {
    change(workspace, app, schema -> schema.removed(name));
  }

  /**
   * A schema as it is in force.
   *
   * @param app whose schema; null for the Okta users'
   * @throws InputErrors if there is no such app, or the file has errors
   */
  public static SchemaDocument of(Path workspace, @Nullable String app) {
    WorkspaceApps.require(workspace, app);
    Folder folder = Folder.open(workspace);
    String file = app == null ? "user-schema.json" : AppFiles.path(app, "schema.json");
    JsonDocument json = JsonDocument.read(folder.has(file) ? folder.bytes(file) : NONE);
    SchemaDocument document =
        app == null ? SchemaDocument.readUser(json.root()) : SchemaDocument.readApp(json.root());
    Findings findings = new Findings();
    json.problems().forEach(problem -> findings.add(folder.shown(file), problem));
    document.problems().forEach(problem -> findings.add(folder.shown(file), problem));
    findings.throwIfErrors();
    return document;
  }

  private static List<Finding> change(Path workspace, @Nullable String app, Change change)
      throws IOException {
    String file = app == null ? "user-schema.json" : AppFiles.path(app, "schema.json");
    WorkspaceApps.require(workspace, app);
    try (ConfigurationEdit edit = ConfigurationEdit.begin(workspace, file, EMPTY)) {
      SchemaEdit schema = new SchemaEdit(edit, app);
      String changed = change.of(schema);
      List<Finding> warnings = schema.check(changed);
      edit.write(changed);
      return warnings;
    }
  }

  private SchemaDocument read(String text) {
    JsonValue root = JsonDocument.read(text).root();
    return app == null ? SchemaDocument.readUser(root) : SchemaDocument.readApp(root);
  }

  private String added(String name, Map<String, JsonValue> keywords) {
    if (before.schema().attribute(name) != null) {
      throw refused(name, "attribute `" + name + "` is there already", "change it with `set`");
    }
    Map<String, JsonValue> written = new LinkedHashMap<>();
    written.put("title", JsonText.of(name));
    written.putAll(keywords);
    written.values().removeIf(value -> value instanceof JsonNull);
    List<JsonValue.Member> members = new ArrayList<>();
    written.forEach((key, value) -> members.add(JsonValue.Member.of(key, value)));
    return edit.with(edit.text(), path(false, name), JsonObject.of(members));
  }

  private String changed(String name, Map<String, JsonValue> keywords) {
    AttributeDefinition attribute = existing(name);
    if (attribute.base()) {
      Set<String> editable = SchemaRules.editableOfBase(app == null, name);
      for (String keyword : keywords.keySet()) {
        if (!editable.contains(keyword)) {
          String hint = editable.isEmpty() ? "" : "only these can: " + String.join(", ", editable);
          String message = "`" + keyword + "` of base attribute `" + name + "` cannot be changed";
          throw refused(name, message, hint);
        }
      }
    }
    String text = edit.text();
    for (Map.Entry<String, JsonValue> keyword : keywords.entrySet()) {
      List<String> path = path(attribute.base(), name, keyword.getKey());
      text = edit.with(text, path, keyword.getValue());
    }
    JsonValue required = keywords.get("required");
    boolean keepsRequired = required == null || (required instanceof JsonFlag flag && flag.value());
    return keepsRequired ? text : notListedAsRequired(text, attribute.base(), name);
  }

  private String removed(String name) {
    AttributeDefinition attribute = existing(name);
    if (attribute.base()) {
      throw refused(name, "base attribute `" + name + "` cannot be removed", "");
    }
    List<Finding> referrers = Referrers.of(edit.workspace(), app, name);
    if (!referrers.isEmpty()) {
      List<Finding> all = new ArrayList<>();
      String places = referrers.size() == 1 ? "1 place" : referrers.size() + " places";
      String message = "`" + name + "` is in use, in " + places;
      String hint = "remove what names it first";
      all.add(finding(before.place(name), ProblemCode.ATTRIBUTE_IN_USE, message, hint));
      all.addAll(referrers);
      throw new InputErrors(all);
    }
    String text = JsonEdit.remove(edit.text(), path(false, name));
    return notListedAsRequired(text, false, name);
  }

  /** A definition may also list its required attributes, as JSON Schema does. */
  private static String notListedAsRequired(String text, boolean base, String name) {
    List<String> path = List.of("definitions", base ? "base" : "custom", "required");
    JsonValue value = JsonDocument.read(text).root();
    for (String each : path) {
      value = value instanceof JsonObject object ? object.get(each) : null;
    }
    if (!(value instanceof JsonArray listed)) {
      return text;
    }
    List<JsonValue> others =
        listed.elements().stream()
            .filter(each -> !(each instanceof JsonText named && named.value().equals(name)))
            .toList();
    return others.size() == listed.elements().size()
        ? text
        : JsonEdit.set(text, path, JsonArray.of(others));
  }

  private AttributeDefinition existing(String name) {
    AttributeDefinition attribute = before.schema().attribute(name);
    if (attribute == null) {
      List<String> names =
          before.schema().attributes().stream().map(AttributeDefinition::name).toList();
      String closest = Suggestion.hint(name, names);
      throw refused(name, "there is no attribute `" + name + "`", closest);
    }
    return attribute;
  }

  /** The rules of schemas, and what reading the changed one would say; answers the warnings. */
  private List<Finding> check(String changed) throws IOException {
    SchemaDocument after = read(changed);
    List<Finding> told = new ArrayList<>();
    for (Problem problem : after.problems()) {
      boolean known =
          before.problems().stream().anyMatch(old -> old.message().equals(problem.message()));
      if (!known) {
        told.add(new Finding(edit.shown(), problem));
      }
    }
    ProfileSchema was = before.schema();
    List<Breach> breaches =
        app == null
            ? SchemaRules.ofUser(was, after.schema())
            : SchemaRules.ofApp(was, after.schema());
    for (Breach breach : breaches) {
      Place place = after.place(breach.attribute());
      told.add(finding(place, ProblemCode.CHANGE_REFUSED, breach.message(), breach.hint()));
    }
    told.addAll(notUnique(after.schema()));
    if (told.stream().anyMatch(Finding::isError)) {
      throw new InputErrors(told);
    }
    return told;
  }

  private List<Finding> notUnique(ProfileSchema after) throws IOException {
    List<Finding> held = new ArrayList<>();
    for (AttributeDefinition attribute : after.attributes()) {
      AttributeDefinition old = before.schema().attribute(attribute.name());
      boolean madeUnique = app == null && attribute.unique() && (old == null || !old.unique());
      if (madeUnique) {
        held.addAll(UniqueValues.held(edit.folder(), attribute.name()));
      }
    }
    return held;
  }

  private static List<String> path(boolean base, String... names) {
    List<String> path = new ArrayList<>(List.of("definitions", base ? "base" : "custom"));
    path.add("properties");
    path.addAll(List.of(names));
    return path;
  }

  private InputErrors refused(String name, String message, String hint) {
    Place place = before.place(name);
    return new InputErrors(List.of(finding(place, ProblemCode.CHANGE_REFUSED, message, hint)));
  }

  private Finding finding(Place place, ProblemCode code, String message, String hint) {
    return new Finding(edit.shown(), Problem.error(place, code, message, hint));
  }
}
