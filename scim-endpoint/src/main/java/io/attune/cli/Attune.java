package io.attune.cli;

import io.attune.workspace.InputErrors;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command itself; each thing it does is a subcommand. Only the one that is called is made: all
 * of them take a third of a second.
 */
@Command(
    name = "attune",
    description = "Plans and applies imports of people, explainably.",
    mixinStandardHelpOptions = true,
    version = "attune 0.1.0",
    exitCodeOnInvalidInput = Attune.WRONG_USE,
    scope = CommandLine.ScopeType.INHERIT)
public final class Attune {
  private static final List<Class<?>> SUBCOMMANDS =
      List.of(
          ImportCommand.class,
          InitCommand.class,
          ApplyCommand.class,
          PendingCommand.class,
          ConfirmCommand.class,
          MatchAuditCommand.class,
          ServeCommand.class,
          CredentialsCommand.class,
          AuditCommand.class,
          HistoryCommand.class,
          UndoCommand.class,
          UnlinkCommand.class,
          SimulateCommand.class,
          RoadblockCommand.class,
          ResumeCommand.class,
          CancelCommand.class,
          ShowCommand.class,
          SourcesCommand.class,
          WhyCommand.class,
          CheckCommand.class,
          PreviewCommand.class,
          SchemaCommand.class,
          MappingCommand.class,
          DiffMappingsCommand.class,
          EvalCommand.class);

  /** Done. */
  static final int DONE = 0;

  /** The input has errors. */
  static final int INPUT_ERRORS = 1;

  /** Wrong use of the command. */
  static final int WRONG_USE = 2;

  /** Paused by a safeguard. */
  static final int PAUSED = 3;

  /** The world outside failed. */
  static final int WORLD_FAILED = 4;

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    if (System.getProperty("logback.configurationFile") == null) {
      System.setProperty("logback.configurationFile", "io/attune/cli/logback.xml");
    }
    WatchedOutput watched = new WatchedOutput(new FileOutputStream(FileDescriptor.out));
    PrintStream out = utf8(watched);
    PrintStream err = utf8(new FileOutputStream(FileDescriptor.err));
    int exitCode = run(out, err, arguments);
    out.flush();
    IOException lost = watched.failure();
    if (lost != null) {
      err.println("stdout:1:1: error: " + message(lost));
      err.println(" hint: what the command did stands; what it says of it is not all there");
      exitCode = exitCode == DONE ? WORLD_FAILED : exitCode;
    }
    err.flush();
    System.exit(exitCode);
  }

  private static PrintStream utf8(OutputStream stream) {
    return new PrintStream(new BufferedOutputStream(stream, 1 << 13), true, StandardCharsets.UTF_8);
  }

  /** Runs the command and returns its exit code. */
  public static int run(PrintStream out, PrintStream err, String... arguments) {
    Streams streams = new Streams(out, err);
    CommandLine command = new CommandLine(new Attune(), new CommandFactory(streams));
    called(arguments).forEach(command::addSubcommand);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    command.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    command.setExecutionExceptionHandler((thrown, line, parsed) -> exitCodeOf(thrown, streams));
    if (arguments.length == 0) {
      command.usage(err);
      return WRONG_USE;
    }
    return command.execute(arguments);
  }

  /** The subcommand that the first word names; all of them if it names none. */
  private static List<Class<?>> called(String... arguments) {
    for (Class<?> type : SUBCOMMANDS) {
      if (arguments.length > 0 && type.getAnnotation(Command.class).name().equals(arguments[0])) {
        return List.of(type);
      }
    }
    return SUBCOMMANDS;
  }

  private static int exitCodeOf(Exception thrown, Streams streams) {
    if (thrown instanceof InputErrors errors) {
      errors.rendered().forEach(streams.err()::println);
      return INPUT_ERRORS;
    }
    if (thrown instanceof UncheckedIOException unchecked) {
      return worldFailed(Objects.requireNonNull(unchecked.getCause()), streams);
    }
    if (thrown instanceof IOException failed) {
      return worldFailed(failed, streams);
    }
    streams.err().println("attune: error: this is a defect of attune: " + thrown);
    if (System.getenv("ATTUNE_DEBUG") != null) {
      thrown.printStackTrace(streams.err());
    }
    return WORLD_FAILED;
  }

  private static int worldFailed(IOException failed, Streams streams) {
    String file =
        failed instanceof FileSystemException system && system.getFile() != null
            ? system.getFile()
            : "attune";
    String message =
        failed instanceof AccessDeniedException ? "permission denied" : message(failed);
    streams.err().println(file + ":1:1: error: " + message);
    String hint =
        failed instanceof BindException
            ? "stop what listens there, or give another --port; 0 is any that is free"
            : "check the disk and its permissions; nothing was half done";
    streams.err().println(" hint: " + hint);
    return WORLD_FAILED;
  }

  /** What the system says, without the file that it may begin with, or be all that it says. */
  private static String message(IOException failed) {
    String reason =
        failed instanceof FileSystemException system ? system.getReason() : failed.getMessage();
    return reason == null ? "the file cannot be read or written" : reason.toLowerCase(Locale.ROOT);
  }
}
