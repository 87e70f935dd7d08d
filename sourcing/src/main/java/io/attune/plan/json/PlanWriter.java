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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
  private final LineBuffer line = new LineBuffer();
  private final LineJson lines = new LineJson();

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
    LineBuffer line = new LineBuffer();
    line.fill(json -> ReportJson.write(json, plan.report(), hash));
    return line.text();
  }

  /** A report alone, as the trailer of a plan holds it. */
  public static String report(ImportReport report) {
    LineBuffer line = new LineBuffer();
    line.fill(json -> ReportJson.write(json, report, null));
    return line.text();
  }

  /** A line of a plan as a plan file has it, without the line feed. */
  public static String line(PlannedChange change) {
    LineBuffer line = new LineBuffer();
    line.fill(json -> new LineJson().write(json, change));
    return line.text();
  }

  /** A line about a group, without the line feed. */
  public static String line(PlannedGroup change) {
    LineBuffer line = new LineBuffer();
    line.fill(json -> GroupJson.write(json, change));
    return line.text();
  }

  private Sha256 write(ImportPlan plan) {
    line.fill(json -> HeaderJson.write(json, plan, false));
    digest.update(line.bytes(), 0, line.size());
    line.fill(json -> HeaderJson.write(json, plan, true));
    send();
    plan.forEachLine(this::writeLine);
    plan.groups().forEach(this::writeGroup);
    line.fill(json -> ReportJson.write(json, plan.report(), null));
    digest.update(line.bytes(), 0, line.size());
    Sha256 hash = Sha256.of(digest);
    line.fill(json -> ReportJson.write(json, plan.report(), hash));
    send();
    return hash;
  }

  private void writeLine(PlannedChange change) {
    boolean unchanged = change.outcome() == Outcome.UNCHANGED;
    if (unchanged && changesOnly) {
      return;
    }
    line.fill(json -> lines.write(json, change));
    if (!unchanged) {
      digest.update(line.bytes(), 0, line.size());
    }
    send();
  }

  private void writeGroup(PlannedGroup group) {
    boolean unchanged = group.outcome() == PlannedGroup.Outcome.UNCHANGED;
    if (unchanged && changesOnly) {
      return;
    }
    line.fill(json -> GroupJson.write(json, group));
    if (!unchanged) {
      digest.update(line.bytes(), 0, line.size());
    }
    send();
  }

  private void send() {
    try {
      out.write(line.bytes(), 0, line.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What writes one line. */
  @FunctionalInterface
  private interface LineContent {
    void write(JsonGenerator json) throws IOException;
  }

  /** One line with its line feed, in an array and by a generator that are used again. */
  private static final class LineBuffer {
    private final Bytes bytes = new Bytes();
    private final JsonGenerator json;

    private LineBuffer() {
      try {
        json = FACTORY.createGenerator(bytes, JsonEncoding.UTF8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void fill(LineContent content) {
      bytes.reset();
      try {
        content.write(json);
        json.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      bytes.write('\n');
    }

    private byte[] bytes() {
      return bytes.array();
    }

    private int size() {
      return bytes.size();
    }

    private String text() {
      return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
    }
  }

  private static final class Bytes extends ByteArrayOutputStream {
    private byte[] array() {
      return buf;
    }
  }
}
