package io.attune.workspace;

import io.attune.expression.AttributeRead;
import io.attune.expression.AttributeReads;
import io.attune.expression.Direction;
import io.attune.json.JsonDocument;
import io.attune.json.JsonValue;
import io.attune.json.JsonValue.JsonArray;
import io.attune.json.JsonValue.JsonNull;
import io.attune.json.JsonValue.JsonObject;
import io.attune.json.JsonValue.JsonText;
import io.attune.json.JsonValue.Member;
import io.attune.json.Place;
import io.attune.json.Problem;
import io.attune.json.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything in the configuration of a workspace that names one attribute: mappings of either
 * direction in any app, username formats, match rules. What does not compile counts too. Source:
 * okta-behaviour 2.14.
 */
public final class Referrers {
  private static final byte[] EMPTY = {'{', '}'};

  private final Workspace workspace;
  private final @Nullable String owner;
  private final String attribute;
  private final List<Finding> found = new ArrayList<>();

  private Referrers(Workspace workspace, @Nullable String owner, String attribute) {
    this.workspace = workspace;
    this.owner = owner;
    this.attribute = attribute;
  }

  /**
   * All of them, by app, file and place.
   *
   * @param owner the app whose attribute it is; null for an attribute of the Okta user
   */
  public static List<Finding> of(Workspace workspace, @Nullable String owner, String attribute) {
    Referrers referrers = new Referrers(workspace, owner, attribute);
    for (String app : workspace.apps()) {
      referrers.mappings(app, Direction.TO_OKTA, "toOkta");
      referrers.mappings(app, Direction.TO_APP, "toApp");
      referrers.usernameFormats(app);
      if (owner == null) {
        referrers.matchRule(app);
      }
    }
    return referrers.found;
  }

  private void mappings(String app, Direction direction, String side) {
    String file = AppFiles.path(app, "mapping.json");
    JsonDocument document = workspace.files(app).mapping();
    JsonValue root = document == null ? null : document.root();
    boolean writes = direction == Direction.TO_OKTA ? owner == null : app.equals(owner);
    for (Member row : object(object(root, side), "properties").members()) {
      if (row.value() instanceof JsonNull) {
        continue;
      }
      if (writes && row.name().equals(attribute)) {
        add(file, row.namePlace(), "is written by a mapping of `" + side + "`");
      }
      boolean reads = row.value() instanceof JsonObject;
      if (document != null && reads && get(row.value(), "expression") instanceof JsonText text) {
        String reader = "is read by the mapping `" + side + "." + row.name() + "`";
        expression(file, document, text, app, direction, reader);
      }
    }
  }

  private void usernameFormats(String app) {
    JsonText format = workspace.files(app).features().usernameExpression();
    String features = AppFiles.path(app, "features.json");
    if (format != null) {
      String reader = "is read by the username format";
      expression(features, read(features), format, app, Direction.USERNAME_FORMAT, reader);
    }
    String file = AppFiles.path(app, "app.json");
    JsonDocument document = read(file);
    JsonObject template = object(object(document.root(), "credentials"), "userNameTemplate");
    if (template.get("template") instanceof JsonText text) {
      String reader = "is read by the username template";
      expression(file, document, text, app, Direction.TO_APP, reader);
    }
  }

  private void expression(
      String file,
      JsonDocument document,
      JsonText text,
      String app,
      Direction direction,
      String reader) {
    for (AttributeRead read : AttributeReads.of(text.value(), workspace.scope(app, direction))) {
      if (read.isOf(owner, attribute)) {
        add(file, document.within(text, read.column()), reader);
      }
    }
  }

  private void matchRule(String app) {
    String file = AppFiles.path(app, "sync.json");
    JsonObject matching = object(read(file).root(), "matching");
    JsonValue attributes = matching.get("attributes");
    for (JsonValue each :
        attributes instanceof JsonArray array ? array.elements() : List.<JsonValue>of()) {
      if (each instanceof JsonText text && text.value().equals(attribute)) {
        add(file, text.place(), "is named by `matching.attributes`");
      }
    }
    Member normalized = object(matching, "normalize").member(attribute);
    if (normalized != null) {
      add(file, normalized.namePlace(), "is named by `matching.normalize`");
    }
  }

  private JsonDocument read(String file) {
    Folder folder = workspace.folder();
    return JsonDocument.read(folder.has(file) ? folder.bytes(file) : EMPTY);
  }

  private static JsonObject object(@Nullable JsonValue value, String name) {
    return get(value, name) instanceof JsonObject object ? object : JsonObject.of(List.of());
  }

  private static @Nullable JsonValue get(@Nullable JsonValue value, String name) {
    return value instanceof JsonObject object ? object.get(name) : null;
  }

  private void add(String file, Place place, String how) {
    String message = "`" + attribute + "` " + how;
    found.add(
        new Finding(
            workspace.folder().shown(file),
            Problem.error(place, ProblemCode.ATTRIBUTE_IN_USE, message, "")));
  }
}
