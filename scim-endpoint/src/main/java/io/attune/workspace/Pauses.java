package io.attune.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.json.Place;
import io.attune.plan.Sha256;
import io.attune.plan.json.PlanFile;
import io.attune.scim.ByteLines;
import io.attune.sourcing.Effect;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The apps of a workspace whose imports stand still, at most one pause each.
 *
 * @param all in the order of the apps' names
 */
public record Pauses(List<Pause> all) {
  static final String FILE = ".attune/pauses.jsonl";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Copies the list. */
  public Pauses {
    all = List.copyOf(all);
  }

  /**
   * Reads them; a workspace in which nothing stands still has none.
   *
   * @throws InputErrors if a line was damaged: then nothing can be known to be allowed
   */
  public static Pauses read(Folder folder) throws IOException {
    Path file = folder.file(FILE);
    List<Pause> all = new ArrayList<>();
    if (!Files.exists(file)) {
      return new Pauses(all);
    }
    try (ByteLines lines = new ByteLines(Files.newInputStream(file))) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        if (!ByteLines.isBlank(line)) {
          all.add(pause(folder, line, lines.number()));
        }
      }
    }
    return new Pauses(all);
  }

  private static Pause pause(Folder folder, byte[] line, int number) {
    try {
      JsonNode pause = MAPPER.readTree(line);
      return new Pause(
          pause.path("app").asText(),
          pause.path("time").asText(),
          Sha256.parse(pause.path("sha256").asText()),
          pause.path("limit").asText(),
          pause.path("unassignments").asInt(),
          pause.path("people").asInt(pause.path("unassignments").asInt()),
          pause.path("population").asInt(),
          pause.path("allowed").asInt(),
          pause.path("blockScope").asText().equals("ORG"),
          holds(pause));
    } catch (IOException | IllegalArgumentException e) {
      throw InputErrors.at(
          folder.shown(FILE), new Place(number, 1), "this is no line of the pauses", "");
    }
  }

  /** What an app's pause holds back; a version before this one held back unassignments alone. */
  private static Set<Effect> holds(JsonNode pause) {
    EnumSet<Effect> holds = EnumSet.noneOf(Effect.class);
    if (pause.path("held").asBoolean()) {
      holds.add(Effect.UNASSIGNED);
    }
    for (JsonNode effect : pause.path("held")) {
      holds.add(Effect.valueOf(effect.asText()));
    }
    return holds;
  }

  /** The pause of an app, or null. */
  public @Nullable Pause of(String app) {
    return all.stream().filter(pause -> pause.app().equals(app)).findFirst().orElse(null);
  }

  /** Whether no import of an app is applied without a person's decision. */
  public boolean isStopped(String app) {
    Pause own = of(app);
    return (own != null && !own.held()) || all.stream().anyMatch(Pause::wholeOrg);
  }

  /** What keeps a plan from being applied, though nothing of itself does; or null. */
  @Nullable Pause blocking(PlanFile plan) {
    Pause own = of(plan.run().app());
    if (own != null && own.stops(plan)) {
      return own;
    }
    return all.stream().filter(Pause::wholeOrg).findFirst().orElse(null);
  }

  /** The same with this app's pause in place of the one it had; null ends it. */
  private Pauses with(String app, @Nullable Pause pause) {
    List<Pause> others = new ArrayList<>(all);
    others.removeIf(each -> each.app().equals(app));
    if (pause != null) {
      others.add(pause);
    }
    others.sort((left, right) -> Bytes.ORDER.compare(left.app(), right.app()));
    return new Pauses(others);
  }

  /** Lets an app stand still, and keeps the plan that a person has to decide about. */
  void begin(Pause pause, Path plan, Transaction transaction) throws IOException {
    Pause before = of(pause.app());
    if (before != null && !before.plan().equals(pause.plan())) {
      transaction.delete(before.file());
    }
    try (OutputStream out = transaction.write(pause.file())) {
      Files.copy(plan, out);
    }
    with(pause.app(), pause).write(transaction);
  }

  /** Lets an app's imports run again, if they stand still. */
  void end(String app, Transaction transaction) throws IOException {
    Pause before = of(app);
    if (before != null) {
      transaction.delete(before.file());
      with(app, null).write(transaction);
    }
  }

  private void write(Transaction transaction) throws IOException {
    try (OutputStream out = transaction.write(FILE)) {
      for (Pause pause : all) {
        out.write((text(pause) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** The line that says a pause. */
  public static String text(Pause pause) {
    return json(pause).toString();
  }

  private static ObjectNode json(Pause pause) {
    ObjectNode line = MAPPER.createObjectNode();
    line.put("app", pause.app());
    line.put("time", pause.time());
    line.put("sha256", pause.plan().hex());
    line.put("limit", pause.limit());
    line.put("unassignments", pause.unassignments());
    line.put("people", pause.people());
    line.put("population", pause.population());
    line.put("allowed", pause.allowed());
    line.put("blockScope", pause.wholeOrg() ? "ORG" : "APP");
    if (pause.held()) {
      ArrayNode held = line.putArray("held");
      pause.holds().forEach(effect -> held.add(effect.name()));
    }
    return line;
  }
}
