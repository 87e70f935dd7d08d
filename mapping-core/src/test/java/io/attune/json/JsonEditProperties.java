package io.attune.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.json.JsonValue.JsonArray;
import io.attune.json.JsonValue.JsonFlag;
import io.attune.json.JsonValue.JsonNull;
import io.attune.json.JsonValue.JsonNumber;
import io.attune.json.JsonValue.JsonObject;
import io.attune.json.JsonValue.JsonText;
import io.attune.json.JsonValue.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** An edit does to the text what it would do to the tree, and nothing to the rest of the text. */
class JsonEditProperties {
  /** How a text may be laid out. */
  enum Layout {
    LINES,
    SPACED,
    WINDOWS,
    TABS,
    ONE_LINE,
    DENSE;

    String of(JsonValue tree) {
      String lines = JsonWriter.write(tree);
      return switch (this) {
        case LINES -> lines;
        case SPACED -> lines.replace("\": ", "\" : ");
        case WINDOWS -> lines.replace("\n", "\r\n");
        case TABS -> lines.replace("  ", "\t");
        case ONE_LINE -> lines.replaceAll("\n *", " ");
        case DENSE -> lines.replaceAll("\n *", "").replace("\": ", "\":");
      };
    }
  }

  private static JsonValue tree(String text) {
    JsonDocument document = JsonDocument.read(text);
    assertEquals(List.of(), document.problems());
    return Objects.requireNonNull(document.root());
  }

  private static String shape(JsonValue tree) {
    return JsonWriter.write(tree);
  }

  @Property
  void setsTheMemberAndNothingElse(
      @ForAll("objects") JsonObject root,
      @ForAll Layout layout,
      @ForAll("paths") List<String> path,
      @ForAll("values") JsonValue value) {
    if (reference(root, path, value) instanceof JsonObject expected) {
      String text = layout.of(root);
      assertEquals(shape(expected), shape(tree(JsonEdit.set(text, path, value))));
    }
  }

  @Property
  void removesTheMemberAndNothingElse(
      @ForAll("objects") JsonObject root,
      @ForAll Layout layout,
      @ForAll("paths") List<String> path) {
    String edited = JsonEdit.remove(layout.of(root), path);
    assertEquals(shape(without(root, path)), shape(tree(edited)));
  }

  /** {@code read(write(tree)) = tree}, and written again it is the same text. */
  @Property
  void readingAndWritingIsTheIdentity(@ForAll("objects") JsonObject root, @ForAll Layout layout) {
    assertEquals(shape(root), shape(tree(layout.of(root))));
  }

  /** A member that was put in and taken out again leaves no trace. */
  @Property
  void whatIsPutInAndTakenOutLeavesNoTrace(
      @ForAll("objects") JsonObject root,
      @ForAll Layout layout,
      @ForAll("values") JsonValue value) {
    if (!root.members().isEmpty()) {
      String text = layout.of(root);
      String set = JsonEdit.set(text, List.of("new"), value);
      assertEquals(text, JsonEdit.remove(set, List.of("new")));
    }
  }

  /** Everything before and behind the value that is replaced keeps its characters. */
  @Property
  void theRestKeepsItsCharacters(
      @ForAll("objects") JsonObject root,
      @ForAll Layout layout,
      @ForAll("values") JsonValue value) {
    String marker = "\"7f3a\"";
    String text = layout.of(new JsonObject(Place.START, with(root, "k", JsonText.of("7f3a"))));
    String edited = JsonEdit.set(text, List.of("k"), value);
    int cut = text.indexOf(marker);
    assertTrue(edited.startsWith(text.substring(0, cut)));
    assertTrue(edited.endsWith(text.substring(cut + marker.length())));
  }

  @Example
  void whatIsPutInTakesTheLayoutOfItsNeighbours() {
    String text =
        """
        {
          "a" : { "x" : 1.50 },
          "b" : {
            "y" : true
          }
        }
        """;
    JsonValue value =
        JsonObject.of(List.of(Member.of("z", JsonArray.of(List.of(JsonNumber.of(1))))));
    assertEquals(
        text.replace("1.50 }", "1.50, \"new\" : {\"z\": [1]} }"),
        JsonEdit.set(text, List.of("a", "new"), value));
    assertEquals(
        text.replace(
            "    \"y\" : true\n",
            "    \"y\" : true,\n    \"new\" : {\n      \"z\": [\n        1\n      ]\n    }\n"),
        JsonEdit.set(text, List.of("b", "new"), value));
    assertEquals(
        "{\n  \"p\": {\n    \"q\": null\n  }\n}",
        JsonEdit.set("{}", List.of("p", "q"), new JsonNull(Place.START)));
  }

  private static JsonValue reference(JsonObject root, List<String> path, JsonValue value) {
    JsonValue child = root.get(path.get(0));
    if (path.size() == 1) {
      return new JsonObject(Place.START, with(root, path.get(0), value));
    }
    boolean absent = child == null || child instanceof JsonNull;
    JsonObject inside =
        absent ? JsonObject.of(List.of()) : child instanceof JsonObject o ? o : null;
    if (inside == null) {
      return new JsonNull(Place.START);
    }
    JsonValue changed = reference(inside, path.subList(1, path.size()), value);
    return changed instanceof JsonObject
        ? new JsonObject(Place.START, with(root, path.get(0), changed))
        : changed;
  }

  private static List<Member> with(JsonObject object, String name, JsonValue value) {
    List<Member> members = new ArrayList<>();
    boolean found = false;
    for (Member member : object.members()) {
      found |= member.name().equals(name);
      members.add(member.name().equals(name) ? Member.of(name, value) : member);
    }
    if (!found) {
      members.add(Member.of(name, value));
    }
    return members;
  }

  private static JsonObject without(JsonObject object, List<String> path) {
    List<Member> members = new ArrayList<>();
    for (Member member : object.members()) {
      if (!member.name().equals(path.get(0))) {
        members.add(member);
      } else if (path.size() > 1) {
        boolean inner = member.value() instanceof JsonObject;
        members.add(
            inner
                ? Member.of(
                    member.name(),
                    without((JsonObject) member.value(), path.subList(1, path.size())))
                : member);
      }
    }
    return JsonObject.of(members);
  }

  @Provide
  Arbitrary<List<String>> paths() {
    return names().list().ofMinSize(1).ofMaxSize(4);
  }

  private static Arbitrary<String> names() {
    return Arbitraries.of("a", "b", "c", "é\n\"");
  }

  @Provide
  Arbitrary<JsonObject> objects() {
    return object(3);
  }

  @Provide
  Arbitrary<JsonValue> values() {
    return value(2);
  }

  private static Arbitrary<JsonObject> object(int depth) {
    return names()
        .list()
        .uniqueElements()
        .ofMaxSize(3)
        .flatMap(
            names ->
                value(depth - 1)
                    .list()
                    .ofSize(names.size())
                    .map(
                        values -> {
                          List<Member> members = new ArrayList<>();
                          for (int index = 0; index < names.size(); index++) {
                            members.add(Member.of(names.get(index), values.get(index)));
                          }
                          return JsonObject.of(members);
                        }));
  }

  private static Arbitrary<JsonValue> value(int depth) {
    Arbitrary<JsonValue> leaf =
        Arbitraries.of(
            JsonText.of(""),
            JsonText.of("x,\n\"{"),
            new JsonNumber(Place.START, "1.50"),
            JsonFlag.of(true),
            new JsonNull(Place.START));
    if (depth <= 0) {
      return leaf;
    }
    return Arbitraries.oneOf(
        leaf,
        object(depth).map(each -> (JsonValue) each),
        Combinators.combine(value(depth - 1), value(depth - 1))
            .as((one, other) -> (JsonValue) JsonArray.of(List.of(one, other))));
  }
}
