package io.attune.cli;

import io.attune.plan.HeldPlan;
import io.attune.plan.ImportMode;
import io.attune.plan.ImportPlan;
import io.attune.plan.RecordMemory;
import io.attune.plan.Sha256;
import io.attune.plan.json.PlanFile;
import io.attune.plan.json.PlanWriter;
import io.attune.scim.RecordFile;
import io.attune.workspace.ApplyGate;
import io.attune.workspace.ApplyResult;
import io.attune.workspace.Approval;
import io.attune.workspace.InputErrors;
import io.attune.workspace.WorkspaceApply;
import io.attune.workspace.WorkspaceImport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune import}: plans an import, prints the report, and applies it if asked. */
@Command(name = "import", description = "Plans an import and prints its report.")
final class ImportCommand implements Callable<Integer> {
  private static final int MOST_THREADS = 2;

  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "WORKSPACE", description = "The org's folder.")
  private Path workspacePath = Path.of("");

  @Option(names = "--app", required = true, paramLabel = "NAME", description = "The app.")
  private String app = "";

  @Option(
      names = "--records",
      required = true,
      paramLabel = "FILE",
      description = "What the app sent; - is standard input.")
  private String records = "";

  @Option(names = "--incremental", description = "The feed holds changes only.")
  private boolean incremental;

  @Option(names = "--expect", paramLabel = "N", description = "How many records there should be.")
  private @Nullable Long expect;

  @Option(names = "--strict", description = "Apply nothing if a record cannot be read.")
  private boolean strict;

  @Option(names = "--changes-only", description = "Leave unchanged records out of the plan.")
  private boolean changesOnly;

  @Option(
      names = "--no-skip",
      description = "Parse every record, those too that are known to change nothing.")
  private boolean noSkip;

  @Option(
      names = "--threads",
      paramLabel = "1|2",
      description = "How many threads read, plan and write; the plan is the same.")
  private int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());

  @Option(names = "--plan", paramLabel = "OUT", description = "Write the plan here.")
  private @Nullable Path planOut;

  @Option(names = "--apply", description = "Apply the plan to the workspace, all or nothing.")
  private boolean apply;

  @Option(
      names = "--approve",
      paramLabel = "HASH:COUNT",
      description = "Approve exactly this paused plan.")
  private @Nullable String approve;

  @Option(
      names = "--hold",
      description = "Of a plan over a limit, hold what is too much and plan the rest.")
  private boolean hold;

  @Option(
      names = "--accept-older",
      description = "Apply it though the feed seems older than the last one.")
  private boolean acceptOlder;

  @Option(names = "--at", paramLabel = "TIME", description = "The time of the import.")
  private @Nullable String at;

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the report.")
  private Format format = Format.TEXT;

  /** Forms of a report. */
  enum Format {
    TEXT,
    JSON
  }

  ImportCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Approval approval = approval(approve, spec);
    Instant time = AppCommand.time(at, spec);
    OptionalLong expected = AppCommand.expected(expect, spec);
    PlanTarget.check(planOut, records, workspacePath);
    if (threads < 1 || threads > MOST_THREADS) {
      throw wrongUse(spec, "--threads takes 1 or 2");
    }
    ImportMode mode = incremental ? ImportMode.INCREMENTAL : ImportMode.FULL;
    WorkspaceImport run = WorkspaceImport.of(workspacePath, app, mode, time);
    try (InputStream in = openRecords(records)) {
      run.directory();
      run.workspace().warnings().forEach(streams.err()::println);
      return plan(run, in, approval, expected);
    }
  }

  private int plan(
      WorkspaceImport run, InputStream in, @Nullable Approval approval, OptionalLong expected)
      throws IOException {
    int[] faults = new int[1];
    ImportPlan plan;
    RecordFile feed;
    try (Progress progress = Progress.of("reading records")) {
      feed =
          run.feed(
              records,
              in,
              expected,
              noSkip ? RecordMemory.empty() : run.memory(),
              (line, fault) -> {
                faults[0]++;
                streams.err().println(records + ":" + line + ":1: error: " + fault.message());
                if (!fault.hint().isEmpty()) {
                  streams.err().println(" hint: " + fault.hint());
                }
              });
      ForeignKeys foreign = new ForeignKeys(run.directory(), app);
      if (threads > 1) {
        feed.readAhead();
      }
      plan = run.plan(feed, batch -> progress.counting(foreign.watching(batch)));
      String mixedUp = foreign.warning();
      if (mixedUp != null) {
        streams.err().println(records + ":1:1: warning: " + mixedUp);
      }
    }
    if (hold) {
      plan = HeldPlan.of(plan);
    }
    streams.err().print(ReportText.incomplete(records, plan.report()));
    Path written =
        planOut == null && apply ? Files.createTempFile("attune-plan", ".jsonl") : planOut;
    try {
      Sha256 hash =
          written == null
              ? PlanWriter.hash(plan)
              : WorkspaceImport.write(plan, written, changesOnly, threads);
      boolean refused = strict && faults[0] > 0;
      PlanFile file = PlanFile.of(plan, hash);
      ApplyGate gate = ApplyGate.of(run.workspace(), app);
      PauseNotes notes = new PauseNotes(streams, workspacePath);
      notes.before(file, approval, gate);
      ApplyResult applied = null;
      if (apply && !refused) {
        Path made = Objects.requireNonNull(written);
        applied = WorkspaceApply.apply(workspacePath, made, "plan", approval, acceptOlder);
        run.remember(plan, feed, applied);
      }
      ApplyResult outcome = applied == null ? gate.stop(file, approval) : applied;
      report(
          plan, file, applied, outcome, gate.refuses(file) ? "--apply --accept-older" : "--apply");
      notes.after(outcome, file);
      boolean stopped = outcome != null && !outcome.isDone();
      return refused ? Attune.INPUT_ERRORS : stopped ? Attune.PAUSED : Attune.DONE;
    } finally {
      if (planOut == null && written != null) {
        Files.deleteIfExists(written);
      }
    }
  }

  private void report(
      ImportPlan plan,
      PlanFile file,
      @Nullable ApplyResult applied,
      @Nullable ApplyResult outcome,
      String toApply) {
    if (format == Format.JSON) {
      streams.out().println(PlanWriter.trailer(plan, file.hash()));
    } else {
      streams.out().print(ReportText.of(plan, file, applied, outcome, toApply));
    }
  }

  /** A file of records, or standard input. */
  static InputStream openRecords(String records) throws IOException {
    if (records.equals("-")) {
      return System.in;
    }
    Path file = Path.of(records);
    if (!Files.exists(file)) {
      throw InputErrors.of(
          records, "there is no such file", "give a file of records, or - for standard input");
    }
    if (Files.isDirectory(file)) {
      throw InputErrors.of(records, "this is a folder", "give a file of records, or -");
    }
    if (!Files.isReadable(file)) {
      throw InputErrors.of(records, "the file cannot be read", "check its permissions");
    }
    return Files.newInputStream(file);
  }

  /** A person's approval as an option gives it. */
  static @Nullable Approval approval(@Nullable String text, @Nullable CommandSpec spec) {
    try {
      return text == null ? null : Approval.parse(text);
    } catch (IllegalArgumentException e) {
      throw wrongUse(spec, "--approve takes HASH:COUNT, as the report of the paused plan shows it");
    }
  }

  static ParameterException wrongUse(@Nullable CommandSpec spec, String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
