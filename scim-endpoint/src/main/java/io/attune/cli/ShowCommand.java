package io.attune.cli;

import io.attune.matching.LoginKey;
import io.attune.plan.DirectorySnapshot;
import io.attune.plan.Outcome;
import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.PlannedChange.PlannedValue;
import io.attune.plan.PlannedChange.Target;
import io.attune.plan.PlannedGroup;
import io.attune.plan.PlannedMatch;
import io.attune.plan.json.PlanFile;
import io.attune.plan.json.PlanWriter;
import io.attune.plan.json.TimeText;
import io.attune.workspace.ArchivedPlans;
import io.attune.workspace.DirectoryFiles;
import io.attune.workspace.Folder;
import io.attune.workspace.InputErrors;
import io.attune.workspace.UserIds;
import io.attune.workspace.Workspace;
import io.attune.workspace.WorkspaceApply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code attune show}: a plan in words, or what it does to one person. */
@Command(name = "show", description = "Shows a plan, or what it does to one person.")
final class ShowCommand implements Callable<Integer> {
  private static final Set<String> NAMES = Set.of("login", "email", "userName");

  private final Streams streams;

  /** Who {@code --person} is in the workspace, if that is given and has somebody of this name. */
  private @Nullable String personId;

  /** What group lines may name that person by. */
  private final Set<String> names = new HashSet<>();

  private boolean any;

  @Parameters(
      paramLabel = "PLAN",
      description = "The plan's file; with --workspace, the hash of one that was applied.")
  private String name = "";

  @Option(
      names = "--workspace",
      paramLabel = "WORKSPACE",
      description = "Where the plan was applied, or is paused.")
  private @Nullable Path workspacePath;

  @Option(
      names = "--person",
      paramLabel = "LOGIN",
      description =
          "Only lines of this person: their login or e-mail in the plan, or with --workspace"
              + " their login there; or an id.")
  private @Nullable String person;

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the lines.")
  private ImportCommand.Format format = ImportCommand.Format.TEXT;

  ShowCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    // Read twice: a line may be shown only once the whole file is known to be as it was written.
    Path plan = plan();
    PlanFile file = WorkspaceApply.read(plan, plan.toString(), line -> {});
    personId = person == null || workspacePath == null ? null : idOf(workspacePath, person);
    if (format == ImportCommand.Format.TEXT) {
      streams
          .out()
          .println(
              file.run().app()
                  + ": "
                  + file.run().mode().name().toLowerCase(Locale.ROOT)
                  + " import at "
                  + TimeText.of(file.run().time())
                  + ", plan "
                  + file.hash());
    }
    WorkspaceApply.read(plan, plan.toString(), line -> show(line, file), this::show);
    if (person != null && !any) {
      streams.err().println("attune: no line of this plan is found to be about this person");
      streams.err().println(" hint: " + otherName());
    }
    return Attune.DONE;
  }

  private String otherName() {
    return workspacePath == null
        ? "give their user id or externalId, or --workspace to look their login up"
        : "give the externalId, or the login or e-mail that they had in the plan";
  }

  /** Who has this login, or null: a person may have gone since, and the plan still names them. */
  private static @Nullable String idOf(Path path, String named) throws IOException {
    Workspace workspace = Workspace.read(path);
    DirectorySnapshot directory = DirectoryFiles.read(workspace);
    try {
      return directory.id(Person.find(workspace, directory, named));
    } catch (InputErrors nobody) {
      return null;
    }
  }

  private Path plan() throws IOException {
    Path file = Path.of(name);
    if (workspacePath == null || Files.isRegularFile(file)) {
      return file;
    }
    return ArchivedPlans.find(Folder.open(workspacePath), name);
  }

  private void show(PlannedChange line, PlanFile plan) {
    boolean wanted =
        person == null ? line.outcome() != Outcome.UNCHANGED : concerns(line, plan, person);
    if (!wanted) {
      return;
    }
    any = true;
    String userId = UserIds.of(line, plan);
    names.add(userId == null ? "" : userId);
    names.add(line.externalId() == null ? "" : line.externalId());
    if (format == ImportCommand.Format.JSON) {
      streams.out().println(PlanWriter.line(line));
      return;
    }
    String user = line.userId() == null ? "" : "  " + line.userId();
    streams.out().println(line.outcome() + "  " + ShownText.plain(line.externalId()) + user);
    PlannedMatch match = line.match();
    if (match != null && !match.equals(PlannedMatch.LINKED) && !match.equals(PlannedMatch.NONE)) {
      streams.out().println("  match: " + LineText.of(match));
    }
    line.changes().forEach(this::show);
    if (line.status() != null) {
      String from = line.status().from() == null ? "" : line.status().from() + " -> ";
      String because = line.status().because() == null ? "" : "  " + line.status().because();
      streams.out().println("  status: " + from + line.status().to() + because);
    }
    if (line.link() != null) {
      streams.out().println("  link: " + line.link().from() + " -> " + line.link().to());
    }
    String moved = LineText.moved(line);
    if (moved != null) {
      streams.out().println("  " + moved);
    }
    for (Diagnostic diagnostic : line.diagnostics()) {
      streams.out().println("  " + LineText.of(diagnostic));
    }
  }

  private void show(PlannedGroup group) {
    if (group.outcome() == PlannedGroup.Outcome.UNCHANGED
        || (person != null && !concernsMember(group))) {
      return;
    }
    any = true;
    if (format == ImportCommand.Format.JSON) {
      streams.out().println(PlanWriter.line(group));
      return;
    }
    streams.out().println("group " + group.outcome() + "  " + ShownText.plain(group.externalId()));
    if (person != null) {
      showMembers(group);
      return;
    }
    for (PlannedGroup.Value value : group.changes()) {
      streams
          .out()
          .println(
              "  group."
                  + value.attribute()
                  + ": "
                  + ShownText.value(value.from())
                  + " -> "
                  + ShownText.value(value.to()));
    }
    showMembers(group);
    if (group.fault() != null) {
      streams.out().println("  " + group.fault());
    }
  }

  /** Who joins and leaves; of one person alone where only they were asked for. */
  private void showMembers(PlannedGroup group) {
    for (PlannedGroup.Member member : group.added()) {
      if (person == null || isTheirs(member)) {
        streams.out().println("  joins: " + ShownText.plain(member.externalId()));
      }
    }
    for (String member : group.removed()) {
      if (person == null || isTheirs(member)) {
        streams.out().println("  leaves: " + member);
      }
    }
    for (String member : group.unresolved()) {
      if (person == null || isTheirs(member)) {
        streams.out().println("  unresolved: " + ShownText.plain(member));
      }
    }
  }

  /** Whether somebody joins, leaves, or is not found in a group, who was asked for. */
  private boolean concernsMember(PlannedGroup group) {
    return group.added().stream().anyMatch(this::isTheirs)
        || group.removed().stream().anyMatch(this::isTheirs)
        || group.unresolved().stream().anyMatch(this::isTheirs);
  }

  private boolean isTheirs(PlannedGroup.Member member) {
    return isTheirs(member.externalId()) || (member.userId() != null && isTheirs(member.userId()));
  }

  private boolean isTheirs(String id) {
    return id.equals(person) || id.equals(personId) || names.contains(id);
  }

  private void show(PlannedValue value) {
    String owner = value.on() == Target.USER ? "user." : "appuser.";
    String by = value.by() == null ? "" : "  " + value.by();
    streams
        .out()
        .println(
            "  "
                + owner
                + value.attribute()
                + ": "
                + ShownText.value(value.from())
                + " -> "
                + ShownText.value(value.to())
                + by);
  }

  private boolean concerns(PlannedChange line, PlanFile plan, String person) {
    String userId = UserIds.of(line, plan);
    return person.equals(userId)
        || (personId != null && personId.equals(userId))
        || person.equals(line.externalId())
        || line.changes().stream()
            .anyMatch(
                value ->
                    NAMES.contains(value.attribute())
                        && (isNamed(value.from(), person) || isNamed(value.to(), person)));
  }

  /** Compared as logins are: without case and diacritics. */
  private static boolean isNamed(@Nullable Object value, String person) {
    return value instanceof String text && LoginKey.of(text).equals(LoginKey.of(person));
  }
}
