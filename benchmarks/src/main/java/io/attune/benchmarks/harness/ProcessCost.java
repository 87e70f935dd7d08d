package io.attune.benchmarks.harness;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;

/** What this JVM costs from one moment on, its collector and compiler included. */
public final class ProcessCost {
  /** The clock of CPU time has this tick; less cannot be told from nothing. */
  private static final long TICK_NANOS = 10_000_000;

  private final long startNanos = now();

  private ProcessCost() {}

  /** Begins to count, with the heap as a collection leaves it. One at a time has peaks to tell. */
  public static ProcessCost start() {
    System.gc();
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    return new ProcessCost();
  }

  /** CPU time since then, at least a tick of its clock. */
  public long cpuNanos() {
    return Math.max(TICK_NANOS, now() - startNanos);
  }

  /** The most heap in use since then, summed over its pools. */
  public long peakBytes() {
    return pools().stream()
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static long now() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
