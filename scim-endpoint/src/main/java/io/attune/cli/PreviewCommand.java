package io.attune.cli;

import io.attune.plan.AppRecord;
import io.attune.plan.AppUsers;
import io.attune.plan.AttributePreview;
import io.attune.plan.DirectorySnapshot;
import io.attune.plan.ImportMode;
import io.attune.plan.ImportPreview;
import io.attune.plan.ImportRun;
import io.attune.plan.ImportSettings;
import io.attune.plan.Sha256;
import io.attune.plan.toapp.AppUserPreview;
import io.attune.plan.toapp.ToAppSettings;
import io.attune.profile.Profile;
import io.attune.scim.RecordFile;
import io.attune.workspace.AppAssignments;
import io.attune.workspace.DirectoryFiles;
import io.attune.workspace.Fingerprints;
import io.attune.workspace.Folder;
import io.attune.workspace.ImportConfiguration;
import io.attune.workspace.InputErrors;
import io.attune.workspace.ToAppConfiguration;
import io.attune.workspace.Workspace;
import io.attune.workspace.WorkspaceApply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune preview}: what becomes of every attribute of one person, and why. */
@Command(
    name = "preview",
    description = "Shows every target attribute of one person or record, and why it is what it is.")
final class PreviewCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "WORKSPACE", description = "The org's folder.")
  private Path workspacePath = Path.of("");

  @Option(names = "--app", required = true, paramLabel = "NAME", description = "The app.")
  private String app = "";

  @Option(
      names = "--user",
      paramLabel = "ID",
      description = "This Okta user, with the app user that is stored.")
  private @Nullable String user;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "What the app would send; - is standard input.")
  private @Nullable String records;

  @Option(
      names = "--direction",
      paramLabel = "to-okta|to-app",
      description = "What an import makes of the Okta user, or To App of the app user.")
  private Direction direction = Direction.TO_OKTA;

  @Option(names = "--at", paramLabel = "TIME", description = "The time of the import.")
  private @Nullable String at;

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the preview.")
  private ImportCommand.Format format = ImportCommand.Format.TEXT;

  /** The directions as the option writes them. */
  enum Direction {
    TO_OKTA,
    TO_APP;

    @Override
    public String toString() {
      return this == TO_OKTA ? "to-okta" : "to-app";
    }
  }

  PreviewCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if ((user == null) == (records == null)) {
      throw ImportCommand.wrongUse(spec, "give either --user ID or --record FILE");
    }
    Folder folder = Folder.open(workspacePath);
    WorkspaceApply.recover(folder);
    Workspace workspace = Workspace.read(workspacePath);
    ImportRun run =
        new ImportRun(
            app,
            ImportMode.INCREMENTAL,
            AppCommand.time(at, spec),
            Fingerprints.config(folder),
            Fingerprints.directory(folder));
    DirectorySnapshot directory;
    if (direction == Direction.TO_APP && user != null) {
      ToAppSettings settings = ToAppConfiguration.of(workspace, app, run.time());
      directory = DirectoryFiles.read(workspace, app);
      int person = person(directory, user);
      print(toApp(workspace, settings, directory, person, directory.profile(person)), user);
      return Attune.DONE;
    }
    ImportSettings settings = ImportConfiguration.of(workspace, run);
    directory = DirectoryFiles.read(workspace, app);
    Chosen chosen =
        user == null
            ? recordsOf(workspace, String.valueOf(records))
            : storedRecord(directory.appUsers(app), directory, user);
    for (AppRecord record : chosen.records()) {
      ImportPreview preview = ImportPreview.of(record, directory, settings);
      if (direction == Direction.TO_APP) {
        afterImport(workspace, directory, record, preview, run.time());
      } else {
        streams
            .out()
            .print(
                format == ImportCommand.Format.JSON
                    ? PreviewJson.of(preview) + "\n"
                    : PreviewText.of(preview));
      }
    }
    return chosen.unreadable() == 0 ? Attune.DONE : Attune.INPUT_ERRORS;
  }

  /** To App of the person as the import of the record leaves the Okta profile. */
  private void afterImport(
      Workspace workspace,
      DirectorySnapshot directory,
      AppRecord record,
      ImportPreview preview,
      Instant time) {
    String id = preview.line().userId();
    int person = id == null ? -1 : directory.find(id);
    if (id == null || person < 0) {
      throw InputErrors.of(
          String.valueOf(records),
          "the record `" + record.externalId() + "` is of nobody who exists yet",
          "preview the direction to-okta");
    }
    Profile profile = Profile.empty(directory.userSchema());
    for (AttributePreview attribute : preview.attributes()) {
      profile = profile.with(attribute.attribute(), attribute.to());
    }
    ToAppSettings settings = ToAppConfiguration.of(workspace, app, time);
    print(toApp(workspace, settings, directory, person, profile), id);
  }

  private List<AttributePreview> toApp(
      Workspace workspace,
      ToAppSettings settings,
      DirectorySnapshot directory,
      int person,
      Profile profile) {
    AppAssignments assignments = AppAssignments.read(workspace, app, directory);
    return AppUserPreview.of(
        settings,
        assignments.input(settings.run(), person, profile),
        assignments.assignments(person),
        assignments.stored(person));
  }

  private void print(List<AttributePreview> attributes, String id) {
    streams
        .out()
        .print(
            format == ImportCommand.Format.JSON
                ? PreviewJson.ofAppUser(id, attributes) + "\n"
                : PreviewText.ofAppUser(id, attributes));
  }

  private int person(DirectorySnapshot directory, String id) {
    int person = directory.find(id);
    if (person < 0) {
      throw InputErrors.of(
          workspacePath.resolve("users.jsonl").toString(),
          "there is no user `" + id + "`",
          "give the id of a user");
    }
    return person;
  }

  /** What is previewed, and how many records could not be read. */
  private record Chosen(List<AppRecord> records, int unreadable) {}

  private Chosen recordsOf(Workspace workspace, String file) throws IOException {
    List<AppRecord> read = new ArrayList<>();
    int[] unreadable = new int[1];
    RecordFile feed =
        new RecordFile(
            file,
            ImportCommand.openRecords(file),
            workspace.appSchema(app),
            OptionalLong.empty(),
            (line, fault) -> {
              unreadable[0]++;
              streams.err().println(file + ":" + line + ":1: error: " + fault.message());
              if (!fault.hint().isEmpty()) {
                streams.err().println(" hint: " + fault.hint());
              }
            });
    feed.forEach(
        record -> {
          if (record instanceof AppRecord whole) {
            read.add(whole);
          }
        });
    if (read.isEmpty() && unreadable[0] == 0) {
      throw InputErrors.of(
          file,
          "there is no record of a person",
          "`attune import` plans groups; a preview shows people");
    }
    return new Chosen(read, unreadable[0]);
  }

  /** The app user as it is stored, taken for a record: what a Force Sync would map. */
  private Chosen storedRecord(AppUsers rows, DirectorySnapshot directory, String id) {
    int person = person(directory, id);
    int row = rows.rowOfUser(person);
    String externalId = row < 0 ? null : rows.externalId(row);
    if (externalId == null) {
      throw InputErrors.of(
          workspacePath.resolve("apps/" + app + "/app-users.jsonl").toString(),
          "`" + id + "` has no link in this app",
          "preview a record with --record");
    }
    AppRecord record =
        new AppRecord(
            externalId,
            !rows.status(row).isInactive(),
            rows.profile(row),
            Sha256.of(externalId.getBytes(StandardCharsets.UTF_8)));
    return new Chosen(List.of(record), 0);
  }
}
