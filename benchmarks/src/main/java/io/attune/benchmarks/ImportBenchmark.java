package io.attune.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.attune.plan.DirectorySnapshot;
import io.attune.plan.ImportMode;
import io.attune.plan.ImportPlan;
import io.attune.plan.ImportPlanner;
import io.attune.plan.ImportRun;
import io.attune.plan.Sha256;
import io.attune.plan.json.PlanWriter;
import io.attune.scim.RecordFile;
import io.attune.workspace.DirectoryFiles;
import io.attune.workspace.Fingerprints;
import io.attune.workspace.ImportConfiguration;
import io.attune.workspace.Workspace;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * The CPU time of a whole import beside its floors, one JVM a variant:
 *
 * <pre>
 * benchmarks/import 100000
 * </pre>
 *
 * <p>{@code tokens} parses every file that an import reads and keeps nothing; {@code load} reads
 * the workspace; {@code plan} loads, plans and writes the plan to nowhere. The time is the whole
 * process's, start and compilation included.
 */
public final class ImportBenchmark {
  private final Path root;

  private ImportBenchmark(Path root) {
    this.root = root;
  }

  /** Runs one variant: {@code tokens}, {@code load} or {@code plan}, over a workspace. */
  public static void main(String[] arguments) throws IOException {
    ImportBenchmark benchmark = new ImportBenchmark(Path.of(arguments[1]));
    String result =
        switch (arguments[0]) {
          case "tokens" -> benchmark.tokens();
          case "load" -> benchmark.load();
          default -> benchmark.plan();
        };
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpuMillis = system.getProcessCpuTime() / 1_000_000;
    long peakMegabytes =
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(MemoryUsage::getUsed)
                .sum()
            >> 20;
    System.out.println(
        arguments[0] + ": " + cpuMillis + " ms CPU, " + peakMegabytes + " MiB peak, " + result);
  }

  private String tokens() throws IOException {
    JsonFactory factory = new JsonFactory();
    long tokens = 0;
    for (String file :
        List.of(
            "users.jsonl",
            "apps/acme_hr/app-users.jsonl",
            "apps/acme_crm/app-users.jsonl",
            "apps/acme_wiki/app-users.jsonl",
            "hr-feed.jsonl")) {
      try (JsonParser parser =
          factory.createParser(new BufferedInputStream(Files.newInputStream(root.resolve(file))))) {
        while (parser.nextToken() != null) {
          tokens++;
        }
      }
    }
    return tokens + " tokens";
  }

  private String load() {
    return DirectoryFiles.read(Workspace.read(root), "acme_hr").size() + " people";
  }

  private String plan() throws IOException {
    Workspace workspace = Workspace.read(root);
    ImportRun run =
        new ImportRun(
            "acme_hr",
            ImportMode.FULL,
            Instant.parse("2026-01-05T08:00:00Z"),
            Fingerprints.config(workspace.folder()),
            Fingerprints.directory(workspace.folder()));
    var settings = ImportConfiguration.of(workspace, run);
    DirectorySnapshot directory = DirectoryFiles.read(workspace, "acme_hr");
    try (InputStream in = Files.newInputStream(root.resolve("hr-feed.jsonl"))) {
      RecordFile feed =
          new RecordFile(
              "hr-feed.jsonl",
              in,
              workspace.appSchema("acme_hr"),
              OptionalLong.empty(),
              (line, fault) -> {});
      ImportPlan plan = ImportPlanner.plan(feed, directory, settings);
      Sha256 hash = PlanWriter.hash(plan);
      return plan.report().users().scanned() + " records, plan " + hash;
    }
  }
}
