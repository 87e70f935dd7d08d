package io.attune.json;

import io.attune.expression.Suggestion;
import io.attune.json.JsonValue.JsonNull;
import io.attune.json.JsonValue.JsonObject;
import io.attune.json.JsonValue.JsonText;
import io.attune.json.JsonValue.Member;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.ExternalAttribute;
import io.attune.profile.ExternalName;
import io.attune.profile.ProfileSchema;
import io.attune.profile.UserSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schema in the shape of Okta's Schemas API: {@code definitions.base} and {@code
 * definitions.custom}. Source: okta-behaviour 2.
 */
public final class SchemaDocument {
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, AttributeDefinition> attributes = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, JsonObject> written = new LinkedHashMap<>();

  private SchemaDocument() {}

  /**
   * The schema of the Okta user: the 31 base attributes, as the document changes them, and what it
   * adds.
   *
   * @param root the document, null if there is none
   */
  public static SchemaDocument readUser(@Nullable JsonValue root) {
    SchemaDocument document = new SchemaDocument();
    UserSchema.base().attributes().forEach(base -> document.attributes.put(base.name(), base));
    document.read(root);
    return document;
  }

  /** The schema of an app user: what the document defines. */
  public static SchemaDocument readApp(@Nullable JsonValue root) {
    SchemaDocument document = new SchemaDocument();
    document.read(root);
    return document;
  }

  /** The attributes that could be read. */
  public ProfileSchema schema() {
    return ProfileSchema.of(new ArrayList<>(attributes.values()));
  }

  /** Everything that is wrong, in the order of the file. */
  public List<Problem> problems() {
    return problems.stream()
        .sorted((left, right) -> left.place().compareTo(right.place()))
        .toList();
  }

  /** Where an attribute is defined; the beginning of the file if it is not. */
  public Place place(String attribute) {
    return places.getOrDefault(attribute, Place.START);
  }

  /**
   * An attribute's keywords as the document has them, unknown ones too; for a built-in attribute
   * that it does not mention, as it would write them.
   *
   * @throws IllegalArgumentException if there is no such attribute
   */
  public JsonObject keywords(String attribute) {
    JsonObject keywords = written.get(attribute);
    AttributeDefinition definition = attributes.get(attribute);
    if (definition == null) {
      throw new IllegalArgumentException("there is no attribute `" + attribute + "`");
    }
    return keywords == null ? SchemaWriter.write(definition) : keywords;
  }

  private void read(@Nullable JsonValue root) {
    if (root instanceof JsonObject object) {
      JsonObject definitions = new FieldReader(object, problems).object("definitions");
      if (definitions != null) {
        FieldReader fields = new FieldReader(definitions, problems);
        read(fields.object("base"), true);
        read(fields.object("custom"), false);
        warnOfCase();
        warnOfSharedPlaces();
      }
    } else if (root != null && !(root instanceof JsonNull)) {
      String message = "a schema must be an object, not " + root.label();
      problems.add(Problem.error(root.place(), ProblemCode.WRONG_TYPE, message, ""));
    }
  }

  private void read(@Nullable JsonObject definition, boolean base) {
    if (definition == null) {
      return;
    }
    FieldReader fields = new FieldReader(definition, problems);
    JsonObject properties = fields.object("properties");
    for (Member member : properties == null ? List.<Member>of() : properties.members()) {
      read(member, base);
    }
    for (JsonValue each : fields.elements("required")) {
      require(each);
    }
  }

  private void read(Member member, boolean base) {
    String name = member.name();
    AttributeDefinition known = attributes.get(name);
    if (known != null && !base) {
      String message = "custom attribute `" + name + "` has the name of a base attribute";
      report(member.namePlace(), ProblemCode.NAME_COLLISION, message, "choose another name");
    } else if (name.isBlank()) {
      report(member.namePlace(), ProblemCode.INVALID_NAME, "an attribute needs a name", "");
    } else if (member.value() instanceof JsonObject keywords) {
      AttributeDefinition read = new AttributeReader(name, keywords, known, base, problems).read();
      if (read != null) {
        attributes.put(name, read);
        places.put(name, member.namePlace());
        written.put(name, keywords);
      }
    } else if (!(member.value() instanceof JsonNull)) {
      String message = "attribute `" + name + "` must be an object";
      report(member.value().place(), ProblemCode.WRONG_TYPE, message, "");
    }
  }

  private void require(JsonValue each) {
    if (!(each instanceof JsonText text)) {
      report(each.place(), ProblemCode.WRONG_TYPE, "`required` must list names", "");
      return;
    }
    AttributeDefinition required = attributes.get(text.value());
    if (required == null) {
      String message = "required attribute `" + text.value() + "` is not defined";
      String hint = Suggestion.hint(text.value(), attributes.keySet());
      report(each.place(), ProblemCode.UNKNOWN_VALUE, message, hint);
    } else {
      attributes.put(required.name(), required.withRequired(true));
    }
  }

  /** Source: okta-behaviour 2.20. */
  private void warnOfCase() {
    Map<String, String> folded = new LinkedHashMap<>();
    for (String name : attributes.keySet()) {
      String other = folded.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
      if (other != null) {
        String message = "attributes `" + other + "` and `" + name + "` differ only by case";
        problems.add(Problem.warning(place(name), ProblemCode.NAMES_BY_CASE, message, ""));
      }
    }
  }

  private record Placed(String attribute, ExternalAttribute external, ExternalName path) {
    boolean overlaps(Placed other) {
      return external.hasSameRoot(other.external) && path.overlaps(other.path);
    }
  }

  /** Two attributes may be read from one place, but only one can be sent there. */
  private void warnOfSharedPlaces() {
    List<Placed> placed = new ArrayList<>();
    for (AttributeDefinition attribute : attributes.values()) {
      ExternalAttribute external = attribute.external();
      if (external == null || external.namespace() == null || attribute.isSecret()) {
        continue;
      }
      ExternalName path = external.path();
      if (path != null) {
        Placed added = new Placed(attribute.name(), external, path);
        placed.stream().filter(added::overlaps).findFirst().ifPresent(first -> warn(first, added));
        placed.add(added);
      }
    }
  }

  private void warn(Placed first, Placed second) {
    String message =
        "`" + first.attribute() + "` and `" + second.attribute() + "` have one place at the app";
    String hint = "only `" + first.attribute() + "` is sent; give the other a place of its own";
    Place place = place(second.attribute());
    problems.add(Problem.warning(place, ProblemCode.PLACE_TAKEN, message, hint));
  }

  private void report(Place place, ProblemCode code, String message, String hint) {
    problems.add(Problem.error(place, code, message, hint));
  }
}
