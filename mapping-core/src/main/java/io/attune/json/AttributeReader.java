package io.attune.json;

import io.attune.json.JsonValue.JsonFlag;
import io.attune.json.JsonValue.JsonObject;
import io.attune.json.JsonValue.JsonText;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeFormat;
import io.attune.profile.AttributeKind;
import io.attune.profile.AttributeMaster;
import io.attune.profile.AttributeScope;
import io.attune.profile.Constraints;
import io.attune.profile.ExternalAttribute;
import io.attune.profile.ExternalName;
import io.attune.profile.Mutability;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import io.attune.profile.ProfileValidator;
import io.attune.profile.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the keywords of one attribute. Source: okta-behaviour 2.2 to 2.12. */
final class AttributeReader {
  /** In real exports, and without a meaning for an import. */
  private static final Set<String> EXPORTED = Set.of("union", "isLogin", "metadata", "_links");

  private static final List<String> TYPES =
      List.of("string", "boolean", "integer", "number", "array");

  private final String name;
  private final FieldReader fields;
  private final @Nullable AttributeDefinition known;
  private final boolean base;
  private final List<Problem> problems;

  /** {@code known} is the built-in base attribute that the keywords change, or null. */
  AttributeReader(
      String name,
      JsonObject keywords,
      @Nullable AttributeDefinition known,
      boolean base,
      List<Problem> problems) {
    this.name = name;
    this.fields = new FieldReader(keywords, problems);
    this.known = known;
    this.base = base;
    this.problems = problems;
  }

  /** The attribute, or null if it has no usable type. */
  @Nullable AttributeDefinition read() {
    JsonObject items = fields.object("items");
    AttributeKind kind = kind(items);
    if (kind == null) {
      return null;
    }
    String title = title();
    fields.text("description");
    permissions();
    AttributeFormat format =
        fields.choice("format", List.of(AttributeFormat.values()), AttributeFormat::keyword);
    Constraints constraints =
        new ConstraintReader(fields, items, kind, problems)
            .read(known == null ? Constraints.NONE : known.constraints());
    AttributeScope scope =
        fields.choice("scope", List.of(AttributeScope.values()), AttributeScope::name);
    Mutability mutability =
        fields.choice("mutability", List.of(Mutability.values()), Mutability::name);
    AttributeDefinition attribute =
        new AttributeDefinition(
            name,
            title == null ? name : title,
            kind,
            format == null && known != null ? known.format() : format,
            constraints,
            isRequired(),
            isUnique(),
            scope == null ? AttributeScope.NONE : scope,
            mutability == null ? Mutability.READ_WRITE : mutability,
            master(),
            external(),
            defaultValue(kind),
            base);
    fields.warnOfOthers(EXPORTED);
    checkDefault(attribute);
    return attribute;
  }

  private @Nullable String title() {
    String title = fields.text("title");
    if (title != null && title.isBlank()) {
      String message = "`title` of `" + name + "` is blank";
      problems.add(Problem.warning(fields.place("title"), ProblemCode.UNKNOWN_VALUE, message, ""));
    }
    return title;
  }

  /** What the end user may see and edit; nothing of it concerns an import. Source: 2.7. */
  private void permissions() {
    for (JsonValue each : fields.elements("permissions")) {
      if (each instanceof JsonObject object) {
        FieldReader permission = new FieldReader(object, problems);
        permission.choice("principal", List.of("SELF"), principal -> principal);
        permission.choice("action", List.of("HIDE", "READ_ONLY", "READ_WRITE"), action -> action);
        permission.warnOfOthers(Set.of());
      } else {
        String message = "a permission must be an object with `principal` and `action`";
        problems.add(Problem.error(each.place(), ProblemCode.WRONG_TYPE, message, ""));
      }
    }
  }

  /** A default is written as it stands, so it must satisfy the attribute's own rules. */
  private void checkDefault(AttributeDefinition attribute) {
    if (fields.value("default") == null || attribute.defaultValue() == null) {
      return;
    }
    ProfileSchema alone = ProfileSchema.of(attribute);
    Profile profile = Profile.empty(alone).with(name, attribute.defaultValue());
    for (Violation violation : new ProfileValidator(alone).validate(profile)) {
      String message = "`default` of `" + name + "` is not allowed: " + violation.rule().label();
      problems.add(
          Problem.error(fields.place("default"), ProblemCode.DEFAULT_NOT_ALLOWED, message, ""));
    }
  }

  private @Nullable AttributeKind kind(@Nullable JsonObject items) {
    if (fields.value("type") == null && known != null) {
      return known.kind();
    }
    if (fields.value("type") == null) {
      String message = "attribute `" + name + "` has no `type`";
      problems.add(Problem.error(fields.place(), ProblemCode.MISSING_KEY, message, ""));
    }
    String type = fields.choice("type", TYPES, each -> each);
    if (type == null || !type.equals("array")) {
      return type == null ? null : scalar(type);
    }
    JsonObject written = items == null ? JsonObject.of(List.of()) : items;
    List<String> scalars = TYPES.subList(0, 4);
    String element = new FieldReader(written, problems).choice("type", scalars, each -> each);
    if (element == null) {
      return written.get("type") == null ? AttributeKind.STRING_ARRAY : null;
    }
    return scalar(element).array();
  }

  private static AttributeKind scalar(String type) {
    return switch (type) {
      case "boolean" -> AttributeKind.BOOLEAN;
      case "integer" -> AttributeKind.INTEGER;
      case "number" -> AttributeKind.NUMBER;
      default -> AttributeKind.STRING;
    };
  }

  private boolean isRequired() {
    return fields.value("required") == null
        ? known != null && known.required()
        : fields.flag("required");
  }

  /** A flag, or the state of a check that Okta runs (okta-behaviour 2.11). */
  private boolean isUnique() {
    JsonValue unique = fields.value("unique");
    if (unique == null || unique instanceof JsonFlag) {
      return unique == null ? known != null && known.unique() : fields.flag("unique");
    }
    List<String> states = List.of("UNIQUE_VALIDATED", "NOT_UNIQUE", "PENDING_UNIQUENESS");
    return "UNIQUE_VALIDATED".equals(fields.choice("unique", states, each -> each));
  }

  private AttributeMaster master() {
    JsonObject object = fields.object("master");
    if (object == null) {
      return known == null ? AttributeMaster.PROFILE_MASTER : known.master();
    }
    FieldReader master = new FieldReader(object, problems);
    AttributeMaster.Type type =
        master.choice("type", List.of(AttributeMaster.Type.values()), AttributeMaster.Type::name);
    List<String> priority = new ArrayList<>();
    for (JsonValue each : master.elements("priority")) {
      if (each instanceof JsonObject entry && entry.get("value") instanceof JsonText app) {
        priority.add(app.value());
      } else {
        String message = "a priority must be an object with `type` and `value`";
        problems.add(Problem.error(each.place(), ProblemCode.WRONG_TYPE, message, ""));
      }
    }
    boolean overrides = type == AttributeMaster.Type.OVERRIDE;
    if (type != null && !overrides && !priority.isEmpty()) {
      String message = "`priority` of `" + name + "` means nothing without OVERRIDE";
      problems.add(
          Problem.error(master.place("priority"), ProblemCode.INVALID_PRIORITY, message, ""));
    }
    if (overrides && priority.isEmpty()) {
      String message = "OVERRIDE of `" + name + "` names no `priority`, so nothing is its source";
      problems.add(
          Problem.warning(master.place("priority"), ProblemCode.INVALID_PRIORITY, message, ""));
    }
    master.warnOfOthers(Set.of());
    return new AttributeMaster(
        type == null ? AttributeMaster.Type.PROFILE_MASTER : type,
        overrides ? priority : List.of());
  }

  private @Nullable ExternalAttribute external() {
    String external = fields.text("externalName");
    String namespace = fields.text("externalNamespace");
    if (external == null) {
      return null;
    }
    ExternalAttribute attribute = new ExternalAttribute(external, namespace);
    checkPath(attribute);
    return attribute;
  }

  /** Without a namespace an attribute is no part of a resource, and its name is only a name. */
  private void checkPath(ExternalAttribute external) {
    Place place = fields.place("externalName");
    ExternalName path = external.path();
    if (external.namespace() == null) {
      return;
    }
    if (path == null || !path.selectsValue()) {
      String message =
          "`externalName` of `" + name + "` " + (path == null ? "is no path" : "selects no value");
      String hint = "write a path as `name.givenName` or `emails.^[primary==true].value`";
      problems.add(Problem.error(place, ProblemCode.INVALID_PATH, message, hint));
    } else if (!path.isWritable(external.isCore())) {
      String message = "`externalName` of `" + name + "` names nothing that can be written";
      String hint = "the app itself decides what stands there; the attribute is read, never sent";
      problems.add(Problem.warning(place, ProblemCode.NOTHING_WRITABLE, message, hint));
    }
  }

  private @Nullable Object defaultValue(AttributeKind kind) {
    JsonValue value = fields.value("default");
    if (value == null) {
      return known == null ? null : known.defaultValue();
    }
    Object converted = ValueReader.read(value, kind);
    if (converted == null) {
      String message = "`default` of `" + name + "` is no " + kind.label();
      problems.add(Problem.error(value.place(), ProblemCode.DEFAULT_NOT_ALLOWED, message, ""));
    }
    return converted;
  }
}
