package io.attune.scim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.plan.AppRecord;
import io.attune.plan.ImportRecord;
import io.attune.plan.Sha256;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.ExternalAttribute;
import io.attune.profile.ProfileSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/** The fast way to read a record, against the one that builds a tree. */
class RecordTokensProperties {
  private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
  private static final String MORE = "urn:example:more";

  private static final ProfileSchema SCHEMA =
      ProfileSchema.of(
          scim("userName", AttributeKind.STRING, "userName", CORE),
          scim("given", AttributeKind.STRING, "name.givenName", CORE),
          scim("mail", AttributeKind.STRING, "emails.^[primary==true].value", CORE),
          scim("home", AttributeKind.STRING, "emails.^[type==\"home\"].value", CORE),
          scim("second", AttributeKind.STRING, "emails.[1].value", CORE),
          scim("level", AttributeKind.INTEGER, "level", MORE),
          scim("rate", AttributeKind.NUMBER, "rate", MORE),
          scim("open", AttributeKind.BOOLEAN, "open", MORE),
          scim("tags", AttributeKind.STRING_ARRAY, "tags", MORE),
          scim("boss", AttributeKind.STRING, "manager.value", MORE));

  private static final List<String> NAMES =
      List.of(
          "id",
          "externalId",
          "userName",
          "USERNAME",
          "name",
          "givenName",
          "emails",
          "value",
          "type",
          "primary",
          "active",
          "schemas",
          MORE,
          "URN:EXAMPLE:MORE",
          "level",
          "rate",
          "open",
          "tags",
          "manager",
          "mail",
          "given",
          "unknown",
          "größe",
          "end",
          "count",
          "Resources");

  private static final List<String> SCALARS =
      List.of(
          "\"\"",
          "\"x\"",
          "\"home\"",
          "\"HOME\"",
          "\"true\"",
          "true",
          "false",
          "null",
          "0",
          "7",
          "-0",
          "1e2",
          "1.5",
          "9223372036854775808",
          "\"Zoë\"",
          "\"\\uD83D\\uDE00\"",
          "\"\\uD800\"",
          "\"京都\"",
          "\" \"",
          "1".repeat(65));

  private static AttributeDefinition scim(
      String name, AttributeKind kind, String path, String namespace) {
    return AttributeDefinition.of(name, kind).withExternal(new ExternalAttribute(path, namespace));
  }

  private final ObjectMapper mapper = RecordFile.mapper();
  private final RecordReader reader = new RecordReader(SCHEMA);
  private final RecordTokens tokens = new RecordTokens(reader, RecordFile.LIMITS);

  /** Whatever the fast reader answers, the other one answers too. */
  @Property(tries = 20_000)
  void theFastWayNeverDisagrees(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] line = line(random).getBytes(StandardCharsets.UTF_8);
    Sha256 raw = Sha256.of(line);
    AppRecord fast = tokens.read(line, raw);
    Statistics.label("read the fast way")
        .collect(fast != null)
        .coverage(check -> check.check(true).percentage(share -> share > 15));
    if (fast != null) {
      assertEquals(slow(line, raw), fast, () -> new String(line, StandardCharsets.UTF_8));
    }
  }

  /** Nor does what it learns from one record deceive it about others that are much like it. */
  @Property(tries = 20_000)
  void whatIsLearnedNeverDisagrees(@ForAll long seed) {
    Random random = new Random(seed);
    LearnedShapes<RecordShape> shapes = new LearnedShapes<>();
    RecordTokens learning = new RecordTokens(reader, RecordFile.LIMITS, shapes);
    byte[] first = line(random).getBytes(StandardCharsets.UTF_8);
    if (learning.read(first, Sha256.of(first)) == null) {
      return;
    }
    byte[] line = first;
    for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
      line = random.nextInt(8) == 0 ? withOtherByte(line, random) : withOtherText(line, random);
    }
    Sha256 raw = Sha256.of(line);
    byte[] changed = line;
    AppRecord alike = shapes.read(shape -> shape.read(changed, raw));
    Statistics.label("of a shape that was learned")
        .collect(alike != null)
        .coverage(check -> check.check(true).percentage(share -> share > 30));
    if (alike != null) {
      String text = new String(line, StandardCharsets.UTF_8);
      assertEquals(slow(line, raw), alike, () -> text);
    }
  }

  /** The line with a string changed, mostly a value, sometimes a name. */
  private static byte[] withOtherText(byte[] line, Random random) {
    boolean anything = random.nextInt(8) == 0;
    List<Integer> starts = new ArrayList<>();
    for (int at = 1; at < line.length - 1; at++) {
      if (line[at] == '"' && (anything || line[at - 1] == ':')) {
        starts.add(at + 1);
      }
    }
    if (starts.isEmpty()) {
      return line;
    }
    int from = starts.get(random.nextInt(starts.size()));
    int to = from;
    while (to < line.length && line[to] != '"') {
      to++;
    }
    String scalar = scalar(random).replace("\"", "");
    byte[] text = (random.nextInt(9) == 0 ? name(random) : scalar).getBytes(StandardCharsets.UTF_8);
    byte[] changed = new byte[line.length - (to - from) + text.length];
    System.arraycopy(line, 0, changed, 0, from);
    System.arraycopy(text, 0, changed, from, text.length);
    System.arraycopy(line, to, changed, from + text.length, line.length - to);
    return changed;
  }

  private static byte[] withOtherByte(byte[] line, Random random) {
    byte[] changed = line.clone();
    byte[] bytes = {'"', '\\', 0, 'x', '{', '}', ' ', (byte) 0xC3, (byte) 0xA9, (byte) 0xED};
    changed[random.nextInt(changed.length)] = bytes[random.nextInt(bytes.length)];
    return changed;
  }

  private ImportRecord slow(byte[] line, Sha256 raw) {
    try {
      return reader.read(mapper.readTree(line), raw, new ArrayList<>());
    } catch (IOException e) {
      throw new AssertionError("read the fast way, and yet no JSON", e);
    }
  }

  /** Mostly a record as apps send them, with a few things changed. */
  private static String line(Random random) {
    StringBuilder text = new StringBuilder();
    boolean ordinary = random.nextInt(3) > 0;
    if (ordinary) {
      text.append("{\"schemas\":[],\"id\":\"a").append(random.nextInt(9)).append('"');
      member(text, "userName", scalar(random));
      member(text, "name", "{\"givenName\":" + scalar(random) + "}");
      member(text, "emails", emails(random));
      member(text, MORE, object(random, 2));
    } else {
      text.append("{\"").append(random.nextBoolean() ? "schemas\":[],\"id" : "externalId");
      text.append("\":\"b\"");
    }
    for (int more = random.nextInt(3); more > 0; more--) {
      member(text, name(random), value(random, 2));
    }
    text.append(random.nextInt(40) == 0 ? "}}" : "}");
    if (random.nextInt(10) == 0) {
      text.deleteCharAt(random.nextInt(text.length()));
    }
    return text.toString();
  }

  private static void member(StringBuilder text, String name, String value) {
    text.append(",\"").append(name).append("\":").append(value);
  }

  private static String emails(Random random) {
    List<String> all = new ArrayList<>();
    for (int count = random.nextInt(4); count > 0; count--) {
      List<String> members = new ArrayList<>();
      members.add("\"value\":" + scalar(random));
      members.add(random.nextInt(2) == 0 ? "\"type\":\"home\"" : "\"Type\":" + scalar(random));
      if (random.nextBoolean()) {
        members.add(random.nextInt(members.size()), "\"primary\":" + scalar(random));
      }
      all.add(random.nextInt(9) == 0 ? value(random, 1) : "{" + String.join(",", members) + "}");
    }
    return "[" + String.join(",", all) + "]";
  }

  private static String name(Random random) {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  private static String scalar(Random random) {
    return SCALARS.get(random.nextInt(random.nextBoolean() ? 4 : SCALARS.size()));
  }

  private static String value(Random random, int depth) {
    int kind = random.nextInt(depth > 0 ? 4 : 2);
    if (kind < 2) {
      return scalar(random);
    }
    return kind == 2 ? object(random, depth - 1) : "[" + value(random, depth - 1) + "]";
  }

  private static String object(Random random, int depth) {
    List<String> members = new ArrayList<>();
    for (int count = random.nextInt(4); count > 0; count--) {
      members.add("\"" + name(random) + "\":" + value(random, depth));
    }
    return "{" + String.join(",", members) + "}";
  }

  @Test
  void anOrdinaryRecordIsReadTheFastWay() {
    String line =
        "{\"schemas\":[\""
            + CORE
            + "\"],\"id\":\"7\",\"userName\":\"ada\",\"name\":{\"givenName\":"
            + "\"Ada\"},\"emails\":[{\"value\":\"h@x\",\"type\":\"home\"},{\"value\":\"w@x\","
            + "\"primary\":true}],\"active\":false,\""
            + MORE
            + "\":{\"level\":3,\"tags\":[\"a\"]}}";
    AppRecord record = tokens.read(line.getBytes(StandardCharsets.UTF_8), Sha256.of(new byte[0]));
    assertNotNull(record);
    assertEquals("7", record.externalId());
    assertFalse(record.active());
    assertEquals("ada", record.profile().value("userName"));
    assertEquals("w@x", record.profile().value("mail"));
    assertEquals("h@x", record.profile().value("home"));
    assertEquals(3L, record.profile().value("level"));
  }

  /**
   * What the other reader refuses is left to it: twice one name, too deep, too long, more after.
   */
  @Test
  void faultsAreLeftToTheOtherReader() {
    for (String line :
        List.of(
            "{\"schemas\":[],\"id\":\"7\",\"userName\":\"a\",\"USERNAME\":\"b\"}",
            "{\"schemas\":[],\"id\":\"7\",\"x\":{\"y\":[{\"z\":1,\"z\":2}]}}",
            "{\"schemas\":[],\"id\":\"7\",\"x\":" + "[".repeat(40) + "]".repeat(40) + "}",
            "{\"schemas\":[],\"id\":\"7\",\"x\":\"" + "a".repeat(70_000) + "\"}",
            "{\"schemas\":[],\"id\":\"7\",\"x\":" + "1".repeat(65) + "}",
            "{\"schemas\":[],\"id\":\"7\",\"emails\":[{\"value\":" + "1".repeat(65) + "}]}",
            "{\"schemas\":[],\"id\":\"7\",\"" + "n".repeat(300) + "\":1}",
            "{\"schemas\":[],\"id\":\"7\"} {}",
            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"id\":\"g\"}",
            "{\"schemas\":[\"urn:scim:schemas:core:1.0\"],\"id\":\"g\",\"members\":[]}",
            "{\"externalId\":\"x\",\"group\":{\"id\":\"g\"}}",
            "{\"end\":true,\"count\":1}",
            "{\"totalResults\":0}",
            "[]")) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      assertNull(
          tokens.read(bytes, Sha256.of(bytes)),
          () -> line.substring(0, Math.min(60, line.length())));
    }
    assertTrue(RecordNames.isAscii("userName"));
  }
}
