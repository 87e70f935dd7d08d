package io.attune.plan;

import io.attune.plan.PlannedChange.PlannedValue;
import io.attune.plan.PlannedChange.Target;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns a decision into the line that says it, with every value that is written. */
final class LineRenderer {
  private final DirectorySnapshot directory;
  private final AppUsers links;
  private final Drafts drafts;
  private final String app;
  private final boolean loginIsMapped;

  /** By slot of the user schema, the rule that maps it. */
  private final List<String> rules;

  LineRenderer(ImportSettings settings, DirectorySnapshot directory, Drafts drafts) {
    this.directory = directory;
    this.app = settings.run().app();
    this.links = directory.appUsers(app);
    this.drafts = drafts;
    this.rules =
        directory.userSchema().attributes().stream()
            .map(attribute -> "toOkta." + attribute.name())
            .toList();
    this.loginIsMapped = settings.mapping().toOkta().maps(directory.userSchema().slot("login"));
  }

  /**
   * The line.
   *
   * @param record the app-user profile of the record; null for a link not seen and for records that
   *     could not be read
   */
  PlannedChange line(@Nullable String externalId, Decision decision, @Nullable Profile record) {
    Outcome outcome = decision.outcome();
    boolean writesUser = writesUser(outcome) && decision.hasDraft();
    int mostOfUser = writesUser ? directory.userSchema().size() : 0;
    int mostOfAppUser = record == null ? 0 : record.schema().size();
    List<PlannedValue> changes = new ArrayList<>(mostOfUser + mostOfAppUser);
    if (writesUser) {
      addUserChanges(decision, changes);
    }
    if (record != null) {
      if (outcome == Outcome.UPDATE) {
        addAppUserChanges(decision, record, changes);
      } else if (outcome == Outcome.LINK || outcome == Outcome.CREATE || outcome.isPending()) {
        addWholeAppUser(decision, record, changes);
      }
    }
    return new PlannedChange(
        externalId,
        outcome,
        outcome == Outcome.CREATE || decision.person() < 0 ? null : directory.id(decision.person()),
        decision.match(),
        changes,
        decision.status(),
        decision.link(),
        decision.diagnostics());
  }

  private static boolean writesUser(Outcome outcome) {
    return switch (outcome) {
      case UPDATE, LINK, CREATE, REMOVED -> true;
      default -> false;
    };
  }

  private void addUserChanges(Decision decision, List<? super PlannedValue> changes) {
    ProfileSchema schema = directory.userSchema();
    Profile after = drafts.get(decision.draft());
    Profile before =
        decision.person() < 0 ? Profile.empty(schema) : directory.profile(decision.person());
    for (int slot = 0; slot < schema.size(); slot++) {
      Object from = before.value(slot);
      Object to = after.value(slot);
      if (!Objects.equals(from, to)) {
        String attribute = schema.attribute(slot).name();
        changes.add(
            new PlannedValue(
                Target.USER,
                attribute,
                from,
                to,
                by(decision, slot, attribute),
                decision.sources().getOrDefault(slot, app)));
      }
    }
  }

  private String by(Decision decision, int slot, String attribute) {
    if (decision.defaulted().get(slot)) {
      return "default";
    }
    boolean byFormat =
        decision.outcome() == Outcome.CREATE && attribute.equals("login") && !loginIsMapped;
    return byFormat ? "usernameFormat" : rules.get(slot);
  }

  private void addAppUserChanges(
      Decision decision, Profile record, List<? super PlannedValue> changes) {
    Profile before = links.profile(links.rowOfUser(decision.person()));
    for (int slot = 0; slot < record.schema().size(); slot++) {
      if (!Objects.equals(before.value(slot), record.value(slot))) {
        changes.add(appUserValue(record, slot, before.value(slot)));
      }
    }
  }

  /** Everything that the record said, and what the row that it fills says besides. */
  private void addWholeAppUser(
      Decision decision, Profile record, List<? super PlannedValue> changes) {
    boolean fills = decision.outcome() == Outcome.LINK;
    int row = fills ? links.rowOfUser(decision.person()) : -1;
    Profile before = row < 0 ? Profile.empty(record.schema()) : links.profile(row);
    for (int slot = 0; slot < record.schema().size(); slot++) {
      if (record.value(slot) != null || before.value(slot) != null) {
        changes.add(appUserValue(record, slot, before.value(slot)));
      }
    }
  }

  private static PlannedValue appUserValue(Profile record, int slot, @Nullable Object from) {
    String attribute = record.schema().attribute(slot).name();
    return new PlannedValue(Target.APP_USER, attribute, from, record.value(slot), null, null);
  }
}
