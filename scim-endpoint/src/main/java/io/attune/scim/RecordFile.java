package io.attune.scim;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.attune.plan.AppRecord;
import io.attune.plan.FeedEnd;
import io.attune.plan.ImportRecord;
import io.attune.plan.KnownRecord;
import io.attune.plan.RecordBatch;
import io.attune.plan.Sha256;
import io.attune.plan.UnchangedRecords;
import io.attune.profile.ProfileSchema;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file: JSON lines, a JSON array, CSV, or SCIM ListResponses one a line. Streamed;
 * one record is in memory at a time. Source: formats, Records; trust 4.
 */
public final class RecordFile implements RecordBatch {
  static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(32)
          .maxStringLength(64 * 1024)
          .maxNameLength(256)
          .maxNumberLength(64)
          .build();

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(LIMITS)
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Of an array, which goes on after each of them. */
  private static final ObjectReader ELEMENTS =
      MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final String name;
  private final InputStream in;
  private final RecordReader reader;
  private final RecordTokens tokens;
  private final OptionalLong expected;
  private final RecordFault.Listener faults;
  private final FeedProof proof = new FeedProof();
  private @Nullable UnchangedRecords unchanged;
  private boolean lines;

  /**
   * A batch over a stream, which {@link #forEach} reads and closes.
   *
   * @param name the file's name, whose extension tells CSV
   * @param schema of the app users
   * @param expected how many records there should be, if the user says so
   * @param faults hears of records that cannot be read
   */
  public RecordFile(
      String name,
      InputStream in,
      ProfileSchema schema,
      OptionalLong expected,
      RecordFault.Listener faults) {
    this.name = name;
    this.in = in;
    this.reader = new RecordReader(schema);
    this.tokens = new RecordTokens(reader, LIMITS);
    this.expected = expected;
    this.faults = faults;
  }

  /** How trees of records are built: strict, within {@link #LIMITS}. */
  static ObjectMapper mapper() {
    return MAPPER;
  }

  /** This batch, which parses no line that is known to change nothing. */
  public RecordFile passingOver(UnchangedRecords known) {
    unchanged = known;
    return this;
  }

  /**
   * Whether the records stood one a line, so that their digests say all that they say: cells mean
   * nothing without their header. False before {@link #forEach}.
   */
  public boolean wasLines() {
    return lines;
  }

  @Override
  public FeedEnd forEach(Consumer<? super ImportRecord> each) {
    try (InputStream buffered = new BufferedInputStream(in, 1 << 16)) {
      if (name.endsWith(".csv")) {
        new CsvRecords(reader, proof, faults).read(buffered, each);
      } else if (firstByte(buffered) == '[') {
        readArray(buffered, each);
      } else {
        lines = true;
        readLines(buffered, each);
      }
      return proof.end(expected.isPresent(), expected.orElse(-1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first byte that is no white space or byte order mark; it stays unread. */
  private static int firstByte(InputStream buffered) throws IOException {
    buffered.mark(1 << 12);
    int first = buffered.read();
    while (first == ' '
        || first == '\t'
        || first == '\r'
        || first == '\n'
        || first == 0xEF
        || first == 0xBB
        || first == 0xBF) {
      first = buffered.read();
    }
    buffered.reset();
    return first;
  }

  private void readLines(InputStream buffered, Consumer<? super ImportRecord> each)
      throws IOException {
    try (ByteLines lines = new ByteLines(buffered)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        if (!ByteLines.isBlank(line)) {
          readLine(line, lines, each);
        }
      }
    }
  }

  private void readLine(byte[] line, ByteLines from, Consumer<? super ImportRecord> each) {
    Sha256 raw = Sha256.of(line);
    KnownRecord known = unchanged == null ? null : unchanged.find(raw);
    if (known != null && !from.wasTooLong()) {
      proof.record();
      each.accept(known);
      return;
    }
    AppRecord ordinary = from.wasTooLong() ? null : tokens.read(line, raw);
    if (ordinary != null) {
      proof.record();
      each.accept(ordinary);
      return;
    }
    JsonNode node = null;
    RecordFault fault = null;
    if (from.wasTooLong()) {
      fault = RecordFault.of("TOO_LARGE", "the record has more than 1 MiB");
    } else {
      try {
        node = MAPPER.readTree(line);
      } catch (IOException e) {
        fault = RecordFault.of("MALFORMED", "the record is no JSON, or larger than allowed");
      }
    }
    if (fault != null || node == null) {
      RecordFault why = fault == null ? RecordFault.of("MALFORMED", "no record") : fault;
      faults.hear(from.number(), why);
      proof.record();
      each.accept(RecordReader.unreadable(null, raw, why, new ArrayList<>()));
    } else if (node.path("end").isBoolean() && node.has("count")) {
      proof.end(node.path("count").asLong(-1));
    } else if (node.path("Resources").isArray() || node.has("totalResults")) {
      readPage(node, from.number(), each);
    } else {
      readRecord(node, raw, from.number(), each);
    }
  }

  private void readPage(JsonNode page, long line, Consumer<? super ImportRecord> each) {
    long total = page.path("totalResults").asLong(-2);
    if (GroupRecords.isGroup(page.path("Resources").path(0))) {
      proof.groupTotal(total);
    } else {
      proof.total(total);
    }
    for (JsonNode resource : page.path("Resources")) {
      readRecord(resource, digest(resource), line, each);
    }
  }

  private static Sha256 digest(JsonNode node) {
    try {
      return Sha256.of(MAPPER.writeValueAsBytes(node));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readRecord(
      JsonNode node, Sha256 raw, long line, Consumer<? super ImportRecord> each) {
    List<RecordFault> found = new ArrayList<>();
    if (GroupRecords.isGroup(node)) {
      ImportRecord group = GroupRecords.read(node, raw, found);
      found.forEach(fault -> faults.hear(line, fault));
      proof.group();
      each.accept(group);
      return;
    }
    ImportRecord record = reader.read(node, raw, found);
    found.forEach(fault -> faults.hear(line, fault));
    proof.record();
    each.accept(record);
  }

  private void readArray(InputStream buffered, Consumer<? super ImportRecord> each)
      throws IOException {
    try (JsonParser parser = MAPPER.createParser(buffered)) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        long line = parser.currentTokenLocation().getLineNr();
        JsonNode node = ELEMENTS.readTree(parser);
        if (node == null) {
          proof.cutOff();
          return;
        }
        readRecord(node, digest(node), line, each);
      }
      if (parser.nextToken() != null) {
        proof.cutOff();
        return;
      }
      proof.closed();
    } catch (JsonProcessingException e) {
      long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      faults.hear(
          line, RecordFault.of("MALFORMED", "the array is no JSON from here on, or cut off"));
      proof.cutOff();
    }
  }
}
