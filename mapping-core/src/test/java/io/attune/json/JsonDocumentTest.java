package io.attune.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.attune.json.JsonValue.JsonObject;
import io.attune.json.JsonValue.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonDocumentTest {
  private static String problems(String text) {
    JsonDocument document = JsonDocument.read(text);
    return String.join(
        "\n", document.problems().stream().map(problem -> problem.render("f.json")).toList());
  }

  @Test
  void everyNodeKnowsItsPlaceInCodePoints() {
    JsonDocument document = JsonDocument.read("{\r\n  \"𝒜\": \"é\", \"b\": [1,\n null]\n}");
    JsonObject root = assertInstanceOf(JsonObject.class, document.root());
    assertEquals(new Place(2, 3), root.members().get(0).namePlace());
    assertEquals(new Place(2, 8), root.members().get(0).value().place());
    assertEquals(new Place(2, 13), root.members().get(1).namePlace());
    JsonValue.JsonArray array =
        assertInstanceOf(JsonValue.JsonArray.class, root.members().get(1).value());
    assertEquals(new Place(3, 2), array.elements().get(1).place());
  }

  @Test
  void placesWithinATextAccountForEscapes() {
    JsonDocument document = JsonDocument.read(" [\"a\\u00e9\\\\\\ud835\\udc9c𝒜z\"]");
    JsonValue.JsonArray array = assertInstanceOf(JsonValue.JsonArray.class, document.root());
    JsonText text = assertInstanceOf(JsonText.class, array.elements().get(0));
    assertEquals("aé\\𝒜𝒜z", text.value());
    assertEquals(new Place(1, 4), document.within(text, 1));
    assertEquals(new Place(1, 5), document.within(text, 2));
    assertEquals(new Place(1, 11), document.within(text, 3));
    assertEquals(new Place(1, 13), document.within(text, 4));
    assertEquals(new Place(1, 25), document.within(text, 5));
    assertEquals(new Place(1, 26), document.within(text, 6));
    assertEquals(new Place(1, 27), document.within(text, 7));
  }

  @Test
  void duplicateKeysAreAllNamedAndTheRestIsRead() {
    String text = "{\"a\":1,\n \"a\":2, \"b\":{\"c\":1,\"c\":1}}";
    assertEquals(
        """
        f.json:2:2: error: `a` stands twice in this object
        f.json:2:20: error: `c` stands twice in this object""",
        problems(text));
    JsonObject root = assertInstanceOf(JsonObject.class, JsonDocument.read(text).root());
    assertEquals(2, root.members().size());
  }

  @Test
  void saysWhereItIsNoJson() {
    assertEquals("f.json:1:1: error: the file is empty", problems(""));
    assertEquals("f.json:2:1: error: the JSON ends too early", problems("{\n"));
    assertEquals("f.json:1:4: error: there is more after the end of the JSON", problems("{} []"));
    assertNull(JsonDocument.read("{\"a\":tru}").root());
    assertEquals(
        "f.json:1:7: error: this is no JSON: expected comma to separate object entries",
        problems("{\"a\":1;}"));
  }

  @Test
  void boundsDepth() {
    String deep = "[".repeat(65) + "]".repeat(65);
    assertEquals(
        "f.json:1:65: error: objects and arrays nest deeper than 64 levels", problems(deep));
    assertEquals("", problems("[".repeat(64) + "]".repeat(64)));
  }

  @Test
  void refusesWhatIsNoUtf8() {
    byte[] bytes = "{\n\"é\": \"?\"}".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 3] = (byte) 0xC3;
    JsonDocument document = JsonDocument.read(bytes);
    assertNull(document.root());
    assertEquals(
        List.of("f.json:2:7: error: these bytes are no UTF-8"),
        document.problems().stream().map(problem -> problem.render("f.json")).toList());
    assertNotNull(JsonDocument.read("\uFEFF{}".getBytes(StandardCharsets.UTF_8)).root());
  }

  @Test
  void writesWhatItRead() {
    String text =
        """
        {
          "a": [
            1.50,
            -0,
            1e5,
            true,
            null
          ],
          "b\\"\\n": {},
          "c": []
        }
        """;
    JsonValue root = assertNotNullRoot(text);
    assertEquals(text, JsonWriter.write(root));
  }

  private static JsonValue assertNotNullRoot(String text) {
    JsonValue root = JsonDocument.read(text).root();
    assertNotNull(root);
    return root;
  }
}
