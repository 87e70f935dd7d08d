package io.attune.benchmarks;

import io.attune.benchmarks.harness.Group;
import io.attune.benchmarks.harness.Refused;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code attune-bench}. */
@Command(
    name = "attune-bench",
    description = "Benchmarks that anyone can rerun.",
    mixinStandardHelpOptions = true)
public final class AttuneBench implements Runnable {
  private final PrintStream out;

  @Spec private CommandSpec spec = CommandSpec.create();

  private AttuneBench(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the command; returns 0, 1 where a comparison was refused or a file cannot be read, 2 for
   * wrong use.
   */
  public static int run(PrintStream out, PrintStream err, String... arguments) {
    AttuneBench bench = new AttuneBench(out);
    CommandLine line =
        new CommandLine(bench)
            .addSubcommand(new RunCommand(out, err))
            .addSubcommand(new ReportCommand(out))
            .addSubcommand(new CompareCommand(out));
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler(
        (exception, command, result) -> {
          if (exception instanceof Refused || exception instanceof IOException) {
            err.println("attune-bench: " + exception.getMessage());
            return 1;
          }
          throw exception;
        });
    return line.execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: list, run, report, compare");
  }

  @Command(name = "list", description = "Says what can be run.")
  int list() {
    for (Group group : Groups.ALL) {
      out.printf("%-12s %s%n", group.name(), group.about());
    }
    return 0;
  }

  /** The command line. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }
}
