package io.attune.benchmarks;

import io.attune.benchmarks.harness.Group;
import io.attune.benchmarks.harness.Host;
import io.attune.benchmarks.harness.Results;
import io.attune.benchmarks.harness.Session;
import io.attune.benchmarks.harness.Table;
import io.attune.benchmarks.report.TableText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune-bench run}: measures groups and prints their tables. */
@Command(name = "run", description = "Measures groups, all of them where none is named.")
final class RunCommand implements Callable<Integer> {
  private static final int LEAST_PEOPLE = 100;

  private final PrintStream out;
  private final PrintStream err;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "Groups, as `list` has them.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--quick", description = "Small data, one round: shows that outputs agree.")
  private boolean quick;

  @Option(
      names = "--people",
      paramLabel = "N",
      description = "Whole runs over so many people; may be repeated.")
  private List<Integer> people = new ArrayList<>();

  @Option(names = "--json", paramLabel = "FILE", description = "Keep the figures here.")
  private @Nullable Path json;

  RunCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    List<Group> groups = groups();
    Results results =
        new Results(
            Host.machine(),
            Host.jdk(),
            Host.commit(),
            Instant.ofEpochMilli(System.currentTimeMillis())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString(),
            command(),
            List.of());
    Path scratch = Files.createTempDirectory("attune-bench");
    try {
      Session session = new Session(scratch, quick, people, err);
      for (Group group : groups) {
        List<Table> tables = group.run(session);
        tables.forEach(table -> out.print(TableText.of(table)));
        results = results.with(tables);
        if (json != null) {
          results.write(json);
        }
      }
    } finally {
      delete(scratch);
    }
    return 0;
  }

  private String command() {
    StringBuilder command = new StringBuilder("./attune-bench run");
    names.forEach(name -> command.append(' ').append(name));
    people.forEach(size -> command.append(" --people ").append(size));
    return command.append(quick ? " --quick" : "").toString();
  }

  private List<Group> groups() {
    for (String name : names) {
      if (Groups.ALL.stream().noneMatch(group -> group.name().equals(name))) {
        throw refused("no group `" + name + "`; see `list`");
      }
    }
    if (people.stream().anyMatch(size -> size < LEAST_PEOPLE)) {
      throw refused("--people is " + LEAST_PEOPLE + " or more, so that there is something to time");
    }
    return Groups.ALL.stream()
        .filter(group -> names.isEmpty() || names.contains(group.name()))
        .toList();
  }

  private ParameterException refused(String why) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), why);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
