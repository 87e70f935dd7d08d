package io.attune.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.json.Place;
import io.attune.plan.Sha256;
import io.attune.scim.ByteLines;
import io.attune.workspace.HistoryEvent.Applied;
import io.attune.workspace.HistoryEvent.Undone;
import io.attune.workspace.HistoryEvent.Unlinked;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was done to a workspace, oldest first.
 *
 * @param events plans applied, plans undone, wrong matches undone
 */
public record History(List<HistoryEvent> events) {
  static final String FILE = ".attune/history.jsonl";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MIN_PREFIX = 4;

  /** Copies the list. */
  public History {
    events = List.copyOf(events);
  }

  /**
   * Reads the history of a workspace; one without any has an empty one.
   *
   * @throws InputErrors if a line of it was damaged
   * @throws IOException if it cannot be read
   */
  public static History read(Folder folder) throws IOException {
    Path file = folder.file(FILE);
    List<HistoryEvent> events = new ArrayList<>();
    if (Files.exists(file)) {
      try (ByteLines lines = new ByteLines(Files.newInputStream(file))) {
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
          if (!ByteLines.isBlank(line)) {
            events.add(event(folder, line, lines.number()));
          }
        }
      }
    }
    return new History(events);
  }

  private static HistoryEvent event(Folder folder, byte[] line, int number) {
    try {
      JsonNode event = MAPPER.readTree(line);
      String app = event.path("app").asText();
      String time = event.path("time").asText();
      if (event.has("undo")) {
        return new Undone(app, time, Sha256.parse(event.path("undo").asText()));
      }
      if (event.has("unlink")) {
        return new Unlinked(
            app, time, event.path("unlink").asText(), event.path("userId").asText());
      }
      return new Applied(
          app,
          time,
          Sha256.parse(event.path("sha256").asText()),
          event.path("unassignments").asInt(),
          event.path("approved").asBoolean(),
          hash(event, "records"),
          hash(event, "instead"));
    } catch (IOException | IllegalArgumentException e) {
      throw InputErrors.at(
          folder.shown(FILE), new Place(number, 1), "this is no line of the history", "");
    }
  }

  private static @Nullable Sha256 hash(JsonNode event, String member) {
    return event.has(member) ? Sha256.parse(event.path(member).asText()) : null;
  }

  /** The plans that stand: applied, and not undone since; oldest first. */
  public List<Applied> standing() {
    Map<Sha256, Applied> standing = new LinkedHashMap<>();
    for (HistoryEvent event : events) {
      if (event instanceof Applied applied) {
        standing.remove(applied.plan());
        standing.put(applied.plan(), applied);
      } else if (event instanceof Undone undone) {
        standing.remove(undone.plan());
      }
    }
    return List.copyOf(standing.values());
  }

  /** Whether a plan was applied and not undone since. */
  public boolean stands(Sha256 plan) {
    return standing().stream().anyMatch(applied -> applied.plan().equals(plan));
  }

  /** Whether the pause of a plan ended because another plan was approved in its place. */
  public boolean passedOver(Sha256 paused) {
    return events.stream()
        .anyMatch(event -> event instanceof Applied applied && paused.equals(applied.instead()));
  }

  /**
   * The plan that was applied whose hash begins so.
   *
   * @param name a hash or at least 4 digits of its beginning, {@code sha256:} before it or not
   * @return null if no plan or several begin so
   */
  public @Nullable Applied find(String name) {
    String hex = name.startsWith("sha256:") ? name.substring("sha256:".length()) : name;
    List<Applied> found =
        events.stream()
            .filter(Applied.class::isInstance)
            .map(Applied.class::cast)
            .filter(applied -> applied.plan().hex().startsWith(hex))
            .toList();
    boolean one = found.stream().map(Applied::plan).distinct().count() == 1;
    return hex.length() >= MIN_PREFIX && one ? found.get(found.size() - 1) : null;
  }

  /** Adds an event at the end of the history. */
  static void append(Folder folder, HistoryEvent event, Transaction transaction)
      throws IOException {
    try (OutputStream out = transaction.write(FILE)) {
      if (Files.exists(folder.file(FILE))) {
        Files.copy(folder.file(FILE), out);
      }
      out.write(json(event).getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    }
  }

  /** The line that says an event. */
  public static String json(HistoryEvent event) {
    ObjectNode line = MAPPER.createObjectNode();
    line.put("app", event.app());
    line.put("time", event.time());
    if (event instanceof Applied applied) {
      line.put("sha256", applied.plan().hex());
      line.put("unassignments", applied.unassignments());
      if (applied.approved()) {
        line.put("approved", true);
      }
      if (applied.records() != null) {
        line.put("records", Objects.requireNonNull(applied.records()).hex());
      }
      if (applied.instead() != null) {
        line.put("instead", Objects.requireNonNull(applied.instead()).hex());
      }
    } else if (event instanceof Undone undone) {
      line.put("undo", undone.plan().hex());
    } else if (event instanceof Unlinked unlinked) {
      line.put("unlink", unlinked.record());
      line.put("userId", unlinked.userId());
    }
    return line.toString();
  }
}
