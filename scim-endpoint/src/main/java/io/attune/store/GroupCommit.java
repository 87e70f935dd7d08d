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
import org.jspecify.annotations.Nullable;

/**
 * Makes writes durable, many by one commit: whoever writes waits, while one thread does what has
 * gathered in one transaction. A write that fails leaves the others alone: all are taken back and
 * done again, each behind a savepoint of its own, which most transactions never need. A commit that
 * fails fails all of its writes. Nobody hears of a success before it is on the disk.
 */
final class GroupCommit implements AutoCloseable {
  private static final int MOST_WRITES = 256;
  private static final int MOST_ATTEMPTS = 10;

  private final Jdbi jdbi;
  private final BlockingQueue<Task<?>> queue = new LinkedBlockingQueue<>(4096);
  private final Thread thread = new Thread(this::run, "attune-store-writer");
  private final CommitSignal committed = new CommitSignal();
  private final LongAdder commits = new LongAdder();
  private final LongAdder writes = new LongAdder();
  private volatile boolean closed;
  private volatile boolean ended;

  GroupCommit(Jdbi jdbi) {
    this.jdbi = jdbi;
    thread.start();
  }

  /**
   * A write; runs in a transaction that is not its own, and again from its start where that
   * transaction was undone. What it tells the chain is told if it succeeds.
   */
  interface Write<T extends @Nullable Object> {
    T on(Handle handle, AuditChain chain);
  }

  private record Task<T extends @Nullable Object>(Write<T> write, CompletableFuture<T> result) {
    /**
     * Does the write; says how its success is told once it is durable.
     *
     * @throws OneFailed if it fails, and the transaction has to be undone for that
     */
    Runnable attempt(Handle handle, AuditChain chain) {
      try {
        T value = write.on(handle, chain);
        return () -> result.complete(value);
      } catch (RuntimeException e) {
        if (wasUndone(e)) {
          throw e;
        }
        throw new OneFailed(e);
      }
    }

    /** The same, so that a write that fails leaves nothing, and says how that is told. */
    Runnable attemptAlone(Handle handle, AuditChain chain) throws SQLException {
      Savepoint before = handle.getConnection().setSavepoint();
      int told = chain.size();
      try {
        T value = write.on(handle, chain);
        handle.getConnection().releaseSavepoint(before);
        return () -> result.complete(value);
      } catch (RuntimeException e) {
        if (wasUndone(e)) {
          throw e;
        }
        handle.getConnection().rollback(before);
        chain.shorten(told);
        return () -> result.completeExceptionally(e);
      }
    }
  }

  private static final class OneFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    OneFailed(RuntimeException cause) {
      super(cause);
    }
  }

  /** Does a write and returns when it is durable; what it throws is thrown here. */
  <T extends @Nullable Object> T write(Write<T> write) {
    Task<T> task = new Task<>(write, new CompletableFuture<>());
    if (closed) {
      throw closed();
    }
    put(task);
    if (ended) {
      refuseLeft();
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

  private void put(Task<?> task) {
    try {
      queue.put(task);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailure("the write was interrupted", "", e);
    }
  }

  private void run() {
    List<Task<?>> tasks = new ArrayList<>();
    try {
      while (!closed || !queue.isEmpty()) {
        tasks.clear();
        tasks.add(queue.take());
        queue.drainTo(tasks, MOST_WRITES - 1);
        commit(tasks);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended = true;
      refuseLeft();
    }
  }

  /** Whoever comes when the thread has ended looks after what it left, its own write included. */
  private void refuseLeft() {
    for (Task<?> task = queue.poll(); task != null; task = queue.poll()) {
      task.result.completeExceptionally(closed());
    }
  }

  private static StoreFailure closed() {
    return new StoreFailure("the store is closed", "", null);
  }

  private void commit(List<Task<?>> tasks) {
    Throwable thrown = null;
    try {
      List<Runnable> answers = transaction(tasks);
      committed.raise();
      commits.increment();
      writes.add(tasks.size());
      answers.forEach(Runnable::run);
    } catch (SQLException | RuntimeException e) {
      thrown = e;
    } finally {
      for (Task<?> task : tasks) {
        if (!task.result.isDone()) {
          task.result.completeExceptionally(
              new StoreFailure("the store could not write", "check the disk", thrown));
        }
      }
    }
  }

  private List<Runnable> transaction(List<Task<?>> tasks) throws SQLException {
    try {
      return transaction(tasks, Task::attempt);
    } catch (OneFailed e) {
      return transaction(tasks, Task::attemptAlone);
    }
  }

  /** How a task is attempted. */
  private interface Attempt {
    Runnable of(Task<?> task, Handle handle, AuditChain chain) throws SQLException;
  }

  private List<Runnable> transaction(List<Task<?>> tasks, Attempt attempt) throws SQLException {
    for (int number = 1; ; number++) {
      List<Runnable> answers = new ArrayList<>(tasks.size());
      try {
        jdbi.useTransaction(
            handle -> {
              AuditChain chain = AuditChain.hold(handle);
              for (Task<?> task : tasks) {
                answers.add(attempt.of(task, handle, chain));
              }
              chain.write();
            });
        return answers;
      } catch (SQLException | RuntimeException e) {
        if (number == MOST_ATTEMPTS || !wasUndone(e)) {
          throw e;
        }
      }
    }
  }

  /** Whether the database undid a transaction for the sake of another: a deadlock, say. */
  private static boolean wasUndone(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql && String.valueOf(sql.getSQLState()).startsWith("40")) {
        return true;
      }
    }
    return false;
  }

  /** Finishes what was asked for, and stops. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      put(new Task<>((handle, chain) -> true, new CompletableFuture<>())); // wakes the thread
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
