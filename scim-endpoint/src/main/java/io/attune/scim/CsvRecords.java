package io.attune.scim;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.attune.plan.AppRecord;
import io.attune.plan.ImportRecord;
import io.attune.plan.Sha256;
import io.attune.plan.UnreadableRecord;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records as CSV with a header (RFC 4180). An empty cell is absent, {@code ""} is blank; numbers
 * and booleans are read by the schema. Limits are those of JSON records. Source: formats, Records.
 */
final class CsvRecords {
  private final RecordReader reader;
  private final ProfileSchema schema;
  private final FeedProof proof;
  private final RecordFault.Listener faults;

  CsvRecords(RecordReader reader, FeedProof proof, RecordFault.Listener faults) {
    this.reader = reader;
    this.schema = reader.schema();
    this.proof = proof;
    this.faults = faults;
  }

  /** A row: its cells, absent ones null. */
  private record Row(long line, List<@Nullable String> cells, Sha256 raw) {
    boolean isEmpty() {
      return cells.size() == 1 && cells.get(0) == null;
    }

    boolean isEnd() {
      return cells.size() == 1 && String.valueOf(CsvText.END).equals(cells.get(0));
    }

    /** Whether a quote was opened and never closed, so that the file's end is part of a cell. */
    boolean isOpen() {
      return holds(CsvText.END);
    }

    boolean holds(char unit) {
      return cells.stream().anyMatch(cell -> cell != null && cell.indexOf(unit) >= 0);
    }

    boolean isTooLarge() {
      long all = 0;
      for (String cell : cells) {
        int chars = cell == null ? 0 : cell.length();
        if (chars > RecordFile.LIMITS.getMaxStringLength()) {
          return true;
        }
        all += chars;
      }
      return all > ByteLines.MAX_BYTES;
    }
  }

  /** Tells an empty cell from a quoted blank one. */
  private static final class Rows extends AbstractBaseCsvCallbackHandler<Row> {
    private List<@Nullable String> cells = new ArrayList<>();

    @Override
    protected void handleBegin(long startingLineNumber) {
      cells = new ArrayList<>();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      cells.add(length == 0 && !quoted ? null : new String(buffer, offset, length));
    }

    @Override
    protected Row buildRecord() {
      MessageDigest digest = Sha256.digest();
      for (String cell : cells) {
        String text = cell == null ? "-" : cell.length() + ":" + cell;
        digest.update(text.getBytes(StandardCharsets.UTF_8));
      }
      return new Row(getStartingLineNumber(), cells, Sha256.of(digest));
    }
  }

  void read(InputStream in, Consumer<? super ImportRecord> each) throws IOException {
    long line = 1;
    try (CsvReader<Row> rows =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .build(new Rows(), new CsvText(in))) {
      CsvHeader header = null;
      for (Row row : rows) {
        line = row.line();
        if (row.isEnd()) {
          return;
        }
        if (row.isOpen()) {
          proof.cutOff();
        }
        if (header == null) {
          header = CsvHeader.of(row.cells(), schema);
        } else if (!row.isEmpty()) {
          proof.record();
          each.accept(record(header, row));
        }
      }
    } catch (CsvParseException e) {
      faults.hear(line, RecordFault.of("MALFORMED", "the file is no CSV after this row"));
      proof.cutOff();
    }
  }

  private ImportRecord record(CsvHeader header, Row row) {
    @Nullable Object[] values = new @Nullable Object[schema.size()];
    String externalId = null;
    String id = null;
    Boolean active = Boolean.TRUE;
    RecordFault wrong = null;
    for (int index = 0; index < Math.min(header.size(), row.cells().size()); index++) {
      String name = header.names().get(index);
      String cell = row.cells().get(index);
      if (name == null || cell == null) {
        continue;
      }
      if (name.equals("externalId")) {
        externalId = RecordReader.usableKey(cell);
      } else if (name.equals("id")) {
        id = RecordReader.usableKey(cell);
      } else if (name.equalsIgnoreCase("active")) {
        active = RecordValues.flag(cell);
      }
      int slot = schema.slot(name);
      if (slot >= 0 && !schema.attribute(slot).isSecret()) {
        AttributeDefinition attribute = schema.attribute(slot);
        values[slot] = RecordValues.ofText(cell, attribute.kind());
        wrong = values[slot] == null && wrong == null ? RecordReader.wrongType(attribute) : wrong;
      }
    }
    RecordFault broken = broken(header, row);
    // A row that was cut, or shifted by a stray comma, may hold any part of any key.
    String key = broken != null || header.hidesKey() ? null : externalId == null ? id : externalId;
    RecordFault fault = broken == null ? fault(header, row, key, active) : broken;
    fault = fault == null ? wrong : fault;
    fault = fault == null ? reader.missing(values) : fault;
    if (fault == null && key != null && active != null) {
      return new AppRecord(key, active, Profile.ofOwned(schema, values), row.raw());
    }
    RecordFault why = fault == null ? RecordFault.of("MALFORMED", "no record") : fault;
    faults.hear(row.line(), why);
    return new UnreadableRecord(key, row.raw(), why.code(), why.attribute());
  }

  /** What keeps a row from being believed at all, its key included. */
  private static @Nullable RecordFault broken(CsvHeader header, Row row) {
    if (row.isOpen()) {
      return RecordFault.of("MALFORMED", "a quote is opened in this row and never closed");
    }
    if (header.size() != row.cells().size()) {
      return RecordFault.of("WRONG_CELLS", "the row has more or fewer cells than the header");
    }
    return row.isTooLarge()
        ? RecordFault.of("TOO_LARGE", "the row has more than 1 MiB, or a cell more than 64 KiB")
        : null;
  }

  /** What is wrong with a row as such, whatever the schema says of its cells. */
  private static @Nullable RecordFault fault(
      CsvHeader header, Row row, @Nullable String key, @Nullable Boolean active) {
    if (header.fault() != null) {
      return header.fault();
    }
    if (key == null) {
      return RecordFault.of("MISSING_ID", "the row has no usable `externalId` or `id`");
    }
    if (row.holds(CsvText.UNREADABLE)) {
      return new RecordFault("MALFORMED", null, "the row is not UTF-8", "save the file as UTF-8");
    }
    return active == null
        ? new RecordFault("WRONG_TYPE", "active", "`active` is neither true nor false", "")
        : null;
  }
}
