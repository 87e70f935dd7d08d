package io.attune.scim;

import io.attune.json.Surrogates;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.ExternalAttribute;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random schemas with external names that share roots, and profiles of them. */
final class ScimSchemas {
  static final String CORE_2 = "urn:ietf:params:scim:schemas:core:2.0:User";
  static final String ENTERPRISE_2 = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
  static final String CORE_1 = "urn:scim:schemas:core:1.0";
  static final String ENTERPRISE_1 = "urn:scim:schemas:extension:enterprise:1.0";
  static final String CUSTOM = "urn:acme:scim:1.0:User";

  /** No two of them overlap, and no attribute fills a field that another is selected by. */
  private static final List<String> APART =
      List.of(
          "displayName",
          "name.givenName",
          "Name.familyName",
          "extra.level",
          "extra.score",
          "extra.flag",
          "extra.tags",
          "extra.numbers",
          "emails.^[primary==true].value",
          "emails.^[primary==true].display",
          "emails.^[type==\"work\"].value",
          "Emails.^[type=='home'].value",
          "emails.^[type=='home'].display",
          "emails.^[type=='home'].tags",
          "phoneNumbers.[0].value",
          "phoneNumbers.[2].value",
          "phoneNumbers.[2].flag",
          "phoneNumbers.^[kind == 'fax'].value",
          "roles.[0]",
          "roles.[2]",
          "x.^[n==7].deep.^[k=='a'].value",
          "x.^[n==7].deep.^[k=='b'].value",
          "x.^[n==7].level");

  /** Some fill the field that others are selected by. */
  private static final List<String> ENTANGLED =
      List.of(
          "emails.^[primary==true].value",
          "emails.^[primary==true].type",
          "emails.^[type==\"work\"].value",
          "emails.^[type==\"work\"].primary",
          "emails.^[type==\"home\"].value",
          "emails.[0].value",
          "emails.[0].type");

  private static final Map<String, AttributeKind> KINDS =
      Map.of(
          "level", AttributeKind.INTEGER,
          "score", AttributeKind.NUMBER,
          "flag", AttributeKind.BOOLEAN,
          "primary", AttributeKind.BOOLEAN,
          "tags", AttributeKind.STRING_ARRAY,
          "numbers", AttributeKind.INTEGER_ARRAY);

  private ScimSchemas() {}

  static Arbitrary<Profile> apart() {
    Arbitrary<String> texts =
        Arbitraries.strings().all().ofMaxLength(4).filter(Surrogates::arePaired);
    return schemas(APART).flatMap(schema -> profiles(schema, texts));
  }

  static Arbitrary<Profile> entangled() {
    return schemas(ENTANGLED)
        .flatMap(schema -> profiles(schema, Arbitraries.of("work", "WORK", "home", "")));
  }

  private static Arbitrary<ProfileSchema> schemas(List<String> paths) {
    Arbitrary<Boolean> olds = Arbitraries.of(true, false);
    return olds.flatMap(
        old ->
            Arbitraries.of(paths)
                .set()
                .ofMaxSize(paths.size())
                .flatMap(
                    chosen ->
                        namespace(old)
                            .list()
                            .ofSize(chosen.size())
                            .map(namespaces -> schema(List.copyOf(chosen), namespaces))));
  }

  private static Arbitrary<String> namespace(boolean old) {
    return old
        ? Arbitraries.of(CORE_1, CORE_1, ENTERPRISE_1, CUSTOM)
        : Arbitraries.of(CORE_2, CORE_2, ENTERPRISE_2, CUSTOM);
  }

  private static ProfileSchema schema(List<String> paths, List<String> namespaces) {
    List<AttributeDefinition> attributes = new ArrayList<>();
    for (int index = 0; index < paths.size(); index++) {
      attributes.add(attribute("a" + index, paths.get(index), namespaces.get(index)));
    }
    return ProfileSchema.of(attributes);
  }

  static AttributeDefinition attribute(String name, String path, String namespace) {
    String last = path.substring(path.lastIndexOf('.') + 1);
    AttributeKind kind = KINDS.getOrDefault(last, AttributeKind.STRING);
    return AttributeDefinition.of(name, kind).withExternal(new ExternalAttribute(path, namespace));
  }

  private static Arbitrary<Profile> profiles(ProfileSchema schema, Arbitrary<String> texts) {
    List<Arbitrary<Object>> values = new ArrayList<>();
    for (AttributeDefinition attribute : schema.attributes()) {
      values.add(value(attribute.kind(), texts).injectNull(0.3));
    }
    return Combinators.combine(values).as(each -> Profile.ofOwned(schema, each.toArray()));
  }

  private static Arbitrary<Object> value(AttributeKind kind, Arbitrary<String> texts) {
    return switch (kind) {
      case INTEGER -> Arbitraries.longs().map(each -> (Object) each);
      case NUMBER -> Arbitraries.doubles().map(each -> (Object) each);
      case BOOLEAN -> Arbitraries.of(true, false).map(each -> (Object) each);
      case STRING -> texts.map(each -> (Object) each);
      default ->
          value(kind.element(), texts).list().ofMaxSize(3).map(each -> (Object) List.copyOf(each));
    };
  }
}
