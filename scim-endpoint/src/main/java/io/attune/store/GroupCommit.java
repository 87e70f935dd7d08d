package io.attune.store;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes writes durable, many by one commit: whoever writes waits, while one thread does what has
 * gathered in one transaction, each write behind a savepoint of its own. A write that fails leaves
 * the others alone; a commit that fails fails all of its writes. Nobody hears of a success before
 * it is on the disk.
 */
final class GroupCommit implements AutoCloseable {
  private static final int MOST_WRITES = 256;

  private final Jdbi jdbi;
  private final BlockingQueue<Task<?>> queue = new LinkedBlockingQueue<>(4096);
  private final Thread thread = new Thread(this::run, "attune-store-writer");
  private final CommitSignal committed = new CommitSignal();
  private final LongAdder commits = new LongAdder();
  private final LongAdder writes = new LongAdder();
  private volatile boolean closed;

  GroupCommit(Jdbi jdbi) {
    this.jdbi = jdbi;
    thread.start();
  }

  /** A write; runs in a transaction that is not its own. */
  interface Write<T> {
    T on(Handle handle);
  }

  private record Task<T>(Write<T> write, CompletableFuture<T> result) {
    /** Does the write; says how its success is told once it is durable. */
    Runnable attempt(Handle handle) throws SQLException {
      Savepoint before = handle.getConnection().setSavepoint();
      try {
        T value = write.on(handle);
        handle.getConnection().releaseSavepoint(before);
        return () -> result.complete(value);
      } catch (RuntimeException e) {
        handle.getConnection().rollback(before);
        return () -> result.completeExceptionally(e);
      }
    }
  }

  /** Does a write and returns when it is durable; what it throws is thrown here. */
  <T> T write(Write<T> write) {
    Task<T> task = new Task<>(write, new CompletableFuture<>());
    if (closed) {
      throw new StoreFailure("the store is closed", "", null);
    }
    try {
      queue.put(task);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailure("the write was interrupted", "", e);
    }
    try {
      return task.result.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException thrown ? thrown : e;
    }
  }

  /** Raised after each commit. */
  CommitSignal committed() {
    return committed;
  }

  long commits() {
    return commits.sum();
  }

  long writes() {
    return writes.sum();
  }

  int queued() {
    return queue.size();
  }

  private void run() {
    List<Task<?>> tasks = new ArrayList<>();
    while (!closed || !queue.isEmpty()) {
      tasks.clear();
      try {
        tasks.add(queue.take());
      } catch (InterruptedException e) {
        continue; // close() wakes us: what is left is still done
      }
      queue.drainTo(tasks, MOST_WRITES - 1);
      commit(tasks);
    }
  }

  private void commit(List<Task<?>> tasks) {
    List<Runnable> answers = new ArrayList<>(tasks.size());
    try {
      jdbi.useTransaction(
          handle -> {
            AuditTrail.hold(handle);
            for (Task<?> task : tasks) {
              answers.add(task.attempt(handle));
            }
          });
    } catch (Exception e) {
      StoreFailure failed = new StoreFailure("the store could not write", "check the disk", e);
      tasks.forEach(task -> task.result.completeExceptionally(failed));
      return;
    }
    committed.raise();
    commits.increment();
    writes.add(tasks.size());
    answers.forEach(Runnable::run);
  }

  /** Finishes what was asked for, and stops. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
