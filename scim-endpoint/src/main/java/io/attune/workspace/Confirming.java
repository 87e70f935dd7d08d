package io.attune.workspace;

import io.attune.json.Place;
import io.attune.json.ProblemCode;
import io.attune.plan.AppUsers;
import io.attune.plan.DirectorySnapshot;
import io.attune.plan.Outcome;
import io.attune.plan.PendingRecord;
import io.attune.plan.PendingRecord.Choice;
import io.attune.plan.PendingRecord.Kind;
import io.attune.plan.PlannedChange;
import io.attune.workspace.PendingChoices.Edit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * From what a person asks for to the choices that are written, each checked against what waits and
 * against the people as they are. Source: okta-behaviour 3.10, 3.11.
 */
public final class Confirming {
  private final PendingPreview preview;
  private final String file;
  private final String app;
  private final Findings findings = new Findings();
  private final Map<String, PlannedChange> next;

  /** Over what waits in an app; {@code file} is how messages name it. */
  public Confirming(PendingPreview preview, String app, String file) {
    this.preview = preview;
    this.app = app;
    this.file = file;
    this.next = preview.lines(same -> same);
  }

  /** What is decided about one record. */
  @FunctionalInterface
  public interface Rule {
    Optional<Choice> choose(PendingLine line);
  }

  /**
   * One choice for each of these records.
   *
   * @throws InputErrors with every record for which it cannot be made
   */
  public Edit choose(List<String> records, Rule rule) {
    Map<String, PendingLine> waiting = new TreeMap<>();
    preview.waiting().forEach(line -> waiting.put(line.externalId(), line));
    Map<String, Optional<Choice>> choices = new TreeMap<>();
    for (String record : records) {
      PendingLine line = waiting.get(record);
      if (line == null) {
        findings.error(
            file,
            Place.START,
            ProblemCode.UNKNOWN_VALUE,
            "no record `" + record + "` waits",
            "`attune pending` lists what waits");
      } else {
        choices.put(record, rule.choose(line));
      }
    }
    findings.throwIfErrors();
    return new Edit(choices, Set.of());
  }

  /** The exact match is right. */
  public Optional<Choice> exact(PendingLine line) {
    String user = line.record().exactUser();
    PlannedChange now = Objects.requireNonNull(next.get(line.externalId()));
    if (user == null) {
      return refuse(line, "has no exact match to confirm", "choose with --user, --new or --ignore");
    }
    boolean same = now.match() != null && now.match().candidates().equals(List.of(user));
    if (!same) {
      return refuse(
          line,
          "matches somebody else, or nobody, since the last import",
          "look again with `attune pending`");
    }
    boolean banned = line.record().choice() != null && kind(line) == Kind.NOT_USER;
    // A ban goes with the choice that replaces it, so the choice has to name its person.
    return Optional.of(new Choice(banned ? Kind.USER : Kind.EXACT, user));
  }

  /** It is this person, whatever was found. */
  public Optional<Choice> user(PendingLine line, String login) {
    DirectorySnapshot directory = preview.directory();
    int person = LoginLookup.find(directory, login);
    if (person < 0) {
      return refuse(line, "cannot be the login given: nobody has it", "give a login or a user id");
    }
    String id = directory.id(person);
    for (PendingLine other : preview.waiting()) {
      Choice choice = other.record().choice();
      boolean taken = choice != null && takes(choice.kind()) && id.equals(choice.userId());
      if (taken && !other.externalId().equals(line.externalId())) {
        return refuse(
            line,
            "cannot be a person whom `" + other.externalId() + "` was chosen to be",
            "take that choice back first, with --withdraw");
      }
    }
    return Optional.of(new Choice(Kind.USER, id));
  }

  private static boolean takes(Kind kind) {
    return kind == Kind.USER || kind == Kind.EXACT;
  }

  /** It may be considered again. */
  public Optional<Choice> unignored(PendingLine line) {
    return kind(line) == Kind.IGNORE
        ? Optional.empty()
        : refuse(line, "is not ignored", "--withdraw takes any other choice back");
  }

  /** Nobody decided anything, but that a person is banned stays. */
  public Optional<Choice> withdrawn(PendingLine line) {
    return kind(line) == null || kind(line) == Kind.NOT_USER
        ? refuse(line, "has no choice to take back", "")
        : Optional.empty();
  }

  private static @Nullable Kind kind(PendingLine line) {
    return line.record().choice() == null
        ? null
        : Objects.requireNonNull(line.record().choice()).kind();
  }

  private Optional<Choice> refuse(PendingLine line, String why, String hint) {
    findings.error(
        file,
        new Place(line.number(), 1),
        ProblemCode.UNKNOWN_VALUE,
        "record `" + line.externalId() + "` " + why,
        hint);
    return Optional.empty();
  }

  /**
   * Every exact match that waits undecided, but for those that need a look of their own.
   *
   * @param left takes what is left out, each with the reason
   */
  public Edit allExact(Map<String, String> left) {
    Map<String, Optional<Choice>> choices = new TreeMap<>();
    for (PendingLine line : preview.waiting()) {
      PendingRecord record = line.record();
      String user = record.exactUser();
      if (record.outcome() != Outcome.PENDING_EXACT || record.choice() != null || user == null) {
        continue;
      }
      PlannedChange now = Objects.requireNonNull(next.get(line.externalId()));
      if (now.outcome() != Outcome.PENDING_EXACT || !user.equals(now.userId())) {
        left.put(line.externalId(), "the match has changed since the last import");
      } else if (isDoubtful(now)) {
        left.put(line.externalId(), "the record and the person have no name in common");
      } else if (preview.isProtected(user)) {
        left.put(line.externalId(), "the person is protected");
      } else {
        choices.put(line.externalId(), Optional.of(new Choice(Kind.EXACT, user)));
      }
    }
    return new Edit(choices, Set.of());
  }

  private static boolean isDoubtful(PlannedChange now) {
    return now.diagnostics().stream().anyMatch(each -> each.code().equals("RECYCLED_IDENTIFIER"));
  }

  /** Everything that nobody decided about goes; it waits again when its record comes again. */
  public Edit clear() {
    Set<String> dropped = new TreeSet<>();
    for (PendingLine line : preview.waiting()) {
      if (line.record().choice() == null) {
        dropped.add(line.externalId());
      }
    }
    return new Edit(Map.of(), dropped);
  }

  /** The externalId of the link that a choice takes over, or null. */
  public @Nullable String movedLink(Choice choice) {
    if (choice.kind() != Kind.USER) {
      return null;
    }
    AppUsers links = preview.directory().appUsers(app);
    int row = links.rowOfUser(preview.directory().find(String.valueOf(choice.userId())));
    return row < 0 ? null : links.externalId(row);
  }

  /** The lines of the next import by record, with these choices. */
  public Map<String, PlannedChange> after(Edit edit) {
    return preview.lines(
        record -> {
          Optional<Choice> choice = edit.choices().get(record.externalId());
          return choice == null ? record : record.with(choice.orElse(null));
        });
  }
}
