package io.attune.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.json.JsonValue.JsonObject;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeMaster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports in the documented shapes of Okta's APIs, typed by hand. */
class OktaExportTest {
  private static String text(String resource) throws IOException {
    try (InputStream in = OktaExportTest.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static JsonValue tree(String text) {
    JsonDocument document = JsonDocument.read(text);
    assertEquals(List.of(), document.problems());
    return Objects.requireNonNull(document.root());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"okta-user-schema.json", "okta-app-user-schema.json", "okta-mappings.json"})
  void isWrittenAsItWasRead(String resource) throws IOException {
    String text = text(resource);
    assertEquals(text, JsonWriter.write(tree(text)));
  }

  @Test
  void aUserSchemaIsReadWithoutAWord() throws IOException {
    SchemaDocument document = SchemaDocument.readUser(tree(text("okta-user-schema.json")));
    assertEquals(List.of(), document.problems());
    assertEquals(36, document.schema().size());
    AttributeDefinition number = attribute(document, "employeeNumber");
    assertEquals(AttributeMaster.Type.OVERRIDE, number.master().type());
    assertEquals(2, number.master().priority().size());
    assertEquals(1.5, attribute(document, "salaryBand").defaultValue());
    assertEquals(List.of("java", "go"), attribute(document, "skills").constraints().enumeration());
    assertEquals(true, attribute(document, "twitterUserName").unique());
  }

  @Test
  void anAppUserSchemaIsReadWithoutAWord() throws IOException {
    SchemaDocument document = SchemaDocument.readApp(tree(text("okta-app-user-schema.json")));
    assertEquals(List.of(), document.problems());
    assertEquals(8, document.schema().size());
    assertEquals(true, attribute(document, "token").isSecret());
  }

  @Test
  void mappingsAreReadWithoutAWord() throws IOException {
    MappingDocument document = MappingDocument.read(JsonDocument.read(text("okta-mappings.json")));
    assertEquals(List.of(), document.problems());
    assertEquals(2, document.toOkta().mappings().size());
    assertEquals(3, document.toApp().mappings().size());
  }

  /** What is not understood is there to be listed and edited. */
  @Test
  void everyKeywordIsKept() throws IOException {
    SchemaDocument document = SchemaDocument.readUser(tree(text("okta-user-schema.json")));
    JsonObject skills = document.keywords("skills");
    assertEquals(
        List.of("title", "type", "items", "union", "mutability", "scope"),
        skills.members().stream().map(JsonValue.Member::name).toList());
  }

  private static AttributeDefinition attribute(SchemaDocument document, String name) {
    return Objects.requireNonNull(document.schema().attribute(name));
  }
}
