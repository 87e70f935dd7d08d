package io.attune.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.plan.json.TimeText;
import io.attune.workspace.HistoryEvent.Unlinked;
import io.attune.workspace.UndoRecord.Section;
import io.attune.workspace.UndoRecord.Touched;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes a wrong match back: the person's profile is again as it was before the link, the link goes,
 * and the pair is never matched again. All of it or nothing.
 */
public final class WorkspaceUnlink {
  private static final String HINT =
      "change it back by hand first, or keep the profile with `--keep-profile`;"
          + " nothing was changed";

  private final Folder folder;
  private final Workspace workspace;
  private final String app;
  private final String record;
  private final String time;
  private final Obstacles obstacles = new Obstacles(HINT);

  private WorkspaceUnlink(
      Folder folder, Workspace workspace, String app, String record, String time) {
    this.folder = folder;
    this.workspace = workspace;
    this.app = app;
    this.record = record;
    this.time = time;
  }

  /**
   * What was taken back.
   *
   * @param userId the person
   * @param restored names of attributes, and {@code status}, that are again as before the link
   */
  public record Result(String userId, List<String> restored) {}

  /**
   * Takes a match back.
   *
   * @param record the record's key
   * @param by who says so
   * @param keepProfile whether the person's profile stays as it is
   * @throws InputErrors if there is no such link, no plan of the history made it, or later changes
   *     are in the way: each by name
   * @throws IOException if the disk fails; the workspace is as before or as it should be
   */
  public static Result unlink(
      Path workspacePath, String app, String record, String by, Instant time, boolean keepProfile)
      throws IOException {
    Folder folder = Folder.open(workspacePath);
    try (Transaction transaction = Transaction.begin(folder)) {
      Workspace workspace = Workspace.read(workspacePath);
      if (!workspace.apps().contains(app)) {
        throw InputErrors.of(
            folder.shown("apps"),
            "there is no app `" + app + "`",
            "the apps are " + workspace.apps());
      }
      WorkspaceUnlink unlink =
          new WorkspaceUnlink(folder, workspace, app, record, TimeText.of(time));
      Result result = unlink.run(by, keepProfile, transaction);
      unlink.obstacles.throwIfAny();
      History.append(
          folder, new Unlinked(app, TimeText.of(time), record, result.userId()), transaction);
      transaction.commit();
      return result;
    }
  }

  private Result run(String by, boolean keepProfile, Transaction transaction) throws IOException {
    String rows = AppFiles.path(app, "app-users.jsonl");
    Found row = find(rows, "externalId", record);
    if (row == null) {
      throw InputErrors.of(folder.shown(rows), "no link has the externalId `" + record + "`", "");
    }
    String user = row.object().path("id").asText();
    LinkStory story = LinkStory.of(folder, app, record, user);
    if (story == null && !keepProfile) {
      throw InputErrors.of(
          folder.shown(rows),
          "no plan of the history linked this record to `" + user + "`",
          "a person whom an import created goes by `attune undo`;"
              + " `--keep-profile` takes only the link away");
    }
    List<String> restored = new ArrayList<>();
    if (story != null && !keepProfile) {
      restored = restoreUser(story, user, transaction);
    }
    restoreRow(story, rows, user, row, transaction);
    String pending = PendingFile.path(app);
    try (OutputStream out = transaction.write(pending)) {
      LineRewriter.rewrite(folder, pending, "externalId", ban(row.object(), user, by), out);
    }
    return new Result(user, List.copyOf(restored));
  }

  private List<String> restoreUser(LinkStory story, String user, Transaction transaction)
      throws IOException {
    Found line = find("users.jsonl", "id", user);
    if (line == null) {
      obstacles.add(folder.shown("users.jsonl"), 1, user, "is not there any more");
      return List.of();
    }
    ObjectNode before = line.object().deepCopy();
    List<String> inTheWay = new ArrayList<>();
    List<String> restored = story.takeBack(before, inTheWay);
    if (!inTheWay.isEmpty()) {
      String what = "has changed since in " + inTheWay;
      obstacles.add(folder.shown("users.jsonl"), line.number(), user, what);
      return restored;
    }
    if (!restored.isEmpty()) {
      before.put("lastUpdated", time);
      Touched edited = new Touched.Edited(text(LineRewriter.bytes(before)), line.text());
      Section section = new Section("users.jsonl", "id", Map.of(user, edited), false);
      restore(section, RestoredValues.ofUsers(section, workspace.userSchema()), transaction);
    }
    return restored;
  }

  /** The row as it was before the link: gone, or without this key. */
  private void restoreRow(
      @Nullable LinkStory story, String rows, String user, Found row, Transaction transaction)
      throws IOException {
    Touched linked =
        story == null
            ? null
            : UndoRecord.read(folder, story.plan()).file(rows, "id").lines().get(user);
    Touched now =
        linked instanceof Touched.Edited edited
            ? new Touched.Edited(edited.before(), row.text())
            : new Touched.Added(UndoLog.mark(row.text().getBytes(StandardCharsets.UTF_8)));
    Section section = new Section(rows, "id", Map.of(user, now), false);
    restore(section, RestoredValues.ofAppUsers(section), transaction);
  }

  private void restore(Section section, RestoredValues values, Transaction transaction)
      throws IOException {
    try (OutputStream out = transaction.write(section.file())) {
      new FileRestorer(folder, section, time, obstacles, (key, line) -> null, values).restore(out);
    }
  }

  /** The record waits, and this person is no match for it. */
  private LineRewriter.Edits ban(ObjectNode row, String user, String by) {
    ObjectNode choice =
        JsonNodeFactory.instance
            .objectNode()
            .put("kind", "NOT_USER")
            .put("userId", user)
            .put("by", by)
            .put("at", time);
    boolean[] met = new boolean[1];
    return new LineRewriter.Edits() {
      @Override
      public boolean concerns(String key) {
        return key.equals(record);
      }

      @Override
      public ObjectNode edit(String key, ObjectNode line) {
        met[0] = true;
        line.set("choice", choice);
        return line;
      }

      @Override
      public void append(LineRewriter.Sink sink) {
        if (!met[0]) {
          ObjectNode line = JsonNodeFactory.instance.objectNode();
          line.put("externalId", record).put("outcome", "PENDING_NEW");
          line.putObject("match").put("kind", "NONE");
          JsonNode profile = row.path("profile");
          line.set("profile", profile.isObject() ? profile : line.objectNode());
          line.set("choice", choice);
          sink.write(line.put("since", time));
        }
      }
    };
  }

  /** A line of a file, its end left out. */
  private record Found(ObjectNode object, String text, int number) {}

  private @Nullable Found find(String file, String key, String value) throws IOException {
    if (!folder.has(file)) {
      return null;
    }
    int number = 0;
    try (InputStream in =
        new BufferedInputStream(Files.newInputStream(folder.file(file)), 1 << 16)) {
      for (byte[] line = LineRewriter.nextLine(in);
          line.length > 0;
          line = LineRewriter.nextLine(in)) {
        number++;
        if (value.equals(LineRewriter.keyOf(line, key))) {
          ObjectNode object = LineRewriter.object(line);
          return object == null ? null : new Found(object, text(line), number);
        }
      }
    }
    return null;
  }

  private static String text(byte[] line) {
    return new String(UndoLog.withoutEnd(line), StandardCharsets.UTF_8);
  }
}
