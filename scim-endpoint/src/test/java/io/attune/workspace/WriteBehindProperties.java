package io.attune.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What is written behind is what would have been written at once, or fails as it would. */
class WriteBehindProperties {
  private static final int MOST_BYTES = 1_000_000;

  /** Takes so many bytes, then fails. */
  private static final class Disk extends OutputStream {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final IOException full = new IOException("no space left on device");
    private final int room;
    private boolean closed;
    private @Nullable Thread writer;

    Disk(int room) {
      this.room = room;
    }

    @Override
    public void write(int each) throws IOException {
      write(new byte[] {(byte) each}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      writer = Thread.currentThread();
      if (taken.size() + length > room) {
        throw full;
      }
      taken.write(bytes, offset, length);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static void write(byte[] bytes, Random random, OutputStream out) throws IOException {
    int at = 0;
    while (at < bytes.length) {
      int some = Math.min(bytes.length - at, random.nextInt(random.nextBoolean() ? 300 : 200_000));
      if (some == 1) {
        out.write(bytes[at]);
      } else {
        out.write(bytes, at, some);
      }
      at += some;
    }
  }

  private static void write(byte[] bytes, Random random, Disk disk) throws IOException {
    try (OutputStream out = new WriteBehind(disk)) {
      write(bytes, random, out);
    }
  }

  private static void isDone(Disk disk) {
    assertTrue(disk.closed);
    Thread writer = disk.writer;
    assertFalse(
        writer != null && writer != Thread.currentThread() && writer.isAlive(), "still writing");
  }

  @Property(tries = 100)
  void writesTheSameBytes(@ForAll long seed, @ForAll @IntRange(max = MOST_BYTES) int length)
      throws IOException {
    Random random = new Random(seed);
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    Disk disk = new Disk(Integer.MAX_VALUE);
    write(bytes, random, disk);
    assertArrayEquals(bytes, disk.taken.toByteArray());
    isDone(disk);
  }

  @Property(tries = 100)
  void failsAsTheDiskDoes(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = MOST_BYTES) int length) {
    Random random = new Random(seed);
    Disk disk = new Disk(random.nextInt(length));
    IOException thrown =
        assertThrows(IOException.class, () -> write(new byte[length], random, disk));
    assertSame(disk.full, thrown);
    isDone(disk);
  }

  /** Whoever makes the bytes may throw: it comes out, and nothing goes on in the background. */
  @Property(tries = 50)
  void whatTheMakerThrowsComesOut(@ForAll @IntRange(max = MOST_BYTES) int length) {
    Disk disk = new Disk(Integer.MAX_VALUE);
    assertThrows(
        IllegalStateException.class,
        () -> {
          try (OutputStream out = new WriteBehind(disk)) {
            out.write(new byte[length]);
            throw new IllegalStateException("no such person");
          }
        });
    isDone(disk);
  }
}
