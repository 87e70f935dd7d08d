package io.attune.plan.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.attune.plan.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Differential: values as Jackson's generator writes them. */
class LineBytesProperties {
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private static final List<String> PIECES =
      List.of(",", "{\"on\":", "{\"名\":", Long.MIN_VALUE + "", "null", "\"\\t\"", "[true,[]]");

  private static String generated(Object value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
      generate(json, value);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void generate(JsonGenerator json, Object value) throws IOException {
    if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        generate(json, element);
      }
      json.writeEndArray();
    } else if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else {
      json.writeBoolean((boolean) value);
    }
  }

  private static void agree(Object value) throws IOException {
    assertEquals(generated(value), new LineBytes().value(value).text());
  }

  /** Any UTF-16 units, halves of pairs alone among them. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<Character> ascii = Arbitraries.chars().range('\0', '\u007f');
    Arbitrary<Character> halves = Arbitraries.chars().range('\ud800', '\udfff');
    Arbitrary<Character> any = Arbitraries.chars().range('\0', '\uffff');
    return Arbitraries.frequencyOf(Tuple.of(6, ascii), Tuple.of(2, halves), Tuple.of(2, any))
        .list()
        .ofMaxSize(600)
        .map(
            units -> {
              StringBuilder text = new StringBuilder();
              units.forEach(text::append);
              return text.toString();
            });
  }

  @Provide
  Arbitrary<Object> values() {
    Arbitrary<Object> scalar =
        Arbitraries.oneOf(
            texts().asGeneric(),
            Arbitraries.longs().asGeneric(),
            Arbitraries.doubles().asGeneric(),
            Arbitraries.of(true, false).asGeneric());
    return Arbitraries.oneOf(scalar, scalar.list().ofMaxSize(5).asGeneric());
  }

  @Property
  void anyTextIsWrittenAsJacksonWritesIt(@ForAll("texts") String text) throws IOException {
    agree(text);
  }

  @Property
  void anyValueIsWrittenAsJacksonWritesIt(@ForAll("values") Object value) throws IOException {
    agree(value);
  }

  /** Pieces of all kinds in one line, which is longer than the line before it. */
  @Property(tries = 300)
  void aLineIsItsPiecesInARow(@ForAll @Size(max = 2000) List<@IntRange(max = 6) Integer> kinds)
      throws IOException {
    LineBytes line = new LineBytes().raw("the line before").reset();
    StringBuilder expected = new StringBuilder();
    for (int kind : kinds) {
      String piece = PIECES.get(kind);
      expected.append(piece);
      switch (kind) {
        case 0 -> line.write(',');
        case 1 -> line.raw(piece);
        case 2 -> line.raw(piece.getBytes(StandardCharsets.UTF_8));
        case 3 -> line.integer(Long.MIN_VALUE);
        case 4 -> line.value(null);
        case 5 -> line.string("\t");
        default -> line.array(List.of(true, List.of()));
      }
    }
    assertEquals(expected.toString(), line.text());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    line.writeTo(out);
    assertEquals(expected.toString(), out.toString(StandardCharsets.UTF_8));
    MessageDigest digest = Sha256.digest();
    line.feed(digest);
    assertEquals(Sha256.of(out.toByteArray()), Sha256.of(digest));
  }

  /** Every UTF-16 unit there is, once by itself. */
  @Example
  void everyUnitIsWrittenAsJacksonWritesIt() throws IOException {
    for (int unit = 0; unit <= Character.MAX_VALUE; unit++) {
      agree(String.valueOf((char) unit));
    }
    agree(List.of(Double.NaN, Double.POSITIVE_INFINITY, Long.MIN_VALUE, -0.0));
  }
}
