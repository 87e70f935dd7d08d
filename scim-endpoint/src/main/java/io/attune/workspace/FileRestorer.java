package io.attune.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.workspace.LineMerge.Merged;
import io.attune.workspace.UndoRecord.Section;
import io.attune.workspace.UndoRecord.Touched;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes back, in one file, what a plan did to its lines. A line that nothing has touched since gets
 * its bytes back; one that was changed elsewhere since loses only the plan's change. What stands in
 * the way is noted, and then nothing may be used of what was written.
 */
final class FileRestorer {
  private final Folder folder;
  private final Section section;
  private final String time;
  private final Obstacles obstacles;
  private final LineCheck check;
  private final RestoredValues values;
  private final Set<String> met = new HashSet<>();
  private int number;
  private int restored;

  /** Looks at a line as it will be. */
  @FunctionalInterface
  interface LineCheck {
    /** What stands in the way of this line, or null. */
    @Nullable String problem(String key, byte[] line) throws IOException;
  }

  FileRestorer(
      Folder folder,
      Section section,
      String time,
      Obstacles obstacles,
      LineCheck check,
      RestoredValues values) {
    this.folder = folder;
    this.section = section;
    this.time = time;
    this.obstacles = obstacles;
    this.check = check;
    this.values = values;
  }

  /** Writes the file as it is with the plan's changes taken back, and counts them. */
  int restore(OutputStream out) throws IOException {
    List<Touched.Dropped> dropped =
        section.lines().values().stream()
            .filter(Touched.Dropped.class::isInstance)
            .map(Touched.Dropped.class::cast)
            .sorted(Comparator.comparingInt(Touched.Dropped::at))
            .toList();
    Iterator<Touched.Dropped> again = dropped.iterator();
    Touched.Dropped next = again.hasNext() ? again.next() : null;
    LineOutput lines = new LineOutput(out);
    if (Files.exists(folder.file(section.file()))) {
      try (InputStream in =
          new BufferedInputStream(Files.newInputStream(folder.file(section.file())), 1 << 16)) {
        for (byte[] line = LineRewriter.nextLine(in);
            line.length > 0;
            line = LineRewriter.nextLine(in)) {
          number++;
          byte[] after = line(line);
          while (after != null && next != null && next.at() <= lines.count()) {
            next = putBack(next, again, lines);
          }
          if (after != null) {
            lines.write(after);
          }
        }
      }
    }
    while (next != null) {
      next = putBack(next, again, lines);
    }
    lines.end(section.ended());
    reportMissing();
    return restored;
  }

  private Touched.@Nullable Dropped putBack(
      Touched.Dropped line, Iterator<Touched.Dropped> rest, LineOutput lines) throws IOException {
    lines.write(line.before().getBytes(StandardCharsets.UTF_8));
    restored++;
    return rest.hasNext() ? rest.next() : null;
  }

  /** The line as it is to be; null if it goes. */
  private byte @Nullable [] line(byte[] line) throws IOException {
    String key = LineRewriter.keyOf(line, section.key());
    if (key == null) {
      return line;
    }
    Touched touched = section.lines().get(key);
    byte[] after = line;
    if (touched != null) {
      met.add(key);
      after = takeBack(key, touched, line);
    }
    if (after != null) {
      look(key, after);
    }
    return after;
  }

  private byte @Nullable [] takeBack(String key, Touched touched, byte[] line) throws IOException {
    if (touched instanceof Touched.Added added) {
      if (added.mark().equals(UndoLog.mark(line))) {
        restored++;
        return null;
      }
      obstacle(key, "was changed after this plan added it");
      return line;
    }
    if (touched instanceof Touched.Edited edited) {
      return takeBack(key, edited, line);
    }
    obstacle(key, "stands here again, after this plan took the line away");
    return line;
  }

  private byte[] takeBack(String key, Touched.Edited edited, byte[] line) throws IOException {
    byte[] before = edited.before().getBytes(StandardCharsets.UTF_8);
    String text = new String(UndoLog.withoutEnd(line), StandardCharsets.UTF_8);
    if (text.equals(edited.after())) {
      restored++;
      return before;
    }
    ObjectNode old = LineRewriter.object(before);
    ObjectNode made = LineRewriter.object(edited.after().getBytes(StandardCharsets.UTF_8));
    ObjectNode now = LineRewriter.object(line);
    if (old == null || made == null || now == null) {
      obstacle(key, "is no object any more");
      return line;
    }
    Merged merged = LineMerge.of(old, made, now, time);
    if (!merged.inTheWay().isEmpty()) {
      obstacle(key, "has changed since in " + merged.inTheWay());
      return line;
    }
    if (merged.line().equals(now)) {
      return line;
    }
    restored++;
    return LineRewriter.bytes(merged.line());
  }

  private void look(String key, byte[] line) throws IOException {
    String problem = check.problem(key, line);
    ObjectNode object = problem == null && !values.isEmpty() ? LineRewriter.object(line) : null;
    String field = object == null ? null : values.takenBy(key, object);
    if (field != null) {
      problem = "has taken the " + field + " of somebody who would get it back";
    }
    if (problem != null) {
      obstacle(key, problem);
    }
  }

  /**
   * A changed line that is gone cannot be changed back; an added one that is gone needs nothing.
   */
  private void reportMissing() {
    for (Map.Entry<String, Touched> line : section.lines().entrySet()) {
      if (line.getValue() instanceof Touched.Edited && !met.contains(line.getKey())) {
        number = Math.max(1, number);
        obstacle(line.getKey(), "is not there any more");
      }
    }
  }

  private void obstacle(String key, String what) {
    obstacles.add(folder.shown(section.file()), number, key, what);
  }
}
