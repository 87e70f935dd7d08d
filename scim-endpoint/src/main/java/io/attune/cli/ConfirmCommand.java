package io.attune.cli;

import io.attune.plan.PendingRecord.Choice;
import io.attune.plan.PendingRecord.Kind;
import io.attune.plan.PlannedChange;
import io.attune.workspace.Confirming;
import io.attune.workspace.Folder;
import io.attune.workspace.PendingChoices;
import io.attune.workspace.PendingChoices.Edit;
import io.attune.workspace.PendingPreview;
import io.attune.workspace.Workspace;
import io.attune.workspace.WorkspaceApply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune confirm}: what a person decides about records that wait. */
@Command(
    name = "confirm",
    description = "Decides about records that wait; the next import does what was decided.")
final class ConfirmCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "WORKSPACE", description = "The org's folder.")
  private Path workspacePath = Path.of("");

  @Option(names = "--app", required = true, paramLabel = "NAME", description = "The app.")
  private String app = "";

  @Option(names = "--record", paramLabel = "ID", description = "The record; may be repeated.")
  private List<String> records = new ArrayList<>();

  @ArgGroup(exclusive = true, multiplicity = "1")
  private @Nullable What what;

  @Option(names = "--by", paramLabel = "NAME", description = "Who decides; else the OS user.")
  private String by = System.getProperty("user.name", "unknown");

  @Option(names = "--at", paramLabel = "TIME", description = "When; else now.")
  private @Nullable String at;

  /** Exactly one of these. */
  static final class What {
    @Option(names = "--exact", required = true, description = "The exact match is right.")
    private boolean exact;

    @Option(names = "--new", required = true, description = "It is somebody new.")
    private boolean isNew;

    @Option(
        names = "--user",
        required = true,
        paramLabel = "LOGIN",
        description = "It is the person with this login, or this user id.")
    private @Nullable String user;

    // Read as what is left when none of the others is given.
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--ignore", required = true, description = "Keep the record out.")
    private boolean ignore;

    @Option(names = "--unignore", required = true, description = "Consider it again.")
    private boolean unignore;

    @Option(names = "--withdraw", required = true, description = "Take a choice back.")
    private boolean withdraw;

    @Option(
        names = "--all-exact",
        required = true,
        description = "Every undecided exact match is right, but for protected people.")
    private boolean allExact;

    @Option(
        names = "--clear",
        required = true,
        description = "Forget what waits undecided, until its record comes again.")
    private boolean clear;
  }

  ConfirmCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    What asked = Objects.requireNonNull(what);
    boolean all = asked.allExact || asked.clear;
    if (all == !records.isEmpty()) {
      throw ImportCommand.wrongUse(
          spec,
          all
              ? "--all-exact and --clear are about all records; leave --record out"
              : "say which record with --record ID");
    }
    Instant time = AppCommand.time(at, spec);
    WorkspaceApply.recover(Folder.open(workspacePath));
    AppCommand.check(Workspace.read(workspacePath), app);
    String file = Path.of(workspacePath.toString(), "apps", app, "pending.jsonl").toString();
    PendingChoices.write(workspacePath, app, by, time, preview -> decide(asked, preview, file));
    return Attune.DONE;
  }

  private Edit decide(What asked, PendingPreview preview, String file) {
    Confirming confirming = new Confirming(preview, app, file);
    Map<String, String> left = new LinkedHashMap<>();
    Edit edit = edit(asked, confirming, left);
    Map<String, PlannedChange> after = confirming.after(edit);
    edit.choices()
        .forEach(
            (record, choice) ->
                say(record, choice, Objects.requireNonNull(after.get(record)), confirming));
    left.forEach((record, why) -> streams.out().println(record + ": left to wait: " + why));
    if (asked.clear) {
      streams.out().println(edit.dropped().size() + " records forgotten");
    }
    return edit;
  }

  private Edit edit(What asked, Confirming confirming, Map<String, String> left) {
    if (asked.allExact) {
      return confirming.allExact(left);
    }
    if (asked.clear) {
      return confirming.clear();
    }
    if (asked.exact) {
      return confirming.choose(records, confirming::exact);
    }
    if (asked.unignore) {
      return confirming.choose(records, confirming::unignored);
    }
    if (asked.withdraw) {
      return confirming.choose(records, confirming::withdrawn);
    }
    String login = asked.user;
    if (login != null) {
      if (records.size() > 1) {
        throw ImportCommand.wrongUse(spec, "one person is one record; give --record once");
      }
      return confirming.choose(records, line -> confirming.user(line, login));
    }
    Choice choice = new Choice(asked.isNew ? Kind.NEW : Kind.IGNORE, null);
    return confirming.choose(records, line -> Optional.of(choice));
  }

  private void say(
      String record, Optional<Choice> choice, PlannedChange next, Confirming confirming) {
    String made = choice.isEmpty() ? "no choice" : choice.get().kind().name();
    streams.out().println(record + ": " + made + ", next import: " + next.outcome());
    String moved = choice.isEmpty() ? null : confirming.movedLink(choice.get());
    if (moved != null) {
      streams
          .err()
          .println("attune: warning: the person has the link of `" + moved + "`, which moves");
    }
    next.diagnostics().forEach(each -> streams.out().println("  " + LineText.of(each)));
  }
}
