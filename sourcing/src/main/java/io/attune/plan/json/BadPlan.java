package io.attune.plan.json;

/** A plan file that is not what {@link PlanWriter} wrote: damaged, edited, cut off or no plan. */
public final class BadPlan extends Exception {
  private static final long serialVersionUID = 1L;
  private final int line;

  BadPlan(int line, String message) {
    super(message);
    this.line = line;
  }

  /** The line at fault, from 1. */
  public int line() {
    return line;
  }
}
