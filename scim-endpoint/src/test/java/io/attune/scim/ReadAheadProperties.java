package io.attune.scim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.attune.plan.ImportRecord;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.ProfileSchema;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** A feed that is read ahead tells the same as one that is not, whatever happens on the way. */
class ReadAheadProperties {
  private static final ProfileSchema SCHEMA =
      ProfileSchema.of(
          AttributeDefinition.of("name", AttributeKind.STRING),
          AttributeDefinition.of("note", AttributeKind.STRING));

  private static final String END = "{\"end\":true,\"count\":2}";

  private static final String PAGE =
      "{\"totalResults\":2,\"Resources\":[{\"externalId\":\"p\"},{\"externalId\":\"q\"}]}";

  private static final String GROUP =
      "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"id\":\"g\","
          + "\"displayName\":\"G\",\"members\":[]}";

  /** What a reader told, in order, and in which thread the feed was read. */
  private static final class Told {
    private final List<Object> events = new ArrayList<>();
    private @Nullable Thread reader;
  }

  /** Ends with an error instead of the end, if so many bytes were read. */
  private static final class Broken extends FilterInputStream {
    private final Told told;
    private long left;

    Broken(byte[] feed, long left, Told told) {
      super(new ByteArrayInputStream(feed));
      this.left = left;
      this.told = told;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      told.reader = Thread.currentThread();
      if (left <= 0) {
        throw new IOException("the disk is gone");
      }
      int read = super.read(target, offset, (int) Math.min(length, left));
      left -= read;
      return read;
    }
  }

  private static Told read(
      String name, InputStream in, Told told, boolean ahead, Consumer<Object> taking) {
    RecordFile file =
        new RecordFile(
            name,
            in,
            SCHEMA,
            OptionalLong.empty(),
            (line, fault) -> told.events.add(line + ": " + fault));
    Consumer<ImportRecord> each =
        record -> {
          told.events.add(record);
          taking.accept(record);
        };
    try {
      told.events.add((ahead ? file.readAhead() : file).forEach(each));
    } catch (UncheckedIOException e) {
      told.events.add(String.valueOf(e.getCause()));
    }
    return told;
  }

  private static Told read(String name, byte[] feed, long whole, boolean ahead) {
    Told told = new Told();
    return read(name, new Broken(feed, whole, told), told, ahead, record -> {});
  }

  private static void isGone(@Nullable Thread reader) {
    assertNotSame(Thread.currentThread(), reader);
    assertFalse(reader != null && reader.isAlive());
  }

  /** Lines of all kinds, whole, cut or ending in an error, of several pieces. */
  @Property(tries = 60)
  void tellsTheSame(@ForAll long seed, @ForAll @IntRange(max = 1500) int lines) {
    Random random = new Random(seed);
    String name = random.nextInt(4) == 0 ? "feed.csv" : "feed.jsonl";
    byte[] feed = feed(random, lines).getBytes(StandardCharsets.UTF_8);
    byte[] cut = random.nextBoolean() ? feed : Arrays.copyOf(feed, random.nextInt(feed.length + 1));
    long whole = random.nextInt(3) > 0 ? Long.MAX_VALUE : random.nextInt(cut.length + 1);
    Told expected = read(name, cut, whole, false);
    Told told = read(name, cut, whole, true);
    assertEquals(expected.events, told.events);
    isGone(told.reader);
  }

  private static String feed(Random random, int lines) {
    StringBuilder feed = new StringBuilder(random.nextInt(5) == 0 ? "[" : "");
    for (int line = 0; line < lines; line++) {
      feed.append(line(random)).append(random.nextInt(20) == 0 ? ",\r\n" : "\n");
    }
    return feed.toString();
  }

  private static String line(Random random) {
    String known = "{\"externalId\":\"e" + random.nextInt(400) + "\",\"name\":\"";
    return switch (random.nextInt(100)) {
      case 0 -> "";
      case 1 -> "{\"externalId\":";
      case 2 -> "{\"name\":\"nobody\"}";
      case 3 -> known + "x\",\"note\":7}";
      case 4 -> PAGE;
      case 5 -> GROUP;
      case 6 -> END;
      case 7 -> known + "y".repeat(random.nextInt(300_000)) + "\"}";
      default -> known + random.nextInt(50) + "\"}";
    };
  }

  /** Whoever takes the records may throw: it comes out as it is, and nobody reads on. */
  @Property(tries = 25)
  void whatTheTakerThrowsComesOut(@ForAll @IntRange(min = 1, max = 3000) int takenBefore) {
    byte[] feed =
        "{\"externalId\":\"e\",\"name\":\"x\"}\n".repeat(3000).getBytes(StandardCharsets.UTF_8);
    IllegalStateException thrown = new IllegalStateException("no room");
    Told told = new Told();
    Consumer<Object> taking =
        record -> {
          if (told.events.size() == takenBefore) {
            throw thrown;
          }
        };
    Broken in = new Broken(feed, Long.MAX_VALUE, told);
    Throwable out =
        assertThrows(IllegalStateException.class, () -> read("feed.jsonl", in, told, true, taking));
    assertSame(thrown, out);
    assertEquals(takenBefore, told.events.size());
    isGone(told.reader);
  }
}
