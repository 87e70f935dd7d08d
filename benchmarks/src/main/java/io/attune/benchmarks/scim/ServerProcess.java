package io.attune.benchmarks.scim;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.benchmarks.harness.ProcessCost;
import io.attune.cli.Attune;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The JVM of one server. Says where it serves, as {@code attune serve} does; then {@code start} on
 * standard input begins to count what it costs, and {@code cost} tells.
 *
 * <p>{@code ServerProcess attune FOLDER} or {@code ServerProcess reference FEED PEOPLE}.
 */
final class ServerProcess {
  static final String SERVES = "SCIM 2.0 at ";
  static final String COST = "cost ";
  static final String STARTED = "started";
  static final String TOKEN = "benchmark-token-that-is-long-enough";

  private ServerProcess() {}

  /**
   * What a server cost.
   *
   * @param cpuNanos of its process, collector and compiler included
   * @param peakBytes the most heap in use at once
   * @param compilingNanos what its JIT took of the time on the wall
   */
  record Cost(long cpuNanos, long peakBytes, long compilingNanos) {
    static Cost parse(String json) throws IOException {
      return new ObjectMapper().readValue(json, Cost.class);
    }
  }

  /** Serves until standard input ends. */
  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("attune")) {
      String[] words = {
        "serve", "--port", "0", "--data", arguments[1], "--token", TOKEN, "--rate", "1000000000"
      };
      new Thread(() -> Attune.main(words), "attune").start();
    } else {
      ReferenceUsers users = new ReferenceUsers();
      int people = Integer.parseInt(arguments[2]);
      Users.forEach(Path.of(arguments[1]), people, users::add);
      say(SERVES + "http://127.0.0.1:" + ReferenceServer.start(users) + "/scim/v2");
    }
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    ProcessCost cost = ProcessCost.start();
    long compiled = compiler.getTotalCompilationTime();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals("start")) {
        cost = ProcessCost.start();
        compiled = compiler.getTotalCompilationTime();
        say(STARTED);
      } else {
        long compiling = (compiler.getTotalCompilationTime() - compiled) * 1_000_000;
        Cost told = new Cost(cost.cpuNanos(), cost.peakBytes(), compiling);
        say(COST + new ObjectMapper().writeValueAsString(told));
      }
    }
    System.exit(0);
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
