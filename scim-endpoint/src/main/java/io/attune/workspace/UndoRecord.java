package io.attune.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.json.Place;
import io.attune.plan.Sha256;
import io.attune.scim.ByteLines;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What applying one plan did to the lines of the workspace, as {@link UndoLog} wrote it.
 *
 * @param files by path, in the order in which they were written
 */
record UndoRecord(Map<String, Section> files) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * What was done to one file.
   *
   * @param file its path, relative to the workspace
   * @param key the field that tells its lines apart
   * @param lines what was done to each line, by key
   * @param ended whether the last line, which had no end, got one
   */
  record Section(String file, String key, Map<String, Touched> lines, boolean ended) {
    /** Nothing was done. */
    static Section empty(String file, String key) {
      return new Section(file, key, Map.of(), false);
    }
  }

  /** What was done to one line. */
  sealed interface Touched {
    /** It was changed; {@code before} has its end, {@code after} has not. */
    record Edited(String before, String after) implements Touched {}

    /** It was dropped from this place among the lines of the file. */
    record Dropped(int at, String before) implements Touched {}

    /** It was added, with this {@link UndoLog#mark}. */
    record Added(String mark) implements Touched {}
  }

  /**
   * Reads the record of a plan.
   *
   * @throws InputErrors if there is none, or it was damaged
   */
  static UndoRecord read(Folder folder, Sha256 plan) throws IOException {
    String path = UndoLog.path(plan);
    if (!folder.has(path)) {
      throw InputErrors.of(
          folder.shown(path),
          "what this plan changed was not recorded, so it cannot be undone",
          "only plans that this version of attune applied can be undone");
    }
    Map<String, Section> files = new LinkedHashMap<>();
    Section section = Section.empty("", "");
    int number = 0;
    try (InputStream in =
        new BufferedInputStream(Files.newInputStream(folder.file(path)), 1 << 16)) {
      for (byte[] line = LineRewriter.nextLine(in);
          line.length > 0;
          line = LineRewriter.nextLine(in)) {
        number++;
        JsonNode node = ByteLines.isBlank(UndoLog.withoutEnd(line)) ? null : MAPPER.readTree(line);
        if (node == null || node.has("undo")) {
          continue;
        }
        if (node.has("file")) {
          section =
              new Section(
                  node.path("file").asText(), node.path("key").asText(), new TreeMap<>(), false);
        } else if (node.has("ended")) {
          section = new Section(section.file(), section.key(), section.lines(), true);
        } else {
          section.lines().put(node.path("line").asText(), touched(node));
        }
        files.put(section.file(), section);
      }
    } catch (IOException e) {
      throw InputErrors.at(
          folder.shown(path),
          new Place(Math.max(1, number), 1),
          "this is no line of an undo record",
          "");
    }
    return new UndoRecord(files);
  }

  private static Touched touched(JsonNode line) {
    if (line.has("added")) {
      return new Touched.Added(line.path("added").asText());
    }
    String before = line.path("before").asText();
    return line.has("after")
        ? new Touched.Edited(before, line.path("after").asText())
        : new Touched.Dropped(line.path("at").asInt(), before);
  }

  /** What was done to a file; nothing if it is not named. */
  Section file(String file, String key) {
    return files.getOrDefault(file, Section.empty(file, key));
  }
}
