package io.attune.scim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.ExternalAttribute;
import io.attune.profile.Mutability;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import io.attune.scim.ResourceWriter.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResourceWriterTest {
  private static Profile profile(@Nullable String... pathsAndValues) {
    List<AttributeDefinition> attributes = new ArrayList<>();
    @Nullable Object[] values = new @Nullable Object[pathsAndValues.length / 2];
    for (int index = 0; index < values.length; index++) {
      String path = Objects.requireNonNull(pathsAndValues[2 * index]);
      boolean extended = path.startsWith("+");
      attributes.add(
          ScimSchemas.attribute(
              "a" + index,
              extended ? path.substring(1) : path,
              extended ? ScimSchemas.ENTERPRISE_2 : ScimSchemas.CORE_2));
      values[index] = pathsAndValues[2 * index + 1];
    }
    return Profile.ofOwned(ProfileSchema.of(attributes), values);
  }

  private static String written(Profile profile) {
    ScimResource resource = new ResourceWriter(profile.schema()).write(profile, Purpose.CREATE);
    assertEquals(List.of(), resource.lost());
    return resource.body().toString().replace('"', '\'');
  }

  @Test
  void attributesOfOneRootShareAnArray() {
    assertEquals(
        "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User',"
            + "'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'],"
            + "'userName':'j@x.y','name':{'givenName':'Jo','familyName':''},"
            + "'emails':[{'primary':true,'value':'j@x.y','type':'work'},"
            + "{'type':'home','value':'j@home'}],"
            + "'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User':"
            + "{'manager':{'value':'m1'}}}",
        written(
            profile(
                "userName", "j@x.y",
                "name.givenName", "Jo",
                "name.familyName", "",
                "emails.^[primary==true].value", "j@x.y",
                "emails.^[primary==true].type", "work",
                "emails.^[type=='home'].value", "j@home",
                "+manager.value", "m1")));
  }

  @Test
  void anElementThatAnotherSelectionAlsoFindsStandsBehindItsOwn() {
    assertEquals(
        "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],"
            + "'emails':[{'type':'work','value':'w'},{'primary':true,'value':'p','type':'work'}]}",
        written(
            profile(
                "emails.^[primary==true].value", "p",
                "emails.^[primary==true].type", "work",
                "emails.^[type=='work'].value", "w")));
  }

  @Test
  void whatAnotherElementSaysIsNotSaidTwice() {
    assertEquals(
        "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],"
            + "'emails':[{'primary':true,'value':'p','type':'work'}]}",
        written(
            profile(
                "emails.^[type=='work'].value", "p",
                "emails.^[primary==true].value", "p",
                "emails.^[primary==true].type", "work")));
  }

  @Test
  void aPrimaryWorkEmailReadsAsTheWorkEmailToo() {
    Profile profile =
        profile(
            "emails.^[primary==true].value", "p",
            "emails.^[primary==true].type", "work",
            "emails.^[type=='work'].value", null);
    ScimResource resource = new ResourceWriter(profile.schema()).write(profile, Purpose.CREATE);
    assertEquals("ScimResource[a2]", resource.toString());
  }

  @Test
  void aGapBeforeAPlaceIsAnElementWithoutContent() {
    assertEquals(
        "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'phones':[{},{'value':'2'}]}",
        written(profile("phones.[0].value", null, "phones.[1].value", "2")));
  }

  @Test
  void tellsWhatIsNeverSentAndWhy() {
    ExternalAttribute unnamed = new ExternalAttribute("nick", null);
    AttributeDefinition plain = AttributeDefinition.of("plain", AttributeKind.STRING);
    ProfileSchema schema =
        ProfileSchema.of(
            plain,
            AttributeDefinition.of("nick", AttributeKind.STRING).withExternal(unnamed),
            ScimSchemas.attribute("id", "id", ScimSchemas.CORE_2),
            ScimSchemas.attribute("broken", "emails.^[primary]", ScimSchemas.CORE_2),
            ScimSchemas.attribute("element", "emails.^[primary==true]", ScimSchemas.CORE_2),
            ScimSchemas.attribute("itself", "emails.^[type=='x'].type", ScimSchemas.CORE_2),
            ScimSchemas.attribute("name", "name", ScimSchemas.CORE_2),
            ScimSchemas.attribute("given", "name.givenName", ScimSchemas.CORE_2),
            ScimSchemas.attribute("pin", "pin", ScimSchemas.CORE_2)
                .withMutability(Mutability.WRITE_ONLY));
    assertEquals(
        """
        plain it has no `externalName`
        nick it has no `externalNamespace`
        id its `externalName` selects nothing that can be written
        broken its `externalName` selects nothing that can be written
        element its `externalName` selects nothing that can be written
        itself its `externalName` selects nothing that can be written
        given another attribute has its place in the resource
        pin it is secret""",
        String.join(
            "\n",
            new ResourceWriter(schema)
                .unsent().stream()
                    .map(each -> each.attribute().name() + " " + each.reason().label())
                    .toList()));
    Profile other = Profile.ofOwned(ProfileSchema.of(plain), new Object[1]);
    assertThrows(
        IllegalArgumentException.class,
        () -> new ResourceWriter(schema).write(other, Purpose.CREATE));
  }
}
