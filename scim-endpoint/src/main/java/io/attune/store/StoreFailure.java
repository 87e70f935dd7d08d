package io.attune.store;

import org.jspecify.annotations.Nullable;

/** The store cannot be opened or used, for a reason that an administrator can mend. */
public final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String hint;

  /** With a message in one line, and what to do about it. */
  public StoreFailure(String message, String hint, @Nullable Throwable cause) {
    super(message, cause);
    this.hint = hint;
  }

  /** What to do about it, may be empty. */
  public String hint() {
    return hint;
  }
}
