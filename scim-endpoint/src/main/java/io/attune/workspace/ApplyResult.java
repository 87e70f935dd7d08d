package io.attune.workspace;

/** What became of a plan that was to be applied. */
public sealed interface ApplyResult {
  /** It was applied. */
  record Applied() implements ApplyResult {}

  /** It was applied before; nothing was done. */
  record AlreadyApplied() implements ApplyResult {}

  /**
   * A limit pauses it and nobody approved it; nothing was done, and the app's imports stand still.
   */
  record Paused(Pause pause) implements ApplyResult {}

  /** An earlier pause stands; nothing was done. */
  record Blocked(Pause by) implements ApplyResult {}

  /** Whether the workspace is as the plan leaves it. */
  default boolean isDone() {
    return this instanceof Applied || this instanceof AlreadyApplied;
  }
}
