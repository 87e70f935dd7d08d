package io.attune.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.json.Place;
import io.attune.plan.Sha256;
import io.attune.plan.json.PlanFile;
import io.attune.plan.json.TimeText;
import io.attune.scim.ByteLines;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every plan that was applied to a workspace, oldest first, and the plans themselves. */
public final class History {
  static final String FILE = ".attune/history.jsonl";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private History() {}

  /**
   * One plan that was applied.
   *
   * @param app whose import it was
   * @param time the plan's time, as Okta writes times
   * @param plan the plan's hash
   * @param unassignments how many people it took the app from
   */
  public record Entry(String app, String time, Sha256 plan, int unassignments) {
    /** Where the plan is kept, relative to the workspace. */
    public String file() {
      return ".attune/plans/" + plan.hex() + ".jsonl";
    }

    static Entry of(PlanFile plan) {
      return new Entry(
          plan.run().app(), TimeText.of(plan.run().time()), plan.hash(), plan.unassignments());
    }
  }

  /**
   * Reads the history of a workspace; one without any has an empty one.
   *
   * @throws InputErrors if a line of it was damaged
   * @throws IOException if it cannot be read
   */
  public static List<Entry> read(Folder folder) throws IOException {
    Path file = folder.file(FILE);
    List<Entry> entries = new ArrayList<>();
    if (!Files.exists(file)) {
      return entries;
    }
    try (ByteLines lines = new ByteLines(Files.newInputStream(file))) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        if (!ByteLines.isBlank(line)) {
          entries.add(entry(folder, line, lines.number()));
        }
      }
    }
    return entries;
  }

  private static Entry entry(Folder folder, byte[] line, int number) {
    try {
      JsonNode entry = MAPPER.readTree(line);
      return new Entry(
          entry.path("app").asText(),
          entry.path("time").asText(),
          Sha256.parse("sha256:" + entry.path("sha256").asText()),
          entry.path("unassignments").asInt());
    } catch (IOException | IllegalArgumentException e) {
      throw InputErrors.at(
          folder.shown(FILE), new Place(number, 1), "this is no line of the history", "");
    }
  }

  /** Writes the line of one plan. */
  static void write(Entry entry, OutputStream out) throws IOException {
    ObjectNode line = MAPPER.createObjectNode();
    line.put("app", entry.app());
    line.put("time", entry.time());
    line.put("sha256", entry.plan().hex());
    line.put("unassignments", entry.unassignments());
    out.write(MAPPER.writeValueAsBytes(line));
    out.write('\n');
  }
}
