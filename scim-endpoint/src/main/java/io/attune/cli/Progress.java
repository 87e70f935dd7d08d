package io.attune.cli;

import io.attune.plan.RecordBatch;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** A progress bar on a terminal; nothing at all in a pipe. */
final class Progress implements AutoCloseable {
  private final @Nullable ProgressBar bar;

  private Progress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  static Progress of(String task) {
    // The launcher knows whether somebody watches; the JDK's answer differs from release to
    // release.
    boolean watched = System.getenv("ATTUNE_TERMINAL") != null;
    if (!watched) {
      return new Progress(null);
    }
    return new Progress(
        new ProgressBarBuilder().setTaskName(task).setInitialMax(-1).hideEta().build());
  }

  /** The same batch, its records counted as they pass. */
  RecordBatch counting(RecordBatch batch) {
    ProgressBar shown = bar;
    if (shown == null) {
      return batch;
    }
    return each ->
        batch.forEach(
            record -> {
              shown.step();
              each.accept(record);
            });
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
