package io.attune.workspace;

import io.attune.plan.Outcome;
import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedChange.PlannedValue;
import io.attune.plan.PlannedChange.Target;
import io.attune.workspace.HistoryEvent.Applied;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which plans wrote a person's Okta profile, as the archive of applied plans has it. */
public final class Provenance {
  private Provenance() {}

  /**
   * One value that an applied plan wrote.
   *
   * @param plan the plan
   * @param externalId the record's key at the plan's app
   * @param outcome of the record
   * @param by the rule that gave it, such as {@code toOkta.title}
   * @param source the app whose rule that is
   * @param value what was written, null where it was cleared
   */
  public record Written(
      Applied plan,
      String externalId,
      Outcome outcome,
      String by,
      String source,
      @Nullable Object value) {}

  /**
   * Who wrote each attribute of a person last, by attribute; plans that were undone do not count.
   *
   * @throws InputErrors if an archived plan was changed or lost
   * @throws IOException if the archive cannot be read
   */
  public static Map<String, Written> of(Folder folder, String userId) throws IOException {
    Map<String, Written> last = new LinkedHashMap<>();
    for (Applied plan : History.read(folder).standing()) {
      WorkspaceApply.read(
          folder.file(plan.file()),
          folder.shown(plan.file()),
          line -> {
            if (userId.equals(person(line, plan))) {
              note(line, plan, last);
            }
          });
    }
    return last;
  }

  private static @Nullable String person(PlannedChange line, Applied plan) {
    boolean creates = line.outcome() == Outcome.CREATE && line.externalId() != null;
    return creates
        ? UserIds.of(plan.app(), String.valueOf(line.externalId()), plan.plan())
        : line.userId();
  }

  private static void note(PlannedChange line, Applied plan, Map<String, Written> last) {
    boolean writes =
        switch (line.outcome()) {
          case CREATE, LINK, UPDATE, REMOVED -> true;
          default -> false;
        };
    for (PlannedValue value : line.changes()) {
      if (writes && value.on() == Target.USER) {
        last.put(
            value.attribute(),
            new Written(
                plan,
                String.valueOf(line.externalId()),
                line.outcome(),
                String.valueOf(value.by()),
                String.valueOf(value.source()),
                value.to()));
      }
    }
  }
}
