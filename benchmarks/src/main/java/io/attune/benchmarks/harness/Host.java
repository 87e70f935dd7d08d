package io.attune.benchmarks.harness;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What is measured on, and what is measured. */
public final class Host {
  private Host() {}

  /** Processor, cores, memory and system, in one line. */
  public static String machine() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return processor()
        + ", "
        + system.getAvailableProcessors()
        + " cores, "
        + (system.getTotalMemorySize() >> 30)
        + " GiB, "
        + system.getName()
        + " "
        + system.getVersion();
  }

  private static String processor() {
    Path file = Path.of("/proc/cpuinfo");
    if (Files.exists(file)) {
      try (Stream<String> lines = Files.lines(file)) {
        return lines
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElseGet(Host::architecture);
      } catch (IOException e) {
        return architecture();
      }
    }
    return architecture();
  }

  private static String architecture() {
    return System.getProperty("os.arch");
  }

  /** Version and maker of the JDK. */
  public static String jdk() {
    return System.getProperty("java.vm.version") + ", " + System.getProperty("java.vm.name");
  }

  /** The commit that is checked out, with {@code +} where files differ from it. */
  public static String commit() {
    String commit = git("rev-parse", "--short", "HEAD");
    boolean changed = !git("status", "--porcelain", "--untracked-files=no").isEmpty();
    return commit.isEmpty() ? "unknown" : commit + (changed ? "+" : "");
  }

  private static String git(String... arguments) {
    try {
      Process process =
          new ProcessBuilder(
                  Stream.concat(Stream.of("git"), Stream.of(arguments)).toArray(String[]::new))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? output.strip() : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
