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
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
   * @param apps apps of both
   * @param time what expressions read as the time
   * @param samples how many samples to keep of an attribute
   * @return the difference of each app, by name
   * @throws InputErrors with everything that is wrong
   */
  public static SortedMap<String, MappingDiff> of(
      Workspace before, Workspace after, List<String> apps, Instant time, int samples) {
    Version old = new Version(before, before, DirectoryFiles.read(before), time);
    // The same lines under the new schemas; people have the same numbers in both.
    Workspace moved = after.over(before.folder());
    boolean same = sameSchemas(before, after);
    DirectorySnapshot people = same ? old.people() : DirectoryFiles.read(moved);
    Version renewed = new Version(after, moved, people, time);
    SortedMap<String, MappingDiff> diffs = new TreeMap<>();
    for (String app : apps) {
      AppAssignments oldAssignments = old.assignments(app);
      AppAssignments newAssignments = same ? oldAssignments : renewed.assignments(app);
      AppUsers rows = old.people().appUsers(app);
      diffs.put(
          app,
          new MappingDiff(
              TableComparison.toOkta(old.toOkta(app), renewed.toOkta(app), samples),
              TableComparison.toApp(
                  IntStream.range(0, rows.size()).map(rows::user).sorted().toArray(),
                  old.people()::id,
                  old.toApp(app, oldAssignments),
                  renewed.toApp(app, newAssignments),
                  samples)));
    }
    return diffs;
  }

  /**
   * One of the two configurations, over the people.
   *
   * @param files the same configuration where the people are
   */
  private record Version(
      Workspace configuration, Workspace files, DirectorySnapshot people, Instant time) {
    ToOktaVersion toOkta(String app) {
      ImportRun run = new ImportRun(app, ImportMode.INCREMENTAL, time, NO_HASH, NO_HASH);
      return new ToOktaVersion(people, ImportConfiguration.of(configuration, run));
    }

    AppAssignments assignments(String app) {
      return AppAssignments.read(files, app, people);
    }

    IntFunction<AppUserDraft> toApp(String app, AppAssignments assignments) {
      ToAppSettings settings = ToAppConfiguration.of(configuration, app, time);
      AppUserDrafter drafter = new AppUserDrafter(settings);
      return person ->
          drafter.draft(
              assignments.input(settings.run(), person, people.profile(person)),
              assignments.assignments(person),
              assignments.stored(person));
    }
  }

  private static boolean sameSchemas(Workspace before, Workspace after) {
    return before.userSchema().equals(after.userSchema())
        && before.apps().equals(after.apps())
        && before.apps().stream()
            .allMatch(app -> before.appSchema(app).equals(after.appSchema(app)));
  }
}
