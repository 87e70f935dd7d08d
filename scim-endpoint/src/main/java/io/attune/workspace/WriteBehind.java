package io.attune.workspace;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Writes in a thread of its own what this thread makes: the same bytes in the same order. What
 * fails there is thrown here, once, by a later write or by {@link #close()}: only what was written
 * and closed without a failure is whole. Little starts no thread.
 *
 * <p>Holds {@value #PIECES_WAITING} pieces of {@value #PIECE_BYTES} bytes, and two more.
 */
final class WriteBehind extends OutputStream {
  private static final int PIECES_WAITING = 6;
  private static final int PIECE_BYTES = 1 << 16;

  private final OutputStream target;
  private final BlockingQueue<Piece> full = new ArrayBlockingQueue<>(PIECES_WAITING);
  private final BlockingQueue<Piece> empty = new ArrayBlockingQueue<>(PIECES_WAITING + 2);
  private Piece filling = new Piece();
  private @Nullable Thread thread;
  private boolean told;
  private boolean closed;
  private volatile @Nullable Throwable failure;

  /** Writes to {@code target}, which this closes. */
  WriteBehind(OutputStream target) {
    this.target = target;
  }

  private static final class Piece {
    private final byte[] bytes = new byte[PIECE_BYTES];
    private int used;
    private boolean last;
  }

  @Override
  public void write(int each) throws IOException {
    write(new byte[] {(byte) each}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    int end = offset + length;
    while (from < end) {
      if (filling.used == PIECE_BYTES) {
        handOver();
      }
      int some = Math.min(end - from, PIECE_BYTES - filling.used);
      System.arraycopy(bytes, from, filling.bytes, filling.used, some);
      filling.used += some;
      from += some;
    }
  }

  private void handOver() throws IOException {
    throwFailure();
    if (thread == null) {
      thread = new Thread(this::run, "attune-write-behind");
      thread.setDaemon(true);
      thread.start();
    }
    try {
      full.put(filling);
    } catch (InterruptedException e) {
      throw interrupted();
    }
    Piece next = empty.poll();
    filling = next == null ? new Piece() : next;
    filling.used = 0;
  }

  /** Goes on after a failure, writing nothing, so that nobody waits for room. */
  private void run() {
    try {
      for (Piece piece = full.take(); !piece.last; piece = full.take()) {
        write(piece);
        empty.offer(piece);
      }
    } catch (InterruptedException e) {
      // Whoever interrupts this does not want the rest.
    }
  }

  private void write(Piece piece) {
    if (failure == null) {
      try {
        target.write(piece.bytes, 0, piece.used);
      } catch (IOException | RuntimeException | Error e) {
        failure = e;
      }
    }
  }

  private void throwFailure() throws IOException {
    Throwable failed = told ? null : failure;
    told |= failed != null;
    if (failed instanceof IOException checked) {
      throw checked;
    }
    if (failed instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (failed instanceof Error error) {
      throw error;
    }
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("writing was interrupted");
  }

  /** Waits until everything is written. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (OutputStream closing = target) {
      finish();
      closing.flush();
    }
  }

  private void finish() throws IOException {
    Thread writing = thread;
    if (writing != null) {
      try {
        Piece end = new Piece();
        end.last = true;
        full.put(end);
        writing.join();
      } catch (InterruptedException e) {
        writing.interrupt();
        throw interrupted();
      }
    }
    throwFailure();
    if (failure == null) {
      target.write(filling.bytes, 0, filling.used);
    }
  }
}
