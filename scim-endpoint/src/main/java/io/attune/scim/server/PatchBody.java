package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings PATCH bodies, as identity providers really send them, into the form of RFC 7644, 3.5.2:
 * operations and attribute names in any case, booleans as text, attributes of attributes as dotted
 * keys of an operation without a path.
 */
final class PatchBody {
  /** Operations of one that changes more than members: each of them looks at every value. */
  static final int MOST_OPERATIONS = 200;

  private static final Set<String> READ_ONLY = Set.of("id", "meta", "groups", "schemas");

  private final String id;
  private final AttributeNames names;

  private PatchBody(String id, AttributeNames names) {
    this.id = id;
    this.names = names;
  }

  /**
   * The operations in the RFC's form.
   *
   * @param id the resource that is patched
   * @param names of its attributes
   * @throws Refusal if there are none, or one writes what only the server writes
   */
  static ObjectNode normal(ObjectNode body, String id, AttributeNames names) {
    JsonNode operations = field(body, "operations");
    if (!(operations instanceof ArrayNode array) || array.isEmpty()) {
      throw Refusal.of(400, "invalidSyntax", "a PATCH has a list of `Operations`");
    }
    PatchBody patch = new PatchBody(id, names);
    ObjectNode normal = JsonNodeFactory.instance.objectNode();
    normal.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:PatchOp");
    ArrayNode result = normal.putArray("Operations");
    array.forEach(operation -> patch.add(operation, result));
    return normal;
  }

  /**
   * Passes a PATCH that the library may apply.
   *
   * @throws Refusal if it has too many operations
   */
  static void refuseTooMany(ObjectNode patch) {
    if (patch.path("Operations").size() > MOST_OPERATIONS) {
      throw Refusal.of(413, null, "a PATCH has at most " + MOST_OPERATIONS + " operations");
    }
  }

  private void add(JsonNode operation, ArrayNode result) {
    String op = text(operation, "op");
    op = op == null ? "" : op.toLowerCase(Locale.ROOT);
    if (!Set.of("add", "remove", "replace").contains(op)) {
      throw Refusal.of(400, "invalidSyntax", "`op` is add, remove or replace");
    }
    String path = text(operation, "path");
    JsonNode value = field(operation, "value");
    if (path != null && !path.isBlank()) {
      addWithPath(op, path, value, result);
      return;
    }
    if (op.equals("remove")) {
      throw Refusal.of(400, "noTarget", "a remove needs a `path`");
    }
    if (!(value instanceof ObjectNode attributes)) {
      throw Refusal.of(400, "invalidValue", "an operation without a `path` has an object `value`");
    }
    addWithoutPath(op, attributes, result);
  }

  private void addWithPath(String op, String path, @Nullable JsonNode value, ArrayNode result) {
    if (path.length() > FilterText.MOST_CHARACTERS) {
      throw Refusal.of(400, "invalidPath", "the path is too long");
    }
    FilterText.refuseDepth(path);
    PatchPath target = PatchPath.of(path, names);
    if (target.isCore() && READ_ONLY.contains(target.root())) {
      throw Refusal.of(400, "mutability", "`" + target.root() + "` is written by the server only");
    }
    if (value == null && !op.equals("remove")) {
      throw Refusal.of(400, "invalidValue", "an add or a replace needs a `value`");
    }
    JsonNode written = value == null ? null : plain(lastName(path), target.canonical(value));
    boolean writes = written != null && !written.isNull() && !op.equals("remove");
    boolean listsMembers = written != null && target.root().equals("members");
    ObjectNode operation = result.addObject();
    // RFC 7644, 3.5.2.3: to write nothing is to remove.
    operation.put("op", written != null && written.isNull() ? "remove" : op);
    operation.put("path", FilterDialect.normal(path));
    if (writes || listsMembers) {
      operation.set("value", written);
    }
  }

  /** Dotted keys become operations of their own; the rest stays one operation. */
  private void addWithoutPath(String op, ObjectNode attributes, ArrayNode result) {
    ObjectNode rest = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> each : attributes.properties()) {
      String name = each.getKey();
      String lower = name.toLowerCase(Locale.ROOT);
      boolean isOwnId = lower.equals("id") && id.equals(each.getValue().textValue());
      if (isOwnId || lower.equals("schemas")) {
        continue;
      }
      if (READ_ONLY.contains(lower)) {
        throw Refusal.of(400, "mutability", "`" + lower + "` is written by the server only");
      }
      boolean isUrn = lower.startsWith("urn:") && each.getValue().isObject();
      if (!isUrn && (name.contains(".") || name.startsWith("urn:"))) {
        addWithPath(op, name, each.getValue(), result);
      } else {
        rest.set(name, plain(lower, each.getValue()));
      }
    }
    if (!rest.isEmpty()) {
      ObjectNode operation = result.addObject();
      operation.put("op", op);
      operation.set("value", names.canonical(rest));
    }
  }

  private static String lastName(String path) {
    return path.substring(Math.max(path.lastIndexOf('.'), path.lastIndexOf(':')) + 1)
        .toLowerCase(Locale.ROOT);
  }

  /** Entra writes booleans as text. */
  private static JsonNode plain(String name, JsonNode value) {
    boolean isFlag = name.equals("active") || name.equals("primary");
    if (isFlag && value.isTextual()) {
      String text = value.textValue().toLowerCase(Locale.ROOT);
      if (text.equals("true") || text.equals("false")) {
        return BooleanNode.valueOf(text.equals("true"));
      }
    }
    return value;
  }

  /** A field by its name in lower case. */
  static @Nullable JsonNode field(JsonNode object, String lowerCaseName) {
    for (Map.Entry<String, JsonNode> each : object.properties()) {
      if (each.getKey().toLowerCase(Locale.ROOT).equals(lowerCaseName)) {
        return each.getValue();
      }
    }
    return null;
  }

  private static @Nullable String text(JsonNode object, String lowerCaseName) {
    JsonNode value = field(object, lowerCaseName);
    return value == null ? null : value.textValue();
  }
}
