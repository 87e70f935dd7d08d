package io.attune.workspace;

import io.attune.json.JsonDocument;
import io.attune.json.JsonEdit;
import io.attune.json.JsonValue;
import io.attune.json.JsonValue.JsonNull;
import io.attune.json.JsonValue.JsonObject;
import io.attune.json.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A change of one file of the configuration, under the lock of the workspace: what it would be is
 * checked as {@code attune check} does, and written only if it brings no new error.
 */
final class ConfigurationEdit implements AutoCloseable {
  private static final String MARK = "\uFEFF";

  private final Transaction transaction;
  private final Folder folder;
  private final String file;
  private final String mark;
  private final String text;
  private final Workspace workspace;

  private ConfigurationEdit(
      Transaction transaction, Folder folder, String file, String written, String otherwise) {
    this.transaction = transaction;
    this.folder = folder;
    this.file = file;
    this.mark = written.startsWith(MARK) ? MARK : "";
    this.text = written.isEmpty() ? otherwise : written.substring(mark.length());
    this.workspace = Workspace.readAll(folder);
  }

  /**
   * Begins the change of a file.
   *
   * @param otherwise its text where it is not there yet
   * @throws InputErrors if it is there and no JSON, or has a key twice: it has to be mended by hand
   */
  static ConfigurationEdit begin(Path path, String file, String otherwise) throws IOException {
    Folder folder = Folder.open(path);
    Transaction transaction = Transaction.begin(folder);
    try {
      byte[] bytes = folder.has(file) ? folder.bytes(file) : new byte[0];
      List<Finding> unusable = new ArrayList<>();
      if (bytes.length > 0) {
        for (Problem problem : JsonDocument.read(bytes).problems()) {
          unusable.add(new Finding(folder.shown(file), problem));
        }
      }
      if (!unusable.isEmpty()) {
        throw new InputErrors(unusable);
      }
      String written = new String(bytes, StandardCharsets.UTF_8);
      return new ConfigurationEdit(transaction, folder, file, written, otherwise);
    } catch (RuntimeException refused) {
      transaction.close();
      throw refused;
    }
  }

  /** The configuration as it is, as far as it can be read. */
  Workspace workspace() {
    return workspace;
  }

  /** The text of the file as it is. */
  String text() {
    return text;
  }

  /** The file as messages name it. */
  String shown() {
    return folder.shown(file);
  }

  Folder folder() {
    return folder;
  }

  /**
   * A text of this file with a member set; of null, removed.
   *
   * @throws InputErrors if something stands on the way that is neither an object nor null
   */
  String with(String changed, List<String> path, JsonValue value) {
    JsonValue at = JsonDocument.read(changed).root();
    for (int depth = 0; depth < path.size(); depth++) {
      if (at != null && !(at instanceof JsonObject) && !(at instanceof JsonNull)) {
        String message = "`" + String.join(".", path.subList(0, depth)) + "` is no object";
        throw InputErrors.at(shown(), at.place(), message, "mend the file by hand first");
      }
      at = at instanceof JsonObject object ? object.get(path.get(depth)) : null;
    }
    return value instanceof JsonNull
        ? JsonEdit.remove(changed, path)
        : JsonEdit.set(changed, path, value);
  }

  /** What would be wrong with the configuration that is not wrong now. */
  List<Finding> newErrors(String newText) {
    List<Finding> left = new ArrayList<>(WorkspaceCheck.configuration(folder));
    List<Finding> errors = new ArrayList<>();
    Folder changed = folder.with(file, (mark + newText).getBytes(StandardCharsets.UTF_8));
    for (Finding finding : WorkspaceCheck.configuration(changed)) {
      if (finding.isError() && !left.removeIf(old -> isSame(old, finding))) {
        errors.add(finding);
      }
    }
    return errors;
  }

  /** The same at another place: an edit moves what stands behind it. */
  private static boolean isSame(Finding one, Finding other) {
    return one.file().equals(other.file())
        && one.problem().code().equals(other.problem().code())
        && one.problem().message().equals(other.problem().message());
  }

  /**
   * Writes the file, at once and whole.
   *
   * @throws InputErrors if that brought new errors; nothing is written then
   */
  void write(String newText) throws IOException {
    List<Finding> errors = newErrors(newText);
    if (!errors.isEmpty()) {
      throw new InputErrors(errors);
    }
    if (!newText.equals(text) || !folder.has(file)) {
      try (OutputStream out = transaction.write(file)) {
        out.write((mark + newText).getBytes(StandardCharsets.UTF_8));
      }
      transaction.commit();
    }
  }

  @Override
  public void close() throws IOException {
    transaction.close();
  }
}
