package io.attune.json;

import io.attune.json.JsonValue.JsonArray;
import io.attune.json.JsonValue.JsonFlag;
import io.attune.json.JsonValue.JsonNumber;
import io.attune.json.JsonValue.JsonObject;
import io.attune.json.JsonValue.JsonText;
import io.attune.json.JsonValue.Member;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.AttributeMaster;
import io.attune.profile.AttributeScope;
import io.attune.profile.Constraints;
import io.attune.profile.Mutability;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a schema in the shape of Okta's Schemas API, without what goes without saying. What {@link
 * SchemaDocument} reads of it is the schema again.
 */
public final class SchemaWriter {
  private final List<Member> members = new ArrayList<>();

  private SchemaWriter() {}

  /** A schema as a document. */
  public static JsonObject write(ProfileSchema schema) {
    SchemaWriter document = new SchemaWriter();
    SchemaWriter definitions = new SchemaWriter();
    definitions.put("base", definition(schema, true));
    definitions.put("custom", definition(schema, false));
    document.put("definitions", JsonObject.of(definitions.members));
    return JsonObject.of(document.members);
  }

  private static JsonObject definition(ProfileSchema schema, boolean base) {
    SchemaWriter properties = new SchemaWriter();
    for (AttributeDefinition attribute : schema.attributes()) {
      if (attribute.base() == base) {
        properties.put(attribute.name(), write(attribute));
      }
    }
    SchemaWriter definition = new SchemaWriter();
    definition.text("id", base ? "#base" : "#custom");
    definition.text("type", "object");
    definition.put("properties", JsonObject.of(properties.members));
    return JsonObject.of(definition.members);
  }

  /** One attribute's keywords. */
  public static JsonObject write(AttributeDefinition attribute) {
    SchemaWriter keywords = new SchemaWriter();
    keywords.text("title", attribute.title());
    keywords.kind(attribute.kind(), attribute.constraints());
    keywords.text("format", attribute.format() == null ? null : attribute.format().keyword());
    keywords.constraints(attribute.constraints());
    keywords.put("required", JsonFlag.of(attribute.required()));
    if (attribute.unique()) {
      keywords.put("unique", JsonFlag.of(true));
    }
    if (attribute.scope() != AttributeScope.NONE) {
      keywords.text("scope", attribute.scope().name());
    }
    if (attribute.mutability() != Mutability.READ_WRITE) {
      keywords.text("mutability", attribute.mutability().name());
    }
    keywords.put("master", master(attribute.master()));
    if (attribute.external() != null) {
      keywords.text("externalName", attribute.external().name());
      keywords.text("externalNamespace", attribute.external().namespace());
    }
    if (attribute.defaultValue() != null) {
      keywords.put("default", value(attribute.defaultValue()));
    }
    return JsonObject.of(keywords.members);
  }

  private void kind(AttributeKind kind, Constraints constraints) {
    text("type", kind.isArray() ? "array" : kind.label());
    SchemaWriter values = kind.isArray() ? new SchemaWriter() : this;
    if (kind.isArray()) {
      values.text("type", kind.element().label());
    }
    if (!constraints.enumeration().isEmpty()) {
      values.put("enum", value(constraints.enumeration()));
    }
    if (kind.isArray()) {
      put("items", JsonObject.of(values.members));
    }
  }

  private void constraints(Constraints constraints) {
    number("minLength", constraints.minLength());
    number("maxLength", constraints.maxLength());
    number("minimum", constraints.minimum());
    number("maximum", constraints.maximum());
    text("pattern", constraints.pattern());
  }

  private static JsonObject master(AttributeMaster master) {
    SchemaWriter written = new SchemaWriter();
    written.text("type", master.type().name());
    List<JsonValue> priority = new ArrayList<>();
    for (String app : master.priority()) {
      SchemaWriter entry = new SchemaWriter();
      entry.text("type", "APP");
      entry.text("value", app);
      priority.add(JsonObject.of(entry.members));
    }
    if (!priority.isEmpty()) {
      written.put("priority", JsonArray.of(priority));
    }
    return JsonObject.of(written.members);
  }

  private static JsonValue value(Object value) {
    if (value instanceof List<?> list) {
      List<JsonValue> elements = new ArrayList<>();
      for (Object element : list) {
        elements.add(value(element));
      }
      return JsonArray.of(elements);
    }
    if (value instanceof Boolean flag) {
      return JsonFlag.of(flag);
    }
    return value instanceof String text
        ? JsonText.of(text)
        : new JsonNumber(Place.START, value.toString());
  }

  private void number(String name, @Nullable Number value) {
    if (value != null) {
      put(name, value(value));
    }
  }

  private void text(String name, @Nullable String value) {
    if (value != null) {
      put(name, JsonText.of(value));
    }
  }

  private void put(String name, JsonValue value) {
    members.add(Member.of(name, value));
  }
}
