package io.attune.plan.reference;

import io.attune.plan.Outcome;
import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedChange.PlannedValue;
import io.attune.plan.PlannedChange.Target;
import io.attune.plan.reference.Judgement.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A judgement as the line that says it. Source: formats, Plan. */
record Lines(World world, Rules rules) {

  PlannedChange line(Judgement judgement) {
    List<PlannedValue> changes = new ArrayList<>();
    boolean writes =
        judgement.outcome == Outcome.UPDATE
            || judgement.outcome == Outcome.LINK
            || judgement.outcome == Outcome.CREATE
            || judgement.outcome == Outcome.REMOVED;
    if (writes && judgement.draft != null) {
      addUser(judgement, judgement.draft, changes);
    }
    if (judgement.record != null && (writes || judgement.outcome.isPending())) {
      addAppUser(judgement, judgement.record, changes);
    }
    return new PlannedChange(
        judgement.externalId,
        judgement.outcome,
        judgement.person,
        judgement.match,
        changes,
        judgement.status,
        judgement.link,
        judgement.diagnostics);
  }

  private void addUser(Judgement judgement, Draft draft, List<PlannedValue> changes) {
    Map<String, Object> before =
        judgement.person == null
            ? Map.of()
            : Objects.requireNonNull(world.people().get(judgement.person)).profile();
    for (Attribute attribute : world.userSchema()) {
      String name = attribute.name();
      Object from = before.get(name);
      Object to = draft.after().get(name);
      if (!Objects.equals(from, to)) {
        boolean byFormat =
            judgement.outcome == Outcome.CREATE
                && name.equals("login")
                && rules.mappingOf("login") == null;
        String by =
            draft.defaulted().contains(name)
                ? "default"
                : byFormat ? "usernameFormat" : "toOkta." + name;
        changes.add(
            new PlannedValue(
                Target.USER, name, from, to, by, draft.sources().getOrDefault(name, rules.app())));
      }
    }
  }

  /** UPDATE has what changes; what links or waits has everything. */
  private void addAppUser(
      Judgement judgement, Map<String, Object> record, List<PlannedValue> changes) {
    boolean hasRow = judgement.outcome == Outcome.UPDATE || judgement.outcome == Outcome.LINK;
    var row = hasRow ? world.rows(rules.app()).get(judgement.person) : null;
    Map<String, Object> before = row == null ? Map.of() : row.profile();
    for (String name : world.appSchema()) {
      Object from = before.get(name);
      Object to = record.get(name);
      boolean changed = !Objects.equals(from, to);
      boolean there = from != null || to != null;
      if (judgement.outcome == Outcome.UPDATE ? changed : there) {
        changes.add(new PlannedValue(Target.APP_USER, name, from, to, null, null));
      }
    }
  }
}
