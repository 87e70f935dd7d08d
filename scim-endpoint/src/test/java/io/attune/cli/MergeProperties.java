package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.expression.Direction;
import io.attune.json.JsonDocument;
import io.attune.json.JsonValue;
import io.attune.json.JsonValue.JsonNull;
import io.attune.json.JsonValue.JsonObject;
import io.attune.json.JsonValue.JsonText;
import io.attune.json.JsonValue.Member;
import io.attune.json.MappingDocument;
import io.attune.json.Place;
import io.attune.mapping.AttributeMapping;
import io.attune.workspace.MappingEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The partial merge of the Mappings API, on files. Source: okta-behaviour 1.1.5. */
class MergeProperties {
  private static Path org = Path.of("");

  @BeforeContainer
  static void writeOrg() throws IOException {
    org = TinyOrg.write(Files.createTempDirectory("merge"), 1);
  }

  @AfterContainer
  static void removeOrg() throws IOException {
    try (Stream<Path> tree = Files.walk(org)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** What a file holds after merges, one after the other. */
  @SafeVarargs
  private static String merged(Map<String, JsonValue> before, Map<String, JsonValue>... merges) {
    try {
      TinyOrg.put(org, "apps/hr/mapping.json", "{\"toApp\": {}}");
      MappingEdit.merge(org, "hr", Direction.TO_OKTA, before);
      for (Map<String, JsonValue> merge : merges) {
        MappingEdit.merge(org, "hr", Direction.TO_OKTA, merge);
      }
      return TinyOrg.text(org.resolve("apps/hr/mapping.json"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<AttributeMapping> rows(String text) {
    List<AttributeMapping> rows =
        new ArrayList<>(MappingDocument.read(JsonDocument.read(text)).toOkta().mappings());
    rows.sort(Comparator.comparing(AttributeMapping::target));
    return rows;
  }

  /** {@code merge(merge(t, a), a) = merge(t, a)}, character for character. */
  @Property(tries = 20)
  void isIdempotent(
      @ForAll("bodies") Map<String, JsonValue> before, @ForAll("bodies") Map<String, JsonValue> a) {
    assertEquals(merged(before, a), merged(before, a, a));
  }

  /** The rows of one body in any order, and two bodies that name different rows, either first. */
  @Property(tries = 20)
  void orderDoesNotMatter(
      @ForAll("bodies") Map<String, JsonValue> before,
      @ForAll("bodies") Map<String, JsonValue> a,
      @ForAll("bodies") Map<String, JsonValue> b) {
    List<String> names = new ArrayList<>(a.keySet());
    Collections.reverse(names);
    Map<String, JsonValue> reversed = new LinkedHashMap<>();
    names.forEach(name -> reversed.put(name, Objects.requireNonNull(a.get(name))));
    assertEquals(rows(merged(before, a)), rows(merged(before, reversed)));
    Map<String, JsonValue> others = new LinkedHashMap<>(b);
    others.keySet().removeAll(a.keySet());
    assertEquals(rows(merged(before, a, others)), rows(merged(before, others, a)));
  }

  /** What is not named stays; what is named is what the body says. */
  @Property(tries = 20)
  void namedRowsAreReplacedAndTheOthersStay(
      @ForAll("bodies") Map<String, JsonValue> before, @ForAll("bodies") Map<String, JsonValue> a) {
    Map<String, JsonValue> expected = new LinkedHashMap<>(before);
    expected.putAll(a);
    expected.values().removeIf(row -> row instanceof JsonNull);
    assertEquals(rows(merged(expected)), rows(merged(before, a)));
  }

  @Provide
  Arbitrary<Map<String, JsonValue>> bodies() {
    Arbitrary<JsonValue> rows =
        Combinators.combine(
                Arbitraries.of("appuser.email", "'x'", "appuser.title ?: 'none'"),
                Arbitraries.of(true, false))
            .as(
                (expression, policy) -> {
                  List<Member> members = new ArrayList<>();
                  members.add(Member.of("expression", JsonText.of(expression)));
                  if (policy) {
                    members.add(Member.of("onError", JsonText.of("NULL")));
                  }
                  return (JsonValue) JsonObject.of(members);
                });
    return Arbitraries.maps(
            Arbitraries.of("title", "city", "email", "nickName"),
            Arbitraries.oneOf(rows, rows, Arbitraries.just(new JsonNull(Place.START))))
        .ofMaxSize(4);
  }
}
