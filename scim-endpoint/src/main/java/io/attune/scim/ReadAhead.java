package io.attune.scim;

import io.attune.plan.FeedEnd;
import io.attune.plan.ImportRecord;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a feed in a thread of its own, ahead of whoever takes its records: the same records, faults
 * and end in the same order, and what fails, fails at the same record. Nobody else may use what
 * reads them meanwhile.
 *
 * <p>Records are handed over in pieces, of which {@value #PIECES_WAITING} may wait, one is being
 * filled and one taken. A piece is full at {@value #MOST_RECORDS} records, or when {@value
 * #MOST_BYTES} bytes of the feed went into it and what was read in one go with the last of them. So
 * at most some 2 MiB of a feed of ordinary records are in memory.
 */
final class ReadAhead {
  private static final int PIECES_WAITING = 4;
  private static final int MOST_RECORDS = 256;
  private static final int MOST_BYTES = 1 << 18;

  /** A read from a pipe that nobody writes to cannot be interrupted, and need not be waited for. */
  private static final long PATIENCE_MILLIS = 1000;

  private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(PIECES_WAITING);
  private final Counted in;
  private final Reading reading;
  private final Thread thread = new Thread(this::run, "attune-read-ahead");
  private Piece filling = new Piece();

  private ReadAhead(InputStream in, Reading reading) {
    this.in = new Counted(in);
    this.reading = reading;
    thread.setDaemon(true);
  }

  /** What reads a feed to its end, and tells of everything in order. */
  @FunctionalInterface
  interface Reading {
    FeedEnd read(InputStream in, Consumer<? super ImportRecord> each, RecordFault.Listener faults);
  }

  /** Hands over, in this thread, all that {@code reading} reads from {@code in} in another. */
  static FeedEnd read(
      InputStream in,
      Reading reading,
      Consumer<? super ImportRecord> each,
      RecordFault.Listener faults) {
    ReadAhead ahead = new ReadAhead(in, reading);
    ahead.thread.start();
    try {
      return ahead.take(each, faults);
    } finally {
      ahead.stop();
    }
  }

  /** Some records in the order of the feed, the faults between them, and how it ended if it did. */
  private static final class Piece {
    private final List<ImportRecord> records = new ArrayList<>(MOST_RECORDS);
    private final List<Fault> faults = new ArrayList<>(0);
    private @Nullable FeedEnd end;
    private @Nullable Throwable failure;

    private void tell(Consumer<? super ImportRecord> each, RecordFault.Listener hearer) {
      int told = 0;
      for (int at = 0; at <= records.size(); at++) {
        for (; told < faults.size() && faults.get(told).before() == at; told++) {
          hearer.hear(faults.get(told).line(), faults.get(told).fault());
        }
        if (at < records.size()) {
          each.accept(records.get(at));
        }
      }
    }
  }

  /** A fault that is told before a record of its piece. */
  private record Fault(int before, long line, RecordFault fault) {}

  private void run() {
    try {
      FeedEnd end = reading.read(in, this::add, this::hear);
      filling.end = end;
    } catch (CancellationException e) {
      return;
    } catch (RuntimeException | Error e) {
      filling.failure = e;
    }
    try {
      pieces.put(filling);
    } catch (InterruptedException e) {
      // Nobody takes it any more.
    }
  }

  private void add(ImportRecord record) {
    filling.records.add(record);
    if (filling.records.size() == MOST_RECORDS || in.count >= MOST_BYTES) {
      handOver();
    }
  }

  private void hear(long line, RecordFault fault) {
    filling.faults.add(new Fault(filling.records.size(), line, fault));
  }

  private void handOver() {
    try {
      pieces.put(filling);
    } catch (InterruptedException e) {
      throw new CancellationException();
    }
    filling = new Piece();
    in.count = 0;
  }

  private FeedEnd take(Consumer<? super ImportRecord> each, RecordFault.Listener faults) {
    try {
      while (true) {
        Piece piece = pieces.take();
        piece.tell(each, faults);
        if (piece.failure instanceof Error failure) {
          throw failure;
        }
        if (piece.failure instanceof RuntimeException failure) {
          throw failure;
        }
        if (piece.end != null) {
          return piece.end;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("reading was interrupted"));
    }
  }

  private void stop() {
    thread.interrupt();
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Counts what was read since the last piece was handed over. */
  private static final class Counted extends FilterInputStream {
    private long count;

    private Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int each = super.read();
      count += each < 0 ? 0 : 1;
      return each;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
