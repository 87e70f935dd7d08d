package io.attune.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.plan.AppUserStatus;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.ProfileSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What is learned from one line never deceives about others that are much like it. */
class DirectoryLinesProperties {
  private static Path folder = Path.of("");

  @BeforeContainer
  static void open() throws IOException {
    folder = Files.createTempDirectory("lines");
    Files.writeString(folder.resolve("org.json"), "{}");
  }

  @AfterContainer
  static void delete() throws IOException {
    Files.deleteIfExists(folder.resolve("users.jsonl"));
    Files.delete(folder.resolve("org.json"));
    Files.delete(folder);
  }

  private record Reading(List<DirectoryLine<AppUserStatus>> lines, List<String> findings) {}

  private static Reading read(List<byte[]> lines, boolean ofApp) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      file.write(line);
      file.write('\n');
    }
    Files.write(folder.resolve("users.jsonl"), file.toByteArray());
    Findings findings = new Findings();
    LineReader reader = new LineReader(Folder.open(folder), "users.jsonl", findings);
    List<DirectoryLine<AppUserStatus>> read = new ArrayList<>();
    new DirectoryLines<>(reader, AppUserStatus.class, SCHEMA, ofApp).forEach(read::add);
    return new Reading(read, findings.rendered());
  }

  private static final ProfileSchema SCHEMA =
      ProfileSchema.of(
          List.of(
              AttributeDefinition.of("login", AttributeKind.STRING),
              AttributeDefinition.of("title", AttributeKind.STRING),
              AttributeDefinition.of("age", AttributeKind.INTEGER),
              AttributeDefinition.of("tags", AttributeKind.STRING_ARRAY)));

  /** Reads lines of one file, and each in a file of its own, where nothing can be learned. */
  @Property(tries = 1_500)
  void linesAreReadAlikeTogetherAndAlone(@ForAll long seed, @ForAll boolean ofApp)
      throws IOException {
    Random random = new Random(seed);
    byte[] first = line(random).getBytes(StandardCharsets.UTF_8);
    List<byte[]> lines = new ArrayList<>(List.of(first));
    while (lines.size() < 4) {
      lines.add(
          random.nextInt(4) == 0 ? withOtherByte(first, random) : withOtherText(first, random));
    }
    List<DirectoryLine<AppUserStatus>> alone = new ArrayList<>();
    List<String> findings = new ArrayList<>();
    List<byte[]> before = new ArrayList<>();
    for (byte[] line : lines) {
      List<byte[]> file = new ArrayList<>(before);
      file.add(line);
      Reading reading = read(file, ofApp);
      alone.addAll(reading.lines());
      findings.addAll(reading.findings());
      before.add(new byte[0]);
    }
    Reading together = read(lines, ofApp);
    assertEquals(alone, together.lines());
    assertEquals(findings, together.findings());
  }

  private static String line(Random random) {
    String age = random.nextBoolean() ? "30" : random.nextBoolean() ? "null" : "\"x\"";
    return "{\"id\":\"00u1\",\"externalId\":\"k\",\"scope\":\"USER\",\"status\":\"ACTIVE\","
        + "\"created\":\"2024-03-01T09:00:00.000Z\",\"credentials\":{\"userName\":\"é\"},"
        + "\"profile\":{\"login\":\"a@b\",\"title\":\"Ärztin\",\"age\":"
        + age
        + ",\"tags\":[\"p\",\"q\"],\"other\":{\"deep\":\"er\"}}}";
  }

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "INACTIVE",
          "2023-02-29T09:00:00.000Z",
          "2024-02-29T23:59:59.999Z",
          "1969-12-31T23:59:59.999Z",
          "2024-03-01T09:00:00+01:00",
          "2024-03-01T24:00:00.000Z",
          "\\u0041",
          "\\\"",
          "\\ud800",
          "\uFFFD",
          "日本",
          "\u0001",
          "x\",\"id\":\"y");

  private static byte[] withOtherText(byte[] line, Random random) {
    String text = new String(line, StandardCharsets.UTF_8);
    List<Integer> quotes = new ArrayList<>();
    for (int at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
      quotes.add(at);
    }
    int string = random.nextInt(quotes.size() / 2) * 2;
    String other = TEXTS.get(random.nextInt(TEXTS.size()));
    return (text.substring(0, quotes.get(string) + 1)
            + other
            + text.substring(quotes.get(string + 1)))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] withOtherByte(byte[] line, Random random) {
    byte[] other = line.clone();
    byte changed = (byte) random.nextInt(256);
    other[random.nextInt(other.length)] = changed == '\n' || changed == '\r' ? (byte) ' ' : changed;
    return other;
  }
}
