package io.attune.workspace;

import io.attune.plan.DirectorySnapshot;
import io.attune.plan.PendingRecord.Choice;
import io.attune.plan.PlannedChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One record that waits, and what may become of it.
 *
 * @param line as the file has it
 * @param next what the next import says of it
 * @param yes the choice that confirms what was found, or null if it is made already or a person has
 *     to say more
 * @param confirmed what the next import does after that choice, or null
 * @param directory the people
 */
public record WaitingRecord(
    PendingLine line,
    PlannedChange next,
    @Nullable Choice yes,
    @Nullable PlannedChange confirmed,
    DirectorySnapshot directory) {
  /** Everything that waits, in the order of the file. */
  public static List<WaitingRecord> all(PendingPreview preview) {
    Map<String, PlannedChange> next = preview.lines(same -> same);
    Map<String, PlannedChange> confirmed =
        preview.lines(
            waits -> {
              Choice yes = PendingPreview.confirming(line(next, waits.externalId()));
              return waits.choice() == null && yes != null ? waits.with(yes) : waits;
            });
    List<WaitingRecord> all = new ArrayList<>();
    for (PendingLine line : preview.waiting()) {
      PlannedChange now = line(next, line.externalId());
      Choice yes = line.record().choice() == null ? PendingPreview.confirming(now) : null;
      PlannedChange after = yes == null ? null : line(confirmed, line.externalId());
      all.add(new WaitingRecord(line, now, yes, after, preview.directory()));
    }
    return all;
  }

  private static PlannedChange line(Map<String, PlannedChange> lines, String externalId) {
    return Objects.requireNonNull(lines.get(externalId));
  }

  /** The ids of the people concerned, in the fixed order. */
  public List<String> candidates() {
    return next.match() == null ? List.of() : Objects.requireNonNull(next.match()).candidates();
  }

  /** The login of a person, or null where the person is gone or has none. */
  public @Nullable String login(String id) {
    int person = directory.find(id);
    return person < 0 ? null : LoginLookup.login(directory, person);
  }

  /** A person as text: id, login, status. */
  public String who(String id) {
    int person = directory.find(id);
    String login = login(id);
    return person < 0
        ? id + "  nobody any more"
        : id + (login == null ? "" : "  " + login) + "  " + directory.status(person);
  }

  /** The option of {@code attune confirm} that says yes. */
  public String option() {
    Choice choice = Objects.requireNonNull(yes);
    return switch (choice.kind()) {
      case EXACT -> "--exact";
      case NEW -> "--new";
      default -> {
        String id = String.valueOf(choice.userId());
        String login = login(id);
        yield "--user " + (login == null ? id : login);
      }
    };
  }
}
