package io.attune.plan.compare;

import io.attune.plan.AppRecord;
import io.attune.plan.AppUsers;
import io.attune.plan.Because.Rule;
import io.attune.plan.DirectorySnapshot;
import io.attune.plan.FeedEnd;
import io.attune.plan.ImportPlanner;
import io.attune.plan.ImportSettings;
import io.attune.plan.Outcome;
import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.PlannedChange.PlannedValue;
import io.attune.plan.PlannedChange.Target;
import io.attune.plan.RecordBatch;
import io.attune.plan.Sha256;
import io.attune.plan.toapp.AppUserDraft;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Runs two versions of a table over the same people. */
public final class TableComparison {
  private static final Set<String> FAILURES = Set.of("EXPRESSION_FAILED", "INVALID_VALUE");

  private TableComparison() {}

  /**
   * A version of the To Okta direction.
   *
   * @param directory the people and app users, over this version's schemas
   * @param settings of an import, compiled
   */
  public record ToOktaVersion(DirectorySnapshot directory, ImportSettings settings) {}

  /**
   * Compares the To Okta tables: the stored app users are taken for a feed, which is planned with
   * either version. People of whom an app writes nothing on update get no other value.
   *
   * @param samples how many samples to keep of an attribute
   */
  public static TableDifference toOkta(ToOktaVersion before, ToOktaVersion after, int samples) {
    Map<String, PlannedChange> planned = new HashMap<>();
    // Most people are what the old tables make of them, so that few lines are kept.
    plan(
        before,
        line -> {
          if (line.outcome() != Outcome.UNCHANGED || !line.diagnostics().isEmpty()) {
            planned.put(String.valueOf(line.externalId()), line);
          }
        });
    DifferenceBuilder differences = new DifferenceBuilder(samples);
    plan(
        after,
        line -> compare(before, planned.get(String.valueOf(line.externalId())), line, differences));
    return differences.build();
  }

  private static void plan(ToOktaVersion version, Consumer<PlannedChange> lines) {
    AppUsers rows = version.directory().appUsers(version.settings().run().app());
    RecordBatch stored =
        each -> {
          for (int row = 0; row < rows.size(); row++) {
            String externalId = rows.externalId(row);
            if (externalId != null) {
              each.accept(
                  new AppRecord(
                      externalId,
                      !rows.status(row).isInactive(),
                      rows.profile(row),
                      Sha256.of(externalId.getBytes(StandardCharsets.UTF_8))));
            }
          }
          return new FeedEnd.Unproven();
        };
    ImportPlanner.plan(stored, version.directory(), version.settings().incremental())
        .forEachLine(lines);
  }

  private static void compare(
      ToOktaVersion before,
      @Nullable PlannedChange old,
      PlannedChange now,
      DifferenceBuilder differences) {
    String userId = now.userId();
    int person = userId == null ? -1 : before.directory().find(userId);
    if (userId == null || person < 0) {
      return;
    }
    Map<String, PlannedValue> olds = old == null ? Map.of() : changes(old);
    Map<String, PlannedValue> news = changes(now);
    Set<String> names = new TreeSet<>(olds.keySet());
    names.addAll(news.keySet());
    if (!names.isEmpty()) {
      Profile stored = before.directory().profile(person);
      for (String name : names) {
        Object current = stored.schema().slot(name) < 0 ? null : stored.value(name);
        PlannedValue was = olds.get(name);
        PlannedValue is = news.get(name);
        differences.value(
            userId, name, was == null ? current : was.to(), is == null ? current : is.to());
      }
    }
    Set<String> failed = failures(now);
    if (old != null) {
      failed.removeAll(failures(old));
    }
    failed.forEach(differences::newFailure);
    boolean wasRefused = old != null && old.outcome() == Outcome.ERROR;
    differences.person(now.outcome() == Outcome.ERROR && !wasRefused);
  }

  private static Map<String, PlannedValue> changes(PlannedChange line) {
    Map<String, PlannedValue> changes = new HashMap<>();
    for (PlannedValue value : line.changes()) {
      if (value.on() == Target.USER) {
        changes.put(value.attribute(), value);
      }
    }
    return changes;
  }

  private static Set<String> failures(PlannedChange line) {
    Set<String> failures = new TreeSet<>();
    for (Diagnostic diagnostic : line.diagnostics()) {
      if (FAILURES.contains(diagnostic.code()) && diagnostic.attribute() != null) {
        failures.add(diagnostic.attribute());
      }
    }
    return failures;
  }

  /**
   * Compares the To App tables, and with them username templates and group values.
   *
   * @param people the numbers of the people who have the app
   * @param ids their ids
   * @param before what the old version makes of a person
   * @param after what the new version makes of a person
   * @param samples how many samples to keep of an attribute
   */
  public static TableDifference toApp(
      int[] people,
      IntFunction<String> ids,
      IntFunction<AppUserDraft> before,
      IntFunction<AppUserDraft> after,
      int samples) {
    DifferenceBuilder differences = new DifferenceBuilder(samples);
    for (int person : people) {
      compare(ids.apply(person), before.apply(person), after.apply(person), differences);
    }
    return differences.build();
  }

  private static void compare(
      String userId, AppUserDraft before, AppUserDraft after, DifferenceBuilder differences) {
    ProfileSchema olds = before.profile().schema();
    ProfileSchema news = after.profile().schema();
    for (int slot = 0; slot < news.size(); slot++) {
      String name = news.attribute(slot).name();
      int old = olds.slot(name);
      differences.value(
          userId, name, old < 0 ? null : before.profile().value(old), after.profile().value(slot));
      boolean failedBefore = old >= 0 && before.because().get(old).rule() == Rule.EXPRESSION_FAILED;
      if (!failedBefore && after.because().get(slot).rule() == Rule.EXPRESSION_FAILED) {
        differences.newFailure(name);
      }
    }
    differences.person(after.refused() && !before.refused());
  }
}
