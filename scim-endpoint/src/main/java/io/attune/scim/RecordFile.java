package io.attune.scim;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.plan.FeedEnd;
import io.attune.plan.ImportRecord;
import io.attune.plan.RecordBatch;
import io.attune.plan.UnchangedRecords;
import io.attune.profile.ProfileSchema;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
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

  private final String name;
  private final InputStream in;
  private final RecordReader reader;
  private final OptionalLong expected;
  private final RecordFault.Listener faults;
  private @Nullable UnchangedRecords unchanged;
  private boolean ahead;
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
    this.expected = expected;
    this.faults = faults;
  }

  /** How trees of records are built: strict, within {@link #LIMITS}. */
  static ObjectMapper mapper() {
    return MAPPER;
  }

  /**
   * This batch, which parses no line that is known to change nothing.
   *
   * @param known which nobody else asks until the batch is read
   */
  public RecordFile passingOver(UnchangedRecords known) {
    unchanged = known;
    return this;
  }

  /**
   * This batch, read by a thread of its own while the records before are taken; not more than a few
   * MiB ahead. Records, faults and the end come in this thread all the same, in the same order; so
   * does what fails.
   */
  public RecordFile readAhead() {
    ahead = true;
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
    return ahead ? ReadAhead.read(in, this::pass, each, faults) : pass(in, each, faults);
  }

  private FeedEnd pass(
      InputStream from, Consumer<? super ImportRecord> each, RecordFault.Listener hearer) {
    FeedPass pass = new FeedPass(reader, unchanged, each, hearer);
    try (InputStream buffered = new BufferedInputStream(from, 1 << 16)) {
      if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
        pass.readRows(buffered);
      } else if (firstByte(buffered) == '[') {
        pass.readArray(buffered);
      } else {
        lines = true;
        pass.readLines(buffered);
      }
      return pass.end(expected);
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
}
