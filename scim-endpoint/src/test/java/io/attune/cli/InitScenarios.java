package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import io.attune.scim.ResourceWriter;
import io.attune.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From nothing to an applied import in three commands. */
class InitScenarios {
  @TempDir private Path temporary = Path.of("");

  private static final String FEED_2 =
      """
      {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"id":"1","userName":"ada@tiny.example","name":{"givenName":"Ada","familyName":"Lovelace"},"emails":[{"value":"home@x.example"},{"primary":true,"type":"work","value":"ada@tiny.example"}],"addresses":[{"primary":true,"locality":"London","country":"GB"}],"active":true,"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Engines","manager":{"value":"00u9","displayName":"Charles"}}}
      {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"2","userName":"bob@tiny.example","name":{"givenName":"Bob","familyName":"Boole"},"emails":[{"primary":true,"value":"bob@tiny.example"}],"active":true}
      """;

  private static String feed(String template) {
    return template.equals("scim2")
        ? FEED_2
        : FEED_2
            .replace("urn:ietf:params:scim:schemas:core:2.0:User", "urn:scim:schemas:core:1.0")
            .replace(
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
                "urn:scim:schemas:extension:enterprise:1.0")
            .replace("\"manager\":{\"value\"", "\"manager\":{\"managerId\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"scim2", "scim11"})
  void whatInitMakesImportsAtOnce(String template) {
    Path org = temporary.resolve("tiny");
    Ran made = Ran.attune("init", org, "--app", "hr", "--template", template, "--profile-source");
    assertEquals(0, made.code(), made.err());
    assertEquals("added " + org.resolve("apps/hr") + "\n", made.out());
    Ran.attune("init", org, "--app", "crm", "--template", template);
    Ran checked = Ran.attune("check", org);
    assertEquals(0, checked.code(), checked.err());
    assertTrue(checked.err().isEmpty(), checked.err());
    TinyOrg.put(
        org,
        "apps/hr/features.json",
        TinyOrg.text(org.resolve("apps/hr/features.json"))
            .replace("\"autoConfirmNewUsers\": false", "\"autoConfirmNewUsers\": true"));
    TinyOrg.put(temporary, "feed.jsonl", feed(template));
    Ran imported = Ran.importing(org, temporary.resolve("feed.jsonl"), "--apply");
    assertEquals(0, imported.code(), imported.err());
    List<String> users = TinyOrg.lines(org.resolve("users.jsonl"));
    assertEquals(2, users.size());
    String ada = users.get(0);
    for (String value :
        List.of("ada@tiny.example", "London", "GB", "Engines", "00u9", "Charles", "Lovelace")) {
      assertTrue(ada.contains("\"" + value + "\""), ada);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"scim2", "scim11"})
  void everyAttributeOfATemplateHasAPlaceOfItsOwn(String template) {
    Path org = temporary.resolve("tiny");
    Ran.attune("init", org, "--app", "crm", "--template", template);
    ProfileSchema schema = Workspace.read(org).appSchema("crm");
    ResourceWriter writer = new ResourceWriter(schema);
    assertEquals(List.of(), writer.unsent());
    Object[] values = new Object[schema.size()];
    for (int slot = 0; slot < values.length; slot++) {
      values[slot] = schema.attribute(slot).name();
    }
    var resource = writer.write(Profile.ofOwned(schema, values), ResourceWriter.Purpose.CREATE);
    assertEquals(List.of(), resource.lost());
    assertEquals(2, resource.body().path("schemas").size());
    assertEquals(32, schema.size());
  }

  @Test
  void anAppThatIsThereIsNotOverwritten() {
    Path org = TinyOrg.write(temporary.resolve("org"), 1);
    var before = TinyOrg.content(org);
    Ran ran = Ran.attune("init", org, "--app", "HR", "--template", "scim2");
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("apps/hr/app.json:1:1: error: there is an app `hr` already"));
    assertEquals(before, TinyOrg.content(org));
    assertEquals(0, Ran.attune("init", org, "--app", "crm", "--template", "scim2").code());
    assertTrue(Files.exists(org.resolve("apps/crm/mapping.json")));
  }

  @Test
  void aFolderOfSomethingElseIsNotTouched() {
    TinyOrg.put(temporary, "notes.txt", "mine");
    Ran ran = Ran.attune("init", temporary, "--app", "hr", "--template", "scim2");
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("the folder holds something else than a workspace"));
    assertEquals(1, TinyOrg.content(temporary).size());
  }

  @Test
  void anAppNeedsANameThatExpressionsCanWrite() {
    for (String name : List.of("../x", "9a", "user", "a-b", "")) {
      assertEquals(
          2,
          Ran.attune("init", temporary.resolve("o"), "--app", name, "--template", "scim2").code());
    }
    assertEquals(
        2, Ran.attune("init", temporary.resolve("o"), "--app", "a", "--template", "x").code());
    assertEquals(0, TinyOrg.content(temporary).size());
  }
}
