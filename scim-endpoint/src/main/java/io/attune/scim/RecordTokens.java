package io.attune.scim;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.attune.json.Surrogates;
import io.attune.plan.AppRecord;
import io.attune.plan.Sha256;
import io.attune.profile.AttributeKind;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads ordinary records from tokens straight into slots; those of a shape that was met before even
 * without tokens. It answers only where {@link RecordReader} would answer the same; a record with
 * anything out of the ordinary is left to that one, which builds a tree and says what is wrong. So
 * every fault has one author, and the fast way none.
 */
final class RecordTokens {
  private static final int WORDS = RecordNames.MAX / Long.SIZE;
  private static final int NOWHERE = -1;

  private final StreamReadConstraints limits;
  private final JsonFactory factory;
  private final RecordReader reader;
  private final ProfileSchema schema;
  private final AttributeKind[] kinds;
  private final RecordNames names = new RecordNames();
  private final @Nullable RecordPlan scim;
  private final @Nullable RecordPlan flat;
  private final RecordElements elements;
  private final LearnedShapes<RecordShape> shapes;
  private long[] seen = new long[WORDS];
  private @Nullable RecordTrace trace;

  RecordTokens(RecordReader reader, StreamReadConstraints limits) {
    this(reader, limits, new LearnedShapes<>());
  }

  /** A reader that learns into {@code shapes}, which nobody else does. */
  RecordTokens(
      RecordReader reader, StreamReadConstraints limits, LearnedShapes<RecordShape> shapes) {
    this.limits = limits;
    this.shapes = shapes;
    this.factory = JsonFactory.builder().streamReadConstraints(limits).build();
    this.reader = reader;
    this.schema = reader.schema();
    this.kinds = new AttributeKind[schema.size()];
    Arrays.setAll(kinds, slot -> schema.attribute(slot).kind());
    this.scim = reader.scimPlan(new RecordPlan(names));
    this.flat = reader.flatPlan(new RecordPlan(names));
    this.elements = new RecordElements(this);
  }

  /** The record of a line; null if it takes the reader that knows faults. */
  @Nullable AppRecord read(byte[] line, Sha256 raw) {
    if (line.length > limits.getMaxStringLength()) {
      // A string that is passed over is not measured: only a short line has none too long.
      return null;
    }
    AppRecord alike = shapes.read(shape -> shape.read(line, raw));
    if (alike != null) {
      return alike;
    }
    RecordTrace learned = shapes.hasRoom() ? new RecordTrace() : null;
    trace = learned;
    AppRecord record = parse(line, raw);
    if (record != null && learned != null) {
      shapes.learn(RecordShape.of(line, record, learned));
    }
    return record;
  }

  private @Nullable AppRecord parse(byte[] line, Sha256 raw) {
    try (JsonParser parser = factory.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      Head head = new Head();
      @Nullable Object[] values = new @Nullable Object[kinds.length];
      if (!readRoot(parser, head, values) || parser.nextToken() != null) {
        return null;
      }
      String key = head.key();
      if (trace != null) {
        trace.key(head.keyStart());
      }
      return key == null || reader.missing(values) != null
          ? null
          : new AppRecord(key, head.active, Profile.ofOwned(schema, values), raw);
    } catch (IOException e) {
      return null;
    }
  }

  /** What a record says of itself. */
  private static final class Head {
    private boolean scim;
    private @Nullable String id;
    private @Nullable String externalId;
    private boolean active = true;
    private int idStart;
    private int externalIdStart;

    private boolean isById() {
      return scim || externalId == null;
    }

    @Nullable String key() {
      String key = isById() ? id : externalId;
      return key == null ? null : RecordReader.usableKey(key);
    }

    int keyStart() {
      return isById() ? idStart : externalIdStart;
    }
  }

  private boolean readRoot(JsonParser parser, Head head, @Nullable Object[] values)
      throws IOException {
    clearSeen(0);
    RecordPlan plan = null;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      int number = names.number(name);
      if (!isNew(0, number)) {
        return false;
      }
      JsonToken token = parser.nextToken();
      if (plan == null) {
        // What is SCIM says so first, in practice; elsewhere it is found below, and left alone.
        head.scim = name.equals("schemas");
        plan = head.scim ? scim : flat;
        if (plan == null) {
          return false;
        }
      } else if (!head.scim && name.equals("schemas")) {
        return false;
      }
      RecordPlan.Node node = plan.root().member(number);
      if (node != null && name.equals("schemas")) {
        return false;
      }
      if (node != null && !head.scim && node.slots[0] != schema.slot(name)) {
        // Flat names count exactly as they are written.
        if (reader.isMisspelt(name)) {
          return false;
        }
        node = null;
      }
      if (!readHead(parser, token, name, head)
          || !(node == null ? skip(parser, 1) : value(parser, node, 1, values))) {
        return false;
      }
    }
    return parser.currentToken() == JsonToken.END_OBJECT && plan != null;
  }

  /** Notes what a top-level member says of the record; false if that is not plain. */
  private boolean readHead(JsonParser parser, JsonToken token, String name, Head head)
      throws IOException {
    switch (name) {
      case "id", "externalId" -> {
        if (token != JsonToken.VALUE_STRING) {
          return false;
        }
        int start = free(parser);
        if (name.equals("id")) {
          head.id = parser.getText();
          head.idStart = start;
        } else {
          head.externalId = parser.getText();
          head.externalIdStart = start;
        }
        return true;
      }
      case "end", "Resources", "totalResults", "group", "members" -> {
        return false;
      }
      case "schemas" -> {
        return token == JsonToken.START_ARRAY && isOfPeople(parser);
      }
      default -> {
        if (name.equalsIgnoreCase("active")) {
          head.active = token == JsonToken.VALUE_TRUE;
          return token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE;
        }
        return true;
      }
    }
  }

  /** Reads the schemas of a SCIM record; false if one of them may be that of groups. */
  private static boolean isOfPeople(JsonParser parser) throws IOException {
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token != JsonToken.VALUE_STRING
          || parser.getText().toLowerCase(Locale.ROOT).endsWith(":group")) {
        return false;
      }
    }
    return true;
  }

  /** Reads the value that stands at a place; false if it takes the other reader. */
  private boolean value(
      JsonParser parser, RecordPlan.Node node, int depth, @Nullable Object[] values)
      throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return true;
    }
    for (int slot : node.slots) {
      Object value = ofKind(parser, kinds[slot], node.slots.length);
      if (value == null) {
        return false;
      }
      values[slot] = value;
      gives(kinds[slot] == AttributeKind.STRING ? free(parser) : NOWHERE, slot);
    }
    if (node.slots.length > 0) {
      return true;
    }
    if (token == JsonToken.START_ARRAY && !node.picks.isEmpty()) {
      return elements.read(parser, node.picks, depth, values);
    }
    return token == JsonToken.START_OBJECT
        ? object(parser, node, depth, values)
        : skip(parser, depth);
  }

  private boolean object(
      JsonParser parser, RecordPlan.@Nullable Node node, int depth, @Nullable Object[] values)
      throws IOException {
    clearSeen(depth);
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      int number = names.number(name);
      if (!isNew(depth, number)) {
        return false;
      }
      parser.nextToken();
      RecordPlan.Node member = node == null ? null : node.member(number);
      if (!(member == null ? skip(parser, depth + 1) : value(parser, member, depth + 1, values))) {
        return false;
      }
    }
    return true;
  }

  /** Passes a value over that nobody wants; its names are looked at all the same. */
  boolean skip(JsonParser parser, int depth) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return object(parser, null, depth, new @Nullable Object[0]);
    }
    if (token == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (!skip(parser, depth + 1)) {
          return false;
        }
      }
    }
    free(parser);
    return isShort(parser, token);
  }

  /** Notes that nothing is decided by the current value if it is a string; returns its place. */
  int free(JsonParser parser) {
    return trace == null ? NOWHERE : trace.free(parser);
  }

  /** Notes that an attribute has its value from a place. */
  void gives(int start, int slot) {
    if (trace != null) {
      trace.gives(start, slot);
    }
  }

  /** Whether the current value is no number, or one of a length that the other reader takes. */
  boolean isShort(JsonParser parser, JsonToken token) throws IOException {
    return !token.isNumeric() || parser.getTextLength() <= limits.getMaxNumberLength();
  }

  /** Forgets the names of the object at a depth: another one begins. */
  void clearSeen(int depth) {
    int from = depth * WORDS;
    if (from >= seen.length) {
      seen = Arrays.copyOf(seen, from + WORDS);
    }
    Arrays.fill(seen, from, from + WORDS, 0);
  }

  /** Whether the object at a depth has no such name yet; notes it. False for what has no number. */
  boolean isNew(int depth, int number) {
    if (number == RecordNames.NONE) {
      return false;
    }
    int word = depth * WORDS + number / Long.SIZE;
    long bit = 1L << number;
    boolean isNew = (seen[word] & bit) == 0;
    seen[word] |= bit;
    return isNew;
  }

  int number(String name) {
    return names.number(name);
  }

  AttributeKind kind(int slot) {
    return kinds[slot];
  }

  private static @Nullable Object ofKind(JsonParser parser, AttributeKind kind, int takers)
      throws IOException {
    if (!kind.isArray()) {
      return scalar(parser, kind);
    }
    if (parser.currentToken() != JsonToken.START_ARRAY || takers > 1) {
      return null;
    }
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Object element = scalar(parser, kind.element());
      if (element == null) {
        return null;
      }
      list.add(element);
    }
    return List.copyOf(list);
  }

  /** A plain value of a kind; null for any other, and for numbers that take a closer look. */
  static @Nullable Object scalar(JsonParser parser, AttributeKind kind) throws IOException {
    JsonToken token = parser.currentToken();
    switch (kind) {
      case STRING -> {
        String text = token == JsonToken.VALUE_STRING ? parser.getText() : null;
        return text != null && Surrogates.arePaired(text) ? text : null;
      }
      case BOOLEAN -> {
        return token.isBoolean() ? (Object) (token == JsonToken.VALUE_TRUE) : null;
      }
      case INTEGER -> {
        return isLong(parser, token) ? (Object) parser.getLongValue() : null;
      }
      case NUMBER -> {
        return isLong(parser, token) ? (Object) (double) parser.getLongValue() : null;
      }
      default -> {
        return null;
      }
    }
  }

  private static boolean isLong(JsonParser parser, JsonToken token) throws IOException {
    return token == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
  }
}
