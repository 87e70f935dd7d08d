package io.attune.plan.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.plan.ImportMode;
import io.attune.plan.ImportReport.Completeness;
import io.attune.plan.ImportRun;
import io.attune.plan.Outcome;
import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedGroup;
import io.attune.plan.Sha256;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a plan file back, one line at a time, and checks that it is whole and unchanged: its hash
 * is computed again from the bytes.
 */
public final class PlanReader {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern TIME = Pattern.compile("\"time\":\"[^\"]*\",");
  private static final Pattern HASH = Pattern.compile(",\"sha256\":\"([0-9a-f]{64})\"\\}$");

  private final BufferedReader reader;
  private final Consumer<? super PlannedChange> each;
  private final Consumer<? super PlannedGroup> eachGroup;
  private final MessageDigest digest = Sha256.digest();
  private int line;

  private PlanReader(
      InputStream in,
      Consumer<? super PlannedChange> each,
      Consumer<? super PlannedGroup> eachGroup) {
    this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.each = each;
    this.eachGroup = eachGroup;
  }

  /**
   * Reads a plan to its end. Lines are handed over before the hash is known: use them only if this
   * returns.
   *
   * @param in the file; not closed
   * @param each takes every line about a person
   * @throws BadPlan if it is no plan, or not as it was written
   * @throws IOException if {@code in} fails
   */
  public static PlanFile read(InputStream in, Consumer<? super PlannedChange> each)
      throws IOException, BadPlan {
    return read(in, each, group -> {});
  }

  /**
   * The same, with the lines about groups.
   *
   * @param eachGroup takes every line about a group
   */
  public static PlanFile read(
      InputStream in,
      Consumer<? super PlannedChange> each,
      Consumer<? super PlannedGroup> eachGroup)
      throws IOException, BadPlan {
    return new PlanReader(in, each, eachGroup).read();
  }

  private PlanFile read() throws IOException, BadPlan {
    try {
      String header = nextLine();
      if (header == null) {
        throw new BadPlan(1, "the plan is empty");
      }
      JsonNode head = MAPPER.readTree(header);
      if (head.path("plan").intValue() != 1) {
        throw new BadPlan(1, "this is no plan: the first line does not say `\"plan\":1`");
      }
      update(TIME.matcher(header).replaceFirst(""));
      return trailer(head, body());
    } catch (JsonProcessingException e) {
      throw new BadPlan(line, "this is no JSON");
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new BadPlan(line, "this is no line of a plan");
    }
  }

  /** Hands over the lines and returns the trailer. */
  private String body() throws IOException, BadPlan {
    for (String text = nextLine(); text != null; text = nextLine()) {
      if (text.startsWith("{\"report\":")) {
        return text;
      }
      if (text.startsWith(GroupJson.START)) {
        group(text);
        continue;
      }
      PlannedChange change = LineReader.read(MAPPER.readTree(text));
      if (change.outcome() != Outcome.UNCHANGED) {
        update(text);
      }
      each.accept(change);
    }
    throw new BadPlan(line, "the plan is cut off: its last line is missing");
  }

  private void group(String text) throws JsonProcessingException {
    PlannedGroup group = GroupJson.read(MAPPER.readTree(text));
    if (group.outcome() != PlannedGroup.Outcome.UNCHANGED) {
      update(text);
    }
    eachGroup.accept(group);
  }

  private PlanFile trailer(JsonNode head, String trailer) throws IOException, BadPlan {
    int last = line;
    if (nextLine() != null) {
      throw new BadPlan(line, "something follows the last line of the plan");
    }
    Matcher written = HASH.matcher(trailer);
    if (!written.find()) {
      throw new BadPlan(last, "the last line of the plan has no `sha256`");
    }
    update(trailer.substring(0, written.start()) + "}");
    Sha256 hash = Sha256.of(digest);
    if (!hash.hex().equals(written.group(1))) {
      throw new BadPlan(last, "the plan was changed after it was written: its hash differs");
    }
    JsonNode report = MAPPER.readTree(trailer).path("report");
    // Only the header's time, which the hash leaves out, can still be wrong.
    line = 1;
    return new PlanFile(
        run(head),
        fingerprint(head, "records"),
        Completeness.valueOf(report.path("completeness").asText()),
        SafeguardReader.read(report.path("safeguard")),
        hash);
  }

  private static ImportRun run(JsonNode head) {
    return new ImportRun(
        head.path("app").asText(),
        ImportMode.valueOf(head.path("mode").asText()),
        Instant.parse(head.path("time").asText()),
        fingerprint(head, "config"),
        fingerprint(head, "directory"));
  }

  private static Sha256 fingerprint(JsonNode head, String input) {
    return Sha256.parse(head.path("inputs").path(input).asText());
  }

  private @Nullable String nextLine() throws IOException {
    line++;
    return reader.readLine();
  }

  private void update(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }
}
