package io.attune.workspace;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.plan.PendingRecord.Choice;
import io.attune.plan.json.TimeText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes people's choices into {@code pending.jsonl}, all of them or none; lines that nobody
 * decided about keep their bytes. Source: formats, Apply.
 */
public final class PendingChoices {
  private PendingChoices() {}

  /**
   * What a person decided.
   *
   * @param choices by record; empty takes a choice back
   * @param dropped the records whose lines go
   */
  public record Edit(Map<String, Optional<Choice>> choices, Set<String> dropped) {}

  /**
   * Decides over what waits now, and writes it. The workspace is locked from before it is read
   * until it is written.
   *
   * @param by who decides
   * @param at when
   * @param decide from what waits to what is decided; what it throws leaves the files as they were
   * @throws InputErrors with everything that is wrong in the workspace
   * @throws IOException if the disk fails; the choices are all there then, or none is
   */
  public static void write(
      Path workspacePath, String app, String by, Instant at, Function<PendingPreview, Edit> decide)
      throws IOException {
    Folder folder = Folder.open(workspacePath);
    try (Transaction transaction = Transaction.begin(folder)) {
      Workspace workspace = Workspace.read(workspacePath);
      Edit edit = decide.apply(new PendingPreview(workspace, app, at));
      if (edit.choices().isEmpty() && edit.dropped().isEmpty()) {
        return;
      }
      String file = PendingFile.path(app);
      try (OutputStream out = transaction.write(file)) {
        LineRewriter.rewrite(folder, file, "externalId", edits(edit, by, TimeText.of(at)), out);
      }
      transaction.commit();
    }
  }

  private static LineRewriter.Edits edits(Edit edit, String by, String at) {
    return new LineRewriter.Edits() {
      @Override
      public boolean concerns(String key) {
        return edit.choices().containsKey(key) || edit.dropped().contains(key);
      }

      @Override
      public @Nullable ObjectNode edit(String key, ObjectNode line) {
        if (edit.dropped().contains(key)) {
          return line.removeAll();
        }
        Optional<Choice> choice = edit.choices().getOrDefault(key, Optional.empty());
        line.set(
            "choice",
            choice.isEmpty()
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance
                    .objectNode()
                    .put("kind", choice.get().kind().name())
                    .put("userId", choice.get().userId())
                    .put("by", by)
                    .put("at", at));
        return line;
      }

      @Override
      public void append(LineRewriter.Sink sink) {
        // Nobody waits because of a choice.
      }
    };
  }
}
