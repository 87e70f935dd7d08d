package io.attune.workspace;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.attune.json.JsonValue;
import io.attune.json.JsonValue.JsonArray;
import io.attune.json.JsonValue.JsonFlag;
import io.attune.json.JsonValue.JsonNull;
import io.attune.json.JsonValue.JsonNumber;
import io.attune.json.JsonValue.JsonText;
import io.attune.json.JsonValue.Member;
import io.attune.json.ProblemCode;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeFormat;
import io.attune.profile.AttributeKind;
import io.attune.profile.AttributeMaster;
import io.attune.profile.AttributeScope;
import io.attune.profile.Constraints;
import io.attune.profile.ExternalAttribute;
import io.attune.profile.Mutability;
import io.attune.profile.ProfileSchema;
import io.attune.profile.UserSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A schema in the shape of Okta's Schemas API. Source: okta-behaviour 2. */
final class SchemaFile {
  private final String file;
  private final Findings findings;
  private final Map<String, AttributeDefinition> attributes = new LinkedHashMap<>();

  private SchemaFile(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  /** The Okta user: the base attributes, changed and added to by the document. */
  static ProfileSchema readUser(String file, @Nullable JsonValue document, Findings findings) {
    SchemaFile reader = new SchemaFile(file, findings);
    UserSchema.base().attributes().forEach(base -> reader.attributes.put(base.name(), base));
    return reader.read(document);
  }

  /** An app user: what the document defines. */
  static ProfileSchema readApp(String file, @Nullable JsonValue document, Findings findings) {
    return new SchemaFile(file, findings).read(document);
  }

  private ProfileSchema read(@Nullable JsonValue document) {
    Fields definitions = Fields.of(file, document, findings).object("definitions");
    read(definitions.object("base"), true);
    read(definitions.object("custom"), false);
    Map<String, String> folded = new LinkedHashMap<>();
    for (String name : attributes.keySet()) {
      String other = folded.put(name.toLowerCase(Locale.ROOT), name);
      if (other != null) {
        findings.warning(
            file,
            definitions.place(),
            ProblemCode.NAMES_BY_CASE,
            "attributes `" + other + "` and `" + name + "` differ only in case",
            "");
      }
    }
    return ProfileSchema.of(new ArrayList<>(attributes.values()));
  }

  private void read(Fields definition, boolean base) {
    TreeSet<String> required = new TreeSet<>(definition.texts("required"));
    for (Member member : definition.object("properties").members()) {
      String name = member.name();
      if (member.value() instanceof JsonNull) {
        continue;
      }
      AttributeDefinition known = attributes.get(name);
      if (known != null && !base) {
        error(
            member.value(),
            ProblemCode.NAME_COLLISION,
            "custom attribute `" + name + "` collides with a base one");
        continue;
      }
      AttributeDefinition attribute = attribute(member, base, known);
      if (attribute != null) {
        attributes.put(name, required.contains(name) ? attribute.withRequired(true) : attribute);
      }
    }
    for (String name : required) {
      if (!attributes.containsKey(name)) {
        findings.error(
            file,
            definition.place(),
            ProblemCode.UNKNOWN_VALUE,
            "required attribute `" + name + "` is not defined",
            "");
      }
    }
  }

  private @Nullable AttributeDefinition attribute(
      Member member, boolean base, @Nullable AttributeDefinition known) {
    Fields fields = Fields.of(file, member.value(), findings);
    AttributeKind kind = kind(fields, known);
    if (member.name().isBlank() || kind == null) {
      error(
          member.value(),
          ProblemCode.UNKNOWN_VALUE,
          "attribute `" + member.name() + "` has no usable type");
      return null;
    }
    String title = fields.text("title");
    return new AttributeDefinition(
        member.name(),
        title == null ? member.name() : title,
        kind,
        format(fields, known),
        constraints(member.value(), fields, kind, known),
        flagOr(fields, "required", known != null && known.required()),
        isUnique(fields, known),
        fields.constant("scope", AttributeScope.class, AttributeScope.NONE),
        fields.constant("mutability", Mutability.class, Mutability.READ_WRITE),
        master(fields),
        external(fields),
        defaultValue(fields, kind, known),
        base);
  }

  /** {@code required} is a flag of the attribute in app schemas, null where it is a list. */
  private static boolean flagOr(Fields fields, String name, boolean otherwise) {
    return fields.get(name) instanceof JsonFlag flag ? flag.value() : otherwise;
  }

  private static @Nullable AttributeKind kind(Fields fields, @Nullable AttributeDefinition known) {
    String type = fields.text("type");
    if (type == null) {
      return known == null ? null : known.kind();
    }
    if (type.equals("array")) {
      String element = fields.object("items").text("type");
      AttributeKind kind = element == null ? AttributeKind.STRING : scalar(element);
      return kind == null ? null : kind.array();
    }
    return scalar(type);
  }

  private static @Nullable AttributeKind scalar(String type) {
    return switch (type) {
      case "string" -> AttributeKind.STRING;
      case "boolean" -> AttributeKind.BOOLEAN;
      case "integer" -> AttributeKind.INTEGER;
      case "number" -> AttributeKind.NUMBER;
      default -> null;
    };
  }

  private @Nullable AttributeFormat format(Fields fields, @Nullable AttributeDefinition known) {
    JsonValue value = fields.get("format");
    String keyword = fields.text("format");
    if (value == null || keyword == null) {
      return known == null ? null : known.format();
    }
    AttributeFormat format = AttributeFormat.ofKeyword(keyword);
    if (format == null) {
      error(value, ProblemCode.UNKNOWN_VALUE, "unknown format `" + keyword + "`");
    }
    return format;
  }

  /** {@code unique} is a flag, or the state of a check that Okta runs. */
  private static boolean isUnique(Fields fields, @Nullable AttributeDefinition known) {
    JsonValue unique = fields.get("unique");
    if (unique == null) {
      return known != null && known.unique();
    }
    return (unique instanceof JsonFlag flag && flag.value())
        || (unique instanceof JsonText text && text.value().equals("UNIQUE_VALIDATED"));
  }

  private Constraints constraints(
      JsonValue place, Fields fields, AttributeKind kind, @Nullable AttributeDefinition known) {
    Constraints before = known == null ? Constraints.NONE : known.constraints();
    Integer minLength = bound(fields, "minLength", before.minLength());
    Integer maxLength = bound(fields, "maxLength", before.maxLength());
    if (minLength != null && maxLength != null && minLength > maxLength) {
      error(place, ProblemCode.CONTRADICTORY_BOUNDS, "`minLength` is larger than `maxLength`");
    }
    Double minimum = number(fields, "minimum");
    Double maximum = number(fields, "maximum");
    if (minimum != null && maximum != null && minimum > maximum) {
      error(place, ProblemCode.CONTRADICTORY_BOUNDS, "`minimum` is larger than `maximum`");
    }
    Fields items = kind.isArray() ? fields.object("items") : fields;
    String pattern = pattern(fields);
    // Any pattern of its own frees a login from its length (okta-behaviour 2.15).
    Integer shortest = pattern != null && known != null ? null : minLength;
    return new Constraints(
        shortest, maxLength, minimum, maximum, pattern, enumeration(items, kind));
  }

  private static @Nullable Integer bound(Fields fields, String name, @Nullable Integer otherwise) {
    return fields.get(name) == null
        ? otherwise
        : Integer.valueOf(fields.number(name, 0, 0, 1_000_000_000));
  }

  private @Nullable Double number(Fields fields, String name) {
    JsonValue value = fields.get(name);
    if (value instanceof JsonNumber number) {
      return Double.valueOf(number.literal());
    }
    if (value != null) {
      error(value, ProblemCode.WRONG_TYPE, "`" + name + "` must be a number");
    }
    return null;
  }

  private @Nullable String pattern(Fields fields) {
    JsonValue value = fields.get("pattern");
    String pattern = fields.text("pattern");
    if (value == null || pattern == null) {
      return null;
    }
    try {
      Pattern.compile(pattern);
      return pattern;
    } catch (PatternSyntaxException e) {
      findings.error(
          file,
          value.place(),
          ProblemCode.INVALID_PATTERN,
          "`pattern` is no linear regular expression",
          "look-around and back-references are not supported");
      return null;
    }
  }

  private List<Object> enumeration(Fields items, AttributeKind kind) {
    JsonValue value = items.get("enum");
    if (value == null) {
      return List.of();
    }
    List<Object> allowed = new ArrayList<>();
    if (!(value instanceof JsonArray array) || array.elements().isEmpty()) {
      error(value, ProblemCode.EMPTY_ENUM, "`enum` has no members");
      return allowed;
    }
    for (JsonValue element : array.elements()) {
      Object content = converted(element, kind.element());
      if (content == null) {
        error(element, ProblemCode.WRONG_TYPE, "this is no " + kind.element().label());
      } else {
        allowed.add(content);
      }
    }
    return allowed;
  }

  private static AttributeMaster master(Fields fields) {
    Fields master = fields.object("master");
    AttributeMaster.Type type =
        master.constant("type", AttributeMaster.Type.class, AttributeMaster.Type.PROFILE_MASTER);
    List<String> priority = new ArrayList<>();
    if (type == AttributeMaster.Type.OVERRIDE
        && master.get("priority") instanceof JsonArray listed) {
      for (JsonValue each : listed.elements()) {
        if (each instanceof JsonValue.JsonObject entry
            && entry.get("value") instanceof JsonText app) {
          priority.add(app.value());
        }
      }
    }
    return new AttributeMaster(type, priority);
  }

  private static @Nullable ExternalAttribute external(Fields fields) {
    String name = fields.text("externalName");
    return name == null ? null : new ExternalAttribute(name, fields.text("externalNamespace"));
  }

  private @Nullable Object defaultValue(
      Fields fields, AttributeKind kind, @Nullable AttributeDefinition known) {
    JsonValue value = fields.get("default");
    if (value == null) {
      return known == null ? null : known.defaultValue();
    }
    Object converted = converted(value, kind);
    if (converted == null) {
      error(value, ProblemCode.DEFAULT_NOT_ALLOWED, "`default` is no " + kind.label());
    }
    return converted;
  }

  private static @Nullable Object converted(JsonValue value, AttributeKind kind) {
    if (kind.isArray()) {
      List<Object> list = new ArrayList<>();
      if (!(value instanceof JsonArray array)) {
        return null;
      }
      for (JsonValue element : array.elements()) {
        Object converted = converted(element, kind.element());
        if (converted == null) {
          return null;
        }
        list.add(converted);
      }
      return List.copyOf(list);
    }
    return switch (kind) {
      case STRING -> value instanceof JsonText text ? text.value() : null;
      case BOOLEAN -> value instanceof JsonFlag flag ? (Object) flag.value() : null;
      case INTEGER ->
          value instanceof JsonNumber number && number.literal().matches("-?\\d{1,18}")
              ? (Object) Long.valueOf(number.literal())
              : null;
      case NUMBER ->
          value instanceof JsonNumber number ? (Object) Double.valueOf(number.literal()) : null;
      default -> null;
    };
  }

  private void error(JsonValue at, ProblemCode code, String message) {
    findings.error(file, at.place(), code, message, "");
  }
}
