package io.attune.scim;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.attune.plan.AppRecord;
import io.attune.plan.FeedEnd;
import io.attune.plan.ImportRecord;
import io.attune.plan.KnownRecord;
import io.attune.plan.Sha256;
import io.attune.plan.UnchangedRecords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One pass over a feed: what reads its lines, elements, pages or rows, in their order. */
final class FeedPass {
  private static final ObjectMapper MAPPER = RecordFile.mapper();

  /** Of an array, which goes on after each of them. */
  private static final ObjectReader ELEMENTS =
      MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final RecordReader reader;
  private final RecordTokens tokens;
  private final @Nullable UnchangedRecords unchanged;
  private final Consumer<? super ImportRecord> each;
  private final RecordFault.Listener faults;

  private final FeedProof proof = new FeedProof();
  private final MessageDigest digest = Sha256.digest();

  /**
   * A pass that has read nothing yet.
   *
   * @param unchanged which lines need not be parsed, or null
   * @param each takes the records
   * @param faults hears of records that cannot be read
   */
  FeedPass(
      RecordReader reader,
      @Nullable UnchangedRecords unchanged,
      Consumer<? super ImportRecord> each,
      RecordFault.Listener faults) {
    this.reader = reader;
    this.tokens = new RecordTokens(reader, RecordFile.LIMITS);
    this.unchanged = unchanged;
    this.each = each;
    this.faults = faults;
  }

  /**
   * What it all came to.
   *
   * @param expected how many records there should be, if the user says so
   */
  FeedEnd end(OptionalLong expected) {
    return proof.end(expected.isPresent(), expected.orElse(-1));
  }

  void readRows(InputStream buffered) throws IOException {
    new CsvRecords(reader, proof, faults).read(buffered, each);
  }

  void readLines(InputStream buffered) throws IOException {
    try (ByteLines lines = new ByteLines(buffered)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        if (!ByteLines.isBlank(line)) {
          readLine(line, lines);
        }
      }
    }
  }

  private void readLine(byte[] line, ByteLines from) {
    digest.update(line);
    Sha256 raw = Sha256.of(digest);
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
    } else if (isEnd(node)) {
      JsonNode count = node.path("count");
      proof.end(count.isIntegralNumber() ? count.asLong(-1) : -1);
    } else if (node.path("Resources").isArray() || node.has("totalResults")) {
      readPage(node, from.number());
    } else {
      readRecord(node, raw, from.number());
    }
  }

  /** Whether a line is the feed's own end, and no record that happens to have these names. */
  private static boolean isEnd(JsonNode line) {
    return line.size() == 2 && line.path("end").booleanValue() && line.has("count");
  }

  private void readPage(JsonNode page, long line) {
    long total = page.path("totalResults").asLong(-2);
    if (GroupRecords.isGroup(page.path("Resources").path(0))) {
      proof.groupTotal(total);
    } else {
      proof.total(total);
    }
    for (JsonNode resource : page.path("Resources")) {
      readRecord(resource, digest(resource), line);
    }
  }

  private static Sha256 digest(JsonNode node) {
    try {
      return Sha256.of(MAPPER.writeValueAsBytes(node));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readRecord(JsonNode node, Sha256 raw, long line) {
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

  void readArray(InputStream buffered) throws IOException {
    try (JsonParser parser = MAPPER.createParser(buffered)) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        long line = parser.currentTokenLocation().getLineNr();
        JsonNode node = ELEMENTS.readTree(parser);
        if (node == null) {
          proof.cutOff();
          return;
        }
        readRecord(node, digest(node), line);
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
