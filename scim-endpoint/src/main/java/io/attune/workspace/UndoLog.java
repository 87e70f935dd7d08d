package io.attune.workspace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.attune.plan.Sha256;
import io.attune.plan.json.PlanFile;
import io.attune.plan.json.TimeText;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Writes what applying a plan did to the lines of the workspace, so that it can be undone: one
 * section a file, one line a line touched. Committed together with the files themselves. {@link
 * UndoRecord} reads it back.
 */
final class UndoLog implements Closeable {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_CONTENT).build();

  private static final int MARK_BYTES = 16;

  private final JsonGenerator json;

  private UndoLog(JsonGenerator json) {
    this.json = json;
  }

  /** Where the record of a plan is kept, relative to the workspace. */
  static String path(Sha256 plan) {
    return ".attune/undo/" + plan.hex() + ".jsonl";
  }

  /** Begins the record of a plan. */
  static UndoLog of(PlanFile plan, Transaction transaction) throws IOException {
    OutputStream out = transaction.write(path(plan.hash()));
    JsonGenerator json = FACTORY.createGenerator(out);
    json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    json.writeStartObject();
    json.writeNumberField("undo", 1);
    json.writeStringField("plan", plan.hash().hex());
    json.writeStringField("app", plan.run().app());
    json.writeStringField("time", TimeText.of(plan.run().time()));
    json.writeEndObject();
    return new UndoLog(json);
  }

  /**
   * What an added line is recognised by: the first half of its SHA-256, without its end. The line
   * itself would double the record of a first import.
   */
  static String mark(byte[] line) {
    byte[] digest = Sha256.of(withoutEnd(line)).toBytes();
    return HexFormat.of().formatHex(digest, 0, MARK_BYTES);
  }

  /** A line without its line feed and carriage return. */
  static byte[] withoutEnd(byte[] line) {
    int end = line.length;
    while (end > 0 && (line[end - 1] == '\n' || line[end - 1] == '\r')) {
      end--;
    }
    return end == line.length ? line : Arrays.copyOf(line, end);
  }

  /** Begins the section of a file, and hears what is done to its lines. */
  LineRewriter.Journal file(String file, String key) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", file);
    json.writeStringField("key", key);
    json.writeEndObject();
    return new Section();
  }

  private final class Section implements LineRewriter.Journal {
    @Override
    public void changed(int index, String key, byte[] before, byte @Nullable [] after)
        throws IOException {
      json.writeStartObject();
      json.writeStringField("line", key);
      if (after == null) {
        json.writeNumberField("at", index);
      }
      json.writeStringField("before", new String(before, StandardCharsets.UTF_8));
      if (after != null) {
        json.writeStringField("after", new String(withoutEnd(after), StandardCharsets.UTF_8));
      }
      json.writeEndObject();
    }

    @Override
    public void added(String key, byte[] line) throws IOException {
      json.writeStartObject();
      json.writeStringField("line", key);
      json.writeStringField("added", mark(line));
      json.writeEndObject();
    }

    @Override
    public void ended() throws IOException {
      json.writeStartObject();
      json.writeBooleanField("ended", true);
      json.writeEndObject();
    }
  }

  @Override
  public void close() throws IOException {
    json.writeRaw('\n');
    json.close();
  }
}
