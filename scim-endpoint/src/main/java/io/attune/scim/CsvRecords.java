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
 * and booleans are read by the schema. Source: formats, Records.
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
  private record Row(long line, List<@Nullable String> cells, Sha256 raw) {}

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
    try (CsvReader<Row> rows =
        CsvReader.builder()
            .detectBomHeader(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .build(new Rows(), in, StandardCharsets.UTF_8)) {
      List<@Nullable String> header = null;
      for (Row row : rows) {
        if (header == null) {
          header = row.cells();
        } else if (!(row.cells().size() == 1 && row.cells().get(0) == null)) {
          proof.record();
          each.accept(record(header, row));
        }
      }
    } catch (CsvParseException e) {
      faults.hear(1, RecordFault.of("MALFORMED", "the file is no CSV from some row on"));
      proof.cutOff();
    }
  }

  private ImportRecord record(List<@Nullable String> header, Row row) {
    @Nullable Object[] values = new @Nullable Object[schema.size()];
    String externalId = null;
    String id = null;
    Boolean active = Boolean.TRUE;
    RecordFault fault =
        header.size() == row.cells().size()
            ? null
            : RecordFault.of("WRONG_CELLS", "the row has more or fewer cells than the header");
    for (int index = 0; index < Math.min(header.size(), row.cells().size()); index++) {
      String name = header.get(index);
      String cell = row.cells().get(index);
      if (name == null || cell == null) {
        continue;
      }
      if (name.equals("externalId")) {
        externalId = RecordReader.usableKey(cell);
      } else if (name.equals("id")) {
        id = RecordReader.usableKey(cell);
      } else if (name.equals("active")) {
        active = RecordValues.flag(cell);
      }
      int slot = schema.slot(name);
      if (slot >= 0 && !schema.attribute(slot).isSecret()) {
        AttributeDefinition attribute = schema.attribute(slot);
        values[slot] = RecordValues.ofText(cell, attribute.kind());
        fault = values[slot] == null && fault == null ? RecordReader.wrongType(attribute) : fault;
      }
    }
    // A row that was cut, or shifted by a stray comma, may hold any part of any key.
    boolean isWhole = header.size() == row.cells().size();
    String key = !isWhole ? null : externalId == null ? id : externalId;
    if (key == null && isWhole) {
      fault = RecordFault.of("MISSING_ID", "the row has no usable `externalId` or `id`");
    } else if (fault == null) {
      fault =
          active == null
              ? new RecordFault("WRONG_TYPE", "active", "`active` is neither true nor false", "")
              : reader.missing(values);
    }
    if (fault == null && key != null && active != null) {
      return new AppRecord(key, active, Profile.ofOwned(schema, values), row.raw());
    }
    RecordFault why = fault == null ? RecordFault.of("MALFORMED", "no record") : fault;
    faults.hear(row.line(), why);
    return new UnreadableRecord(key, row.raw(), why.code(), why.attribute());
  }
}
