package io.attune.workspace;

import io.attune.expression.Direction;
import io.attune.json.JsonDocument;
import io.attune.json.JsonValue;
import io.attune.json.JsonValue.JsonObject;
import io.attune.json.JsonValue.Member;
import io.attune.json.MappingDocument;
import io.attune.json.Place;
import io.attune.json.Problem;
import io.attune.json.ProblemCode;
import io.attune.mapping.AttributeMapping;
import io.attune.mapping.MappingProgram;
import io.attune.mapping.MappingTable;
import io.attune.mapping.PushStatus;
import io.attune.mapping.TableCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the mapping screen does to a table. Rows that are named change, the others stay as they are,
 * broken or not; a row that cannot run is refused, and with it all that was to change. Source: Okta
 * Mappings API, {@code POST /mappings/{id}}; okta-behaviour 1.1.5, 1.1.6, 1.1.8.
 */
public final class MappingEdit {
  private static final String EMPTY =
      """
      {
        "toOkta": {
          "properties": {}
        },
        "toApp": {
          "properties": {}
        }
      }
      """;

  private final ConfigurationEdit edit;
  private final String app;
  private final Direction direction;

  private MappingEdit(ConfigurationEdit edit, String app, Direction direction) {
    this.edit = edit;
    this.app = app;
    this.direction = direction;
  }

  /** The text of the file after some change. */
  @FunctionalInterface
  private interface Change {
    String of(ConfigurationEdit edit, List<String> properties);
  }

  /**
   * Replaces whole rows; a row that is null is removed ("do not map"), and one that is not named
   * stays.
   *
   * @param direction {@link Direction#TO_OKTA} or {@link Direction#TO_APP}
   * @param rows by target attribute: an object as the Mappings API has it, or null
   * @return what is worth a warning about these rows
   * @throws InputErrors with everything that is wrong with them; nothing is written then
   */
  public static List<Finding> merge(
      Path workspace, String app, Direction direction, Map<String, JsonValue> rows)
      throws IOException {
    return change(
        workspace,
        app,
        direction,
        rows,
        (edit, properties) -> {
          String changed = edit.text();
          for (Map.Entry<String, JsonValue> row : rows.entrySet()) {
            changed = edit.with(changed, path(properties, row.getKey()), row.getValue());
          }
          return changed;
        });
  }

  /**
   * Changes keys of one row; null removes a key, and one that is not named stays.
   *
   * @return what is worth a warning about the row
   * @throws InputErrors with everything that is wrong with it; nothing is written then
   */
  public static List<Finding> set(
      Path workspace, String app, Direction direction, String target, Map<String, JsonValue> keys)
      throws IOException {
    return change(
        workspace,
        app,
        direction,
        Map.of(target, JsonObject.of(List.of())),
        (edit, properties) -> {
          String changed = edit.text();
          for (Map.Entry<String, JsonValue> key : keys.entrySet()) {
            List<String> path = path(path(properties, target), key.getKey());
            changed = edit.with(changed, path, key.getValue());
          }
          return changed;
        });
  }

  private static List<String> path(List<String> properties, String name) {
    List<String> path = new ArrayList<>(properties);
    path.add(name);
    return path;
  }

  private static List<Finding> change(
      Path workspace, String app, Direction direction, Map<String, JsonValue> rows, Change change)
      throws IOException {
    WorkspaceApps.require(workspace, app);
    String file = AppFiles.path(app, "mapping.json");
    try (ConfigurationEdit edit = ConfigurationEdit.begin(workspace, file, EMPTY)) {
      MappingEdit mapping = new MappingEdit(edit, app, direction);
      String side = direction == Direction.TO_OKTA ? "toOkta" : "toApp";
      String changed = change.of(edit, List.of(side, "properties"));
      List<Finding> findings = mapping.check(side, changed, rows);
      if (findings.stream().anyMatch(Finding::isError)) {
        throw new InputErrors(findings);
      }
      edit.write(changed);
      return findings;
    }
  }

  /** What is to be said about the rows that are named, and nothing of the others. */
  private List<Finding> check(String side, String changed, Map<String, JsonValue> rows) {
    JsonDocument json = JsonDocument.read(changed);
    MappingDocument document = MappingDocument.read(json);
    MappingTable table = direction == Direction.TO_OKTA ? document.toOkta() : document.toApp();
    List<AttributeMapping> named =
        table.mappings().stream().filter(row -> rows.containsKey(row.target())).toList();
    List<Problem> problems = new ArrayList<>(misshapen(json, side, document, rows));
    problems.addAll(
        document.locate(
            direction,
            MappingProgram.compile(new MappingTable(named), edit.workspace().scope(app, direction))
                .issues()));
    for (AttributeMapping mapping : named) {
      pushStatus(mapping, document.place(direction, mapping.target()), problems);
    }
    return problems.stream().map(problem -> new Finding(edit.shown(), problem)).toList();
  }

  /** Rows that are no rows, and what in them has no meaning. */
  private List<Problem> misshapen(
      JsonDocument json, String side, MappingDocument document, Map<String, JsonValue> rows) {
    JsonValue table = json.root() instanceof JsonObject root ? root.get(side) : null;
    JsonValue properties = table instanceof JsonObject object ? object.get("properties") : null;
    List<Problem> problems = new ArrayList<>();
    List<Member> members =
        properties instanceof JsonObject object ? object.members() : List.<Member>of();
    for (int index = 0; index < members.size(); index++) {
      Place from = members.get(index).namePlace();
      Place to =
          index + 1 < members.size()
              ? members.get(index + 1).namePlace()
              : new Place(Integer.MAX_VALUE, 1);
      if (rows.containsKey(members.get(index).name())) {
        document.problems(direction).stream()
            .filter(each -> each.place().compareTo(from) >= 0 && each.place().compareTo(to) < 0)
            .forEach(problems::add);
      }
    }
    return problems;
  }

  /** To Okta an app's being a source decides when a row applies. Source: okta-behaviour 1.2.11. */
  private void pushStatus(AttributeMapping mapping, Place place, List<Problem> problems) {
    PushStatus said = mapping.pushStatus();
    boolean isSource = edit.workspace().isSource(app);
    PushStatus effective = TableCheck.effective(direction, isSource, said);
    if (said != null && said != effective) {
      String role = isSource ? "a profile source" : "an app that is no profile source";
      String message = role + " applies its mappings only as `" + effective + "`";
      problems.add(
          Problem.error(
              place, ProblemCode.CHANGE_REFUSED, message, "leave `pushStatus` to the app"));
    }
  }
}
