package io.attune.workspace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.attune.profile.AttributeKind;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import io.attune.scim.LineShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of lines of one file of people, learned from a line without faults. What it reads is
 * what the parser would read; a line that may have a fault it leaves to the parser.
 *
 * @param <S> the constants of the status
 */
final class DirectoryShape<S extends Enum<S>> {
  private static final int NOBODY = -1;
  private static final int ID = -2;
  private static final int EXTERNAL_ID = -3;
  private static final int STATUS = -4;
  private static final int CREATED = -5;

  private final DirectoryLine<S> model;
  private final S[] statuses;
  private final LineShape shape;
  private final int[] takers;
  private final int[] ends;

  private DirectoryShape(
      DirectoryLine<S> model, S[] statuses, LineShape shape, List<Integer> takers) {
    this.model = model;
    this.statuses = statuses;
    this.shape = shape;
    this.takers = takers.stream().mapToInt(Integer::intValue).toArray();
    this.ends = new int[2 * shape.strings()];
  }

  /**
   * The shape of a line.
   *
   * @param model what the line says
   * @param parser at the start of the line's object
   * @param ofApp whether these are app users
   */
  static <S extends Enum<S>> DirectoryShape<S> of(
      byte[] line, DirectoryLine<S> model, S[] statuses, JsonParser parser, boolean ofApp)
      throws IOException {
    List<Integer> starts = new ArrayList<>();
    List<Integer> takers = new ArrayList<>();
    ProfileSchema schema = model.profile().schema();
    int depth = 1;
    String top = "";
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.FIELD_NAME && depth == 1) {
        top = parser.currentName();
      } else if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.VALUE_STRING) {
        boolean inProfile = top.equals("profile");
        int taker = depth == 1 ? taker(top, ofApp) : NOBODY;
        if (inProfile && depth == 2 && parser.getParsingContext().inObject()) {
          taker = taker(schema, parser.currentName());
        }
        // Elements of an attribute's list stay as they are: the model has them.
        if (!inProfile || depth == 2) {
          starts.add((int) parser.currentTokenLocation().getByteOffset());
          takers.add(taker);
        }
      }
    }
    int[] quotes = starts.stream().mapToInt(Integer::intValue).toArray();
    return new DirectoryShape<>(model, statuses, LineShape.of(line, quotes), takers);
  }

  private static int taker(String name, boolean ofApp) {
    return switch (name) {
      case "id" -> ID;
      case "status" -> STATUS;
      case "externalId" -> ofApp ? EXTERNAL_ID : NOBODY;
      case "created" -> ofApp ? NOBODY : CREATED;
      default -> NOBODY;
    };
  }

  private static int taker(ProfileSchema schema, String name) {
    int slot = schema.slot(name);
    boolean taken =
        slot >= 0
            && !schema.attribute(slot).isSecret()
            && schema.attribute(slot).kind() == AttributeKind.STRING;
    return taken ? slot : NOBODY;
  }

  /** What a line says; null if it is not of this shape, or may have a fault. */
  @Nullable DirectoryLine<S> read(byte[] line) {
    if (!shape.find(line, ends)) {
      return null;
    }
    @Nullable Object[] values = model.profile().toArray();
    String id = model.id();
    String externalId = model.externalId();
    S status = model.status();
    long created = model.createdMillis();
    for (int string = 0; string < takers.length; string++) {
      int start = ends[2 * string];
      int end = ends[2 * string + 1];
      int taker = takers[string];
      if (taker == STATUS) {
        status = status(line, start, end);
        if (status == null) {
          return null;
        }
      } else if (taker == CREATED) {
        created = Iso8601.millis(line, start, end);
        if (created < 0) {
          return null;
        }
      } else if (taker != NOBODY || !LineShape.isAscii(line, start, end)) {
        String text = shape.text(string, line, start, end);
        if (text == null) {
          return null;
        }
        id = taker == ID ? text : id;
        externalId = taker == EXTERNAL_ID ? text : externalId;
        if (taker >= 0) {
          values[taker] = text;
        }
      }
    }
    Profile profile = Profile.ofOwned(model.profile().schema(), values);
    return new DirectoryLine<>(id, externalId, status, created, profile);
  }

  private @Nullable S status(byte[] line, int start, int end) {
    for (S status : statuses) {
      String name = status.name();
      int at = 0;
      while (at < name.length() && at < end - start && line[start + at] == name.charAt(at)) {
        at++;
      }
      if (at == name.length() && at == end - start) {
        return status;
      }
    }
    return null;
  }
}
