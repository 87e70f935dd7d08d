package io.attune.store;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells one listener that something was committed since it looked last. */
public final class CommitSignal {
  private final Semaphore raised = new Semaphore(0);

  /** Something is new. */
  public void raise() {
    raised.release();
  }

  /** Waits until something is new, at most so long. */
  public void await(long millis) throws InterruptedException {
    if (raised.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
      raised.drainPermits();
    }
  }
}
