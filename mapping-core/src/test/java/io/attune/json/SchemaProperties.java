package io.attune.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeFormat;
import io.attune.profile.AttributeKind;
import io.attune.profile.AttributeMaster;
import io.attune.profile.AttributeScope;
import io.attune.profile.Constraints;
import io.attune.profile.ExternalAttribute;
import io.attune.profile.Mutability;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import io.attune.profile.ProfileValidator;
import io.attune.profile.UserSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

@Tag("long")
class SchemaProperties {
  private static JsonValue read(JsonValue tree) {
    JsonDocument document = JsonDocument.read(JsonWriter.write(tree));
    assertEquals(List.of(), document.problems());
    return Objects.requireNonNull(document.root());
  }

  /** {@code read(write(schema)) = schema}, and nothing is wrong with what was written. */
  @Property
  void readingWhatWasWrittenIsTheSchema(@ForAll("schemas") ProfileSchema schema) {
    SchemaDocument document = SchemaDocument.readApp(read(SchemaWriter.write(schema)));
    assertEquals(List.of(), document.problems());
    assertEquals(schema, document.schema());
  }

  /** The same for the Okta user, whose base attributes are always there. */
  @Property(tries = 200)
  void holdsForTheUserToo(@ForAll("schemas") ProfileSchema custom) {
    List<AttributeDefinition> attributes = new ArrayList<>(UserSchema.base().attributes());
    custom.attributes().stream().filter(each -> !each.base()).forEach(attributes::add);
    ProfileSchema schema = ProfileSchema.of(attributes);
    SchemaDocument document = SchemaDocument.readUser(read(SchemaWriter.write(schema)));
    assertEquals(List.of(), document.problems());
    assertEquals(schema, document.schema());
  }

  /** A text written and read again is written the same. */
  @Property
  void writingIsStable(@ForAll("schemas") ProfileSchema schema) {
    JsonValue tree = SchemaWriter.write(schema);
    assertEquals(JsonWriter.write(tree), JsonWriter.write(read(tree)));
  }

  @Provide
  Arbitrary<ProfileSchema> schemas() {
    return Arbitraries.integers()
        .between(1, 99)
        .map(number -> "x" + number)
        .list()
        .uniqueElements()
        .ofMaxSize(8)
        .flatMap(
            names ->
                attribute()
                    .list()
                    .ofSize(names.size())
                    .map(attributes -> schema(names, attributes)));
  }

  /** Base attributes come first, as in the document. */
  private static ProfileSchema schema(List<String> names, List<AttributeDefinition> attributes) {
    List<AttributeDefinition> named = new ArrayList<>();
    for (int index = 0; index < names.size(); index++) {
      named.add(renamed(attributes.get(index), names.get(index), index < names.size() / 2));
    }
    return ProfileSchema.of(named);
  }

  private static AttributeDefinition renamed(
      AttributeDefinition attribute, String name, boolean base) {
    return allowed(
        new AttributeDefinition(
            name,
            attribute.title(),
            attribute.kind(),
            attribute.format(),
            attribute.constraints(),
            attribute.required(),
            attribute.unique(),
            attribute.scope(),
            attribute.mutability(),
            attribute.master(),
            attribute.external() == null ? null : apart(attribute.external(), name),
            attribute.defaultValue(),
            base));
  }

  /** Two attributes with one place at the app are worth a warning. */
  private static ExternalAttribute apart(ExternalAttribute external, String name) {
    return new ExternalAttribute(external.name() + "." + name, external.namespace());
  }

  /** A default that breaks the attribute's own rules is an error. */
  private static AttributeDefinition allowed(AttributeDefinition attribute) {
    ProfileSchema alone = ProfileSchema.of(attribute);
    Profile profile = Profile.empty(alone).with(attribute.name(), attribute.defaultValue());
    boolean obeys = new ProfileValidator(alone).validate(profile).isEmpty();
    return obeys ? attribute : attribute.withDefault(null);
  }

  private static Arbitrary<AttributeDefinition> attribute() {
    return Arbitraries.of(AttributeKind.values()).flatMap(SchemaProperties::attribute);
  }

  private static Arbitrary<AttributeDefinition> attribute(AttributeKind kind) {
    Arbitrary<Object> value = value(kind.element());
    Arbitrary<AttributeDefinition> plain =
        Arbitraries.strings()
            .ofMaxLength(6)
            .filter(title -> !title.isBlank())
            .map(title -> named(title, AttributeDefinition.of("x", kind)));
    return plain.flatMap(
        each ->
            Combinators.combine(
                    constraints(kind, value),
                    Arbitraries.of(AttributeFormat.values()).injectNull(0.5),
                    Arbitraries.of(Mutability.values()),
                    masters(),
                    externals(),
                    value.injectNull(0.5),
                    Arbitraries.of(true, false),
                    Arbitraries.of(AttributeScope.values()))
                .as(
                    (constraints, format, mutability, master, external, one, flag, scope) ->
                        scoped(
                            each.withConstraints(constraints)
                                .withFormat(format)
                                .withMutability(mutability)
                                .withMaster(master)
                                .withExternal(external)
                                .withDefault(
                                    one != null && kind.isArray() ? List.of(one, one) : one)
                                .withRequired(flag)
                                .withUnique(!flag),
                            scope)));
  }

  private static AttributeDefinition named(String title, AttributeDefinition attribute) {
    return new AttributeDefinition(
        "x",
        title,
        attribute.kind(),
        null,
        Constraints.NONE,
        false,
        false,
        AttributeScope.NONE,
        Mutability.READ_WRITE,
        AttributeMaster.PROFILE_MASTER,
        null,
        null,
        false);
  }

  private static AttributeDefinition scoped(AttributeDefinition each, AttributeScope scope) {
    return new AttributeDefinition(
        each.name(),
        each.title(),
        each.kind(),
        each.format(),
        each.constraints(),
        each.required(),
        each.unique(),
        scope,
        each.mutability(),
        each.master(),
        each.external(),
        each.defaultValue(),
        each.base());
  }

  private static Arbitrary<Constraints> constraints(AttributeKind kind, Arbitrary<Object> value) {
    return value
        .list()
        .uniqueElements()
        .ofMaxSize(3)
        .flatMap(
            allowed ->
                Arbitraries.integers()
                    .between(0, 50)
                    .map(low -> constraints(kind.element(), low, allowed)));
  }

  private static Constraints constraints(AttributeKind kind, int low, List<Object> allowed) {
    return switch (kind) {
      case STRING ->
          new Constraints(low, low + 9, null, null, low % 2 == 0 ? null : "[a-z]+", allowed);
      case INTEGER -> new Constraints(null, null, (long) -low, (long) low, null, allowed);
      case NUMBER -> new Constraints(null, null, -low / 4.0, low / 4.0, null, allowed);
      default -> Constraints.NONE;
    };
  }

  private static Arbitrary<Object> value(AttributeKind kind) {
    return switch (kind) {
      case INTEGER -> Arbitraries.longs().map(value -> (Object) value);
      case NUMBER -> Arbitraries.doubles().map(value -> (Object) (value + 0.0));
      case BOOLEAN -> Arbitraries.of(true, false).map(value -> (Object) value);
      default -> Arbitraries.strings().ofMaxLength(5).map(value -> (Object) value);
    };
  }

  private static Arbitrary<AttributeMaster> masters() {
    return Arbitraries.of(
        AttributeMaster.PROFILE_MASTER,
        AttributeMaster.OKTA,
        new AttributeMaster(AttributeMaster.Type.OVERRIDE, List.of("0oa2", "0oa1")));
  }

  private static Arbitrary<ExternalAttribute> externals() {
    return Arbitraries.of(
            new ExternalAttribute("name", "urn:ietf:params:scim:schemas:core:2.0:User"),
            new ExternalAttribute("emails.^[type=='work'].value", null))
        .injectNull(0.4);
  }
}
