package io.attune.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.plan.json.TimeText;
import io.attune.workspace.HistoryEvent.Applied;
import io.attune.workspace.HistoryEvent.Undone;
import io.attune.workspace.UndoRecord.Section;
import io.attune.workspace.UndoRecord.Touched;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what applying one plan changed, and nothing else: all of it or nothing. A person whom
 * the plan created goes if nothing has touched them since.
 */
public final class WorkspaceUndo {
  private static final String HINT =
      "undo what came after it first, or change it back by hand; nothing was changed";

  private final Folder folder;
  private final Workspace workspace;
  private final UndoRecord record;
  private final String time;
  private final boolean keep;
  private final Obstacles obstacles = new Obstacles(HINT);
  private final Set<String> gone = new TreeSet<>(Bytes.ORDER);
  private final Map<String, Integer> restored = new LinkedHashMap<>();

  private WorkspaceUndo(
      Folder folder, Workspace workspace, UndoRecord record, String time, boolean keep) {
    this.folder = folder;
    this.workspace = workspace;
    this.record = record;
    this.time = time;
    this.keep = keep;
    record
        .file("users.jsonl", "id")
        .lines()
        .forEach(
            (id, touched) -> {
              if (touched instanceof Touched.Added) {
                gone.add(id);
              }
            });
  }

  /**
   * What was taken back.
   *
   * @param plan the plan
   * @param alreadyUndone whether it was undone before; then nothing was done
   * @param lines how many lines of each file were given back as they were
   */
  public record Result(Applied plan, boolean alreadyUndone, Map<String, Integer> lines) {}

  /**
   * Undoes a plan.
   *
   * @param name its hash, or the beginning of it
   * @param time when this happens, for {@code lastUpdated} and the history
   * @param keep whether to write the outcome; false only says what it would be
   * @throws InputErrors if there is no such plan, or later changes are in the way: each by name
   * @throws IOException if the disk fails; the workspace is as before or as it should be
   */
  public static Result undo(Path workspacePath, String name, Instant time, boolean keep)
      throws IOException {
    Folder folder = Folder.open(workspacePath);
    try (Transaction transaction = Transaction.begin(folder)) {
      History history = History.read(folder);
      Applied plan = history.find(name);
      if (plan == null) {
        throw InputErrors.of(
            folder.shown(History.FILE),
            "no plan that was applied, or more than one, is named so",
            "`attune history` lists them; give the hash or its beginning");
      }
      if (!history.stands(plan.plan())) {
        return new Result(plan, true, Map.of());
      }
      WorkspaceUndo undo =
          new WorkspaceUndo(
              folder,
              Workspace.read(workspacePath),
              UndoRecord.read(folder, plan.plan()),
              TimeText.of(time),
              keep);
      undo.restore(transaction);
      undo.obstacles.throwIfAny();
      if (keep) {
        History.append(folder, new Undone(plan.app(), TimeText.of(time), plan.plan()), transaction);
        transaction.commit();
      }
      return new Result(plan, false, undo.restored);
    }
  }

  private void restore(Transaction transaction) throws IOException {
    Section users = record.file("users.jsonl", "id");
    RestoredValues values = RestoredValues.ofUsers(users, workspace.userSchema());
    restore(users, (key, line) -> null, values, transaction);
    restore(record.file("groups.jsonl", "id"), this::member, RestoredValues.none(), transaction);
    for (String app : workspace.apps()) {
      Section rows = record.file(AppFiles.path(app, "app-users.jsonl"), "id");
      restore(rows, this::row, RestoredValues.ofAppUsers(rows), transaction);
      Section pending = record.file(AppFiles.path(app, "pending.jsonl"), "externalId");
      restore(pending, this::choice, RestoredValues.none(), transaction);
    }
  }

  private void restore(
      Section section, FileRestorer.LineCheck check, RestoredValues values, Transaction transaction)
      throws IOException {
    boolean touched = !section.lines().isEmpty() || section.ended();
    if (!touched && gone.isEmpty()) {
      return;
    }
    FileRestorer restorer = new FileRestorer(folder, section, time, obstacles, check, values);
    try (OutputStream out =
        touched && keep ? transaction.write(section.file()) : OutputStream.nullOutputStream()) {
      int lines = restorer.restore(out);
      if (touched) {
        restored.put(section.file(), lines);
      }
    }
  }

  /** Who was created by the plan may not have got anything since. */
  private @Nullable String row(String user, byte[] line) {
    return gone.contains(user) ? "has this app, but would not exist any more" : null;
  }

  private @Nullable String member(String group, byte[] line) throws IOException {
    ObjectNode object = gone.isEmpty() ? null : LineRewriter.object(line);
    List<String> members = new ArrayList<>();
    if (object != null) {
      object.path("members").forEach(member -> members.add(member.asText()));
    }
    return members.stream()
        .filter(gone::contains)
        .findFirst()
        .map(member -> "has the member `" + member + "`, who would not exist any more")
        .orElse(null);
  }

  private @Nullable String choice(String record, byte[] line) throws IOException {
    ObjectNode object = gone.isEmpty() ? null : LineRewriter.object(line);
    String user = object == null ? "" : object.path("choice").path("userId").asText();
    return gone.contains(user)
        ? "was confirmed as `" + user + "`, who would not exist any more"
        : null;
  }
}
