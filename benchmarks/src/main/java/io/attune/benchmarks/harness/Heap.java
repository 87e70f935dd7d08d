package io.attune.benchmarks.harness;

/** The heap of this JVM. */
public final class Heap {
  private Heap() {}

  /** Bytes that are still in use after a collection. */
  public static long usedBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
