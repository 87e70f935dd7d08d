package io.attune.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a failure is told, and what becomes of the thread that writes. */
@Timeout(30)
class WriteBehindTest {
  private static final int PIECE = 1 << 16;
  private static final int MOST_PIECES = 8;

  /** Notes what is done to it, and fails if it is to. */
  private static final class Noting extends OutputStream {
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final @Nullable Throwable failure;
    private Thread writer = Thread.currentThread();

    Noting(@Nullable Throwable failure) {
      this.failure = failure;
    }

    @Override
    public void write(int each) throws IOException {
      write(new byte[] {(byte) each}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      done.add("write " + length);
      writer = Thread.currentThread();
      begun.countDown();
      if (failure instanceof IOException checked) {
        throw checked;
      }
      if (failure instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      if (failure instanceof Error error) {
        throw error;
      }
    }

    @Override
    public void flush() {
      done.add("flush");
    }

    @Override
    public void close() {
      done.add("close");
    }
  }

  /** Whoever makes more than may wait is told by the next write, once, and nothing follows. */
  @Test
  void aFailureIsToldByALaterWrite() throws IOException {
    for (Throwable failure :
        List.of(
            new IOException("full"),
            new UncheckedIOException(new IOException("full")),
            new StackOverflowError())) {
      Noting target = new Noting(failure);
      WriteBehind out = new WriteBehind(target);
      Throwable told =
          assertThrows(failure.getClass(), () -> out.write(new byte[(MOST_PIECES + 2) * PIECE]));
      assertSame(failure, told);
      out.close();
      assertEquals(List.of("write " + PIECE, "flush", "close"), List.copyOf(target.done));
    }
  }

  @Test
  void whatIsClosedIsFlushedAndClosedOnce() throws IOException {
    Noting target = new Noting(null);
    WriteBehind out = new WriteBehind(target);
    out.write(new byte[PIECE + 1]);
    out.close();
    out.close();
    assertEquals(List.of("write " + PIECE, "write 1", "flush", "close"), List.copyOf(target.done));
    assertTrue(target.writer == Thread.currentThread(), "the rest is written by who closes");
  }

  /** A process that ends does not wait for it. */
  @Test
  void theWriterIsADaemon() throws Exception {
    Noting target = new Noting(null);
    try (OutputStream out = new WriteBehind(target)) {
      out.write(new byte[PIECE + 1]);
      target.begun.await();
      assertTrue(target.writer.isDaemon());
    }
  }

  @Test
  void anInterruptedWriteFails() throws IOException {
    try (OutputStream out = new WriteBehind(new Noting(null))) {
      Thread.currentThread().interrupt();
      assertThrows(InterruptedIOException.class, () -> out.write(new byte[PIECE + 1]));
      assertTrue(Thread.interrupted(), "who is interrupted stays so");
    }
  }

  /** What is not wanted any more is closed without the rest, and nobody waits for more of it. */
  @Test
  void anInterruptedCloseEndsTheWriter() throws Exception {
    Noting target = new Noting(null);
    OutputStream out = new WriteBehind(target);
    out.write(new byte[PIECE + 1]);
    target.begun.await();
    Thread.currentThread().interrupt();
    Throwable thrown = assertThrows(IOException.class, out::close);
    assertTrue(Thread.interrupted(), "who is interrupted stays so");
    assertInstanceOf(InterruptedIOException.class, thrown);
    target.writer.join();
    assertFalse(target.writer.isAlive());
    assertEquals(List.of("write " + PIECE, "close"), List.copyOf(target.done));
  }
}
