package io.attune.plan.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.attune.plan.ImportPlan;
import io.attune.plan.ImportReport;
import io.attune.plan.Outcome;
import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedGroup;
import io.attune.plan.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;

/**
 * Writes a plan as {@code plan.jsonl} and computes its hash on the way: SHA-256 over all lines but
 * the UNCHANGED ones, each with its line feed, the header without {@code time} and the trailer
 * without {@code sha256}. Source: formats, Plan.
 */
public final class PlanWriter {
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .rootValueSeparator((String) null)
          .build();

  private final OutputStream out;
  private final boolean changesOnly;
  private final MessageDigest digest = Sha256.digest();
  private final LineBytes line = new LineBytes();
  private final LineJson lines = new LineJson();
  private final JsonGenerator json = generator(line);

  private PlanWriter(OutputStream out, boolean changesOnly) {
    this.out = out;
    this.changesOnly = changesOnly;
  }

  /**
   * Writes a plan and returns its hash.
   *
   * @param out where to; neither flushed nor closed
   * @param changesOnly leaves UNCHANGED lines out; they are counted all the same
   * @throws IOException if {@code out} fails
   */
  public static Sha256 write(ImportPlan plan, OutputStream out, boolean changesOnly)
      throws IOException {
    try {
      return new PlanWriter(out, changesOnly).write(plan);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * The hash of a plan that nobody wants to see.
   *
   * @throws UncheckedIOException never: nothing is written
   */
  public static Sha256 hash(ImportPlan plan) {
    return new PlanWriter(OutputStream.nullOutputStream(), true).write(plan);
  }

  /** The trailer of a plan: its report and its hash, one line without the line feed. */
  public static String trailer(ImportPlan plan, Sha256 hash) {
    return text(json -> ReportJson.write(json, plan.report(), hash));
  }

  /** A report alone, as the trailer of a plan holds it. */
  public static String report(ImportReport report) {
    return text(json -> ReportJson.write(json, report, null));
  }

  /** A line of a plan as a plan file has it, without the line feed. */
  public static String line(PlannedChange change) {
    LineBytes line = new LineBytes();
    new LineJson().write(line, change);
    return line.text();
  }

  /** A line about a group, without the line feed. */
  public static String line(PlannedGroup change) {
    return text(json -> GroupJson.write(json, change));
  }

  private Sha256 write(ImportPlan plan) {
    fill(json -> HeaderJson.write(json, plan, false));
    line.feed(digest);
    fill(json -> HeaderJson.write(json, plan, true));
    send();
    plan.forEachLine(this::writeLine);
    plan.groups().forEach(this::writeGroup);
    fill(json -> ReportJson.write(json, plan.report(), null));
    line.feed(digest);
    Sha256 hash = Sha256.of(digest);
    fill(json -> ReportJson.write(json, plan.report(), hash));
    send();
    return hash;
  }

  private void writeLine(PlannedChange change) {
    boolean unchanged = change.outcome() == Outcome.UNCHANGED;
    if (unchanged && changesOnly) {
      return;
    }
    lines.write(line.reset(), change);
    line.write('\n');
    if (!unchanged) {
      line.feed(digest);
    }
    send();
  }

  private void writeGroup(PlannedGroup group) {
    boolean unchanged = group.outcome() == PlannedGroup.Outcome.UNCHANGED;
    if (unchanged && changesOnly) {
      return;
    }
    fill(json -> GroupJson.write(json, group));
    if (!unchanged) {
      line.feed(digest);
    }
    send();
  }

  private void send() {
    try {
      line.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What writes one of the few lines that need no speed. */
  @FunctionalInterface
  private interface LineContent {
    void write(JsonGenerator json) throws IOException;
  }

  private void fill(LineContent content) {
    line.reset();
    generate(content, json);
    line.write('\n');
  }

  private static String text(LineContent content) {
    LineBytes line = new LineBytes();
    generate(content, generator(line));
    return line.text();
  }

  private static void generate(LineContent content, JsonGenerator json) {
    try {
      content.write(json);
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonGenerator generator(LineBytes line) {
    try {
      return FACTORY.createGenerator(line, JsonEncoding.UTF8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
