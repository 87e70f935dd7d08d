package io.attune.workspace;

import io.attune.plan.AppUsers;
import io.attune.plan.DirectorySnapshot;
import io.attune.plan.ImportMode;
import io.attune.plan.ImportRun;
import io.attune.plan.Sha256;
import io.attune.plan.compare.TableComparison;
import io.attune.plan.compare.TableComparison.ToOktaVersion;
import io.attune.plan.compare.TableDifference;
import io.attune.plan.toapp.AppUserDraft;
import io.attune.plan.toapp.AppUserDrafter;
import io.attune.plan.toapp.ToAppSettings;
import java.time.Instant;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What a change of one app's configuration would do to the people of a workspace.
 *
 * @param toOkta to their Okta profiles, at the next import of what is stored
 * @param toApp to their app users
 */
public record MappingDiff(TableDifference toOkta, TableDifference toApp) {
  private static final Sha256 NO_HASH = Sha256.of(new byte[0]);

  /**
   * Compares two configurations over the people of the first.
   *
   * @param before the workspace as it is
   * @param after the configuration as it would be; none of its people is read
   * @param app an app of both
   * @param time what expressions read as the time
   * @param samples how many samples to keep of an attribute
   * @throws InputErrors with everything that is wrong
   */
  public static MappingDiff of(
      Workspace before, Workspace after, String app, Instant time, int samples) {
    Workspace moved = after.over(before.folder());
    DirectorySnapshot oldPeople = DirectoryFiles.read(before, app);
    DirectorySnapshot newPeople =
        sameSchemas(before, after) ? oldPeople : DirectoryFiles.read(moved, app);
    TableDifference toOkta =
        TableComparison.toOkta(
            version(before, oldPeople, app, time), version(after, newPeople, app, time), samples);
    AppUsers rows = oldPeople.appUsers(app);
    TableDifference toApp =
        TableComparison.toApp(
            IntStream.range(0, rows.size()).map(rows::user).sorted().toArray(),
            oldPeople::id,
            drafts(before, before, oldPeople, app, time),
            drafts(after, moved, newPeople, app, time),
            samples);
    return new MappingDiff(toOkta, toApp);
  }

  private static boolean sameSchemas(Workspace before, Workspace after) {
    return before.userSchema().equals(after.userSchema())
        && before.apps().equals(after.apps())
        && before.apps().stream()
            .allMatch(app -> before.appSchema(app).equals(after.appSchema(app)));
  }

  private static ToOktaVersion version(
      Workspace workspace, DirectorySnapshot people, String app, Instant time) {
    ImportRun run = new ImportRun(app, ImportMode.INCREMENTAL, time, NO_HASH, NO_HASH);
    return new ToOktaVersion(people, ImportConfiguration.of(workspace, run));
  }

  /** People have the same numbers in both directories: they were read from the same lines. */
  private static IntFunction<AppUserDraft> drafts(
      Workspace configuration,
      Workspace files,
      DirectorySnapshot people,
      String app,
      Instant time) {
    ToAppSettings settings = ToAppConfiguration.of(configuration, app, time);
    AppAssignments assignments = AppAssignments.read(files, app, people);
    AppUserDrafter drafter = new AppUserDrafter(settings);
    return person ->
        drafter.draft(
            assignments.input(settings.run(), person, people.profile(person)),
            assignments.assignments(person),
            assignments.stored(person));
  }
}
