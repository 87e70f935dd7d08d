package io.attune.scim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.plan.FeedEnd;
import io.attune.plan.ImportRecord;
import io.attune.plan.KnownRecord;
import io.attune.plan.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How far ahead a feed is read, and what becomes of the thread that reads it. */
@Timeout(30)
class ReadAheadTest {
  /** One taken, four that wait, and one being filled, which is full. */
  private static final int PIECES = 6;

  private static final FeedEnd END = new FeedEnd.Unproven();
  private static final ImportRecord RECORD = new KnownRecord("e", Sha256.of(new byte[0]));

  /** Reads what one record is made of. */
  @FunctionalInterface
  private interface Bytes {
    void read(InputStream in) throws IOException;
  }

  /** Whether the thread cannot go on, having made so many records; waits for it. */
  private static boolean waits(@Nullable Thread reader, AtomicInteger made, int records) {
    while (reader != null && reader.isAlive() && !Thread.currentThread().isInterrupted()) {
      if (made.get() >= records && reader.getState() == Thread.State.WAITING) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  /** While nobody takes more than the first record, so many are read, and no more. */
  private static void readsAhead(int recordsOfAPiece, int feedBytes, Bytes bytes) {
    int ahead = PIECES * recordsOfAPiece;
    AtomicInteger made = new AtomicInteger();
    AtomicInteger taken = new AtomicInteger();
    Thread[] reader = new Thread[1];
    ReadAhead.Reading reading =
        (in, each, faults) -> {
          reader[0] = Thread.currentThread();
          while (made.get() < 2 * ahead) {
            read(bytes, in);
            made.incrementAndGet();
            each.accept(RECORD);
          }
          return END;
        };
    Consumer<ImportRecord> taking =
        record -> {
          if (taken.getAndIncrement() == 0) {
            assertTrue(waits(reader[0], made, ahead), "reads less");
            assertEquals(ahead, made.get());
          }
        };
    InputStream feed = new ByteArrayInputStream(new byte[feedBytes]);
    assertEquals(END, ReadAhead.read(feed, reading, taking, (line, fault) -> {}));
    assertEquals(2 * ahead, taken.get());
  }

  private static void read(Bytes bytes, InputStream in) {
    try {
      bytes.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void readsSoManyRecordsAhead() {
    readsAhead(256, 0, in -> {});
    readsAhead(
        256,
        0,
        in -> {
          for (int time = 0; time < 2000; time++) {
            assertEquals(-1, in.read());
            assertEquals(-1, in.read(new byte[9], 0, 9));
          }
        });
  }

  /** Bytes are counted however they are read: by arrays, or one by one. */
  @Test
  void readsSoManyBytesAhead() {
    int quarter = 1 << 16;
    int all = 2 * PIECES * 4 * quarter;
    readsAhead(4, all, in -> assertEquals(quarter, in.read(new byte[quarter], 0, quarter)));
    readsAhead(
        4,
        all,
        in -> {
          for (int each = 0; each < quarter; each++) {
            assertEquals(0, in.read());
          }
        });
  }

  /** A process that ends does not wait for it. */
  @Test
  void theReaderIsADaemon() {
    ReadAhead.Reading reading =
        (in, each, faults) -> {
          assertTrue(Thread.currentThread().isDaemon());
          return END;
        };
    assertEquals(
        END,
        ReadAhead.read(InputStream.nullInputStream(), reading, record -> {}, (line, fault) -> {}));
  }

  /** Whoever is interrupted waits for no record, for no reader that is stuck, and stays so. */
  @Test
  void anInterruptedTakerStops() {
    CountDownLatch stopped = new CountDownLatch(1);
    ReadAhead.Reading stuck =
        (in, each, faults) -> {
          while (stopped.getCount() > 0) {
            Thread.onSpinWait();
          }
          return END;
        };
    Thread.currentThread().interrupt();
    UncheckedIOException thrown =
        assertThrows(
            UncheckedIOException.class,
            () ->
                ReadAhead.read(
                    InputStream.nullInputStream(), stuck, record -> {}, (line, fault) -> {}));
    assertTrue(Thread.interrupted(), "who is interrupted stays so");
    assertInstanceOf(InterruptedIOException.class, thrown.getCause());
    stopped.countDown();
  }
}
