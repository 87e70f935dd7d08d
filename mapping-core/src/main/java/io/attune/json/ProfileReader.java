package io.attune.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.ProfileSchema;
import io.attune.profile.UnusableNumber;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of attributes from a stream into slots, by the schema. Secret attributes are dropped
 * as they are read; unknown ones are passed over. Source: formats, Plan; trust 4.
 */
public final class ProfileReader {
  private final ProfileSchema schema;
  private final boolean[] secret;

  /** A reader of profiles of {@code schema}. */
  public ProfileReader(ProfileSchema schema) {
    this.schema = schema;
    this.secret = new boolean[schema.size()];
    for (int slot = 0; slot < secret.length; slot++) {
      secret[slot] = schema.attribute(slot).isSecret();
    }
  }

  /** The schema of what is read. */
  public ProfileSchema schema() {
    return schema;
  }

  /**
   * Reads the members of an object, whose start is the current token.
   *
   * @param values takes what is read, by slot
   * @return the first attribute of the wrong kind, or null if all fit
   * @throws IOException if the JSON is malformed
   */
  public @Nullable AttributeDefinition read(JsonParser parser, @Nullable Object[] values)
      throws IOException {
    AttributeDefinition wrong = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (!readMember(parser, name, values) && wrong == null) {
        wrong = schema.attribute(name);
      }
    }
    return wrong;
  }

  /**
   * Reads one member, whose value is the current token; passes it over if the schema lacks it.
   *
   * @return false if the value is of the wrong kind
   */
  public boolean readMember(JsonParser parser, String name, @Nullable Object[] values)
      throws IOException {
    int slot = schema.slot(name);
    if (slot < 0 || secret[slot]) {
      parser.skipChildren();
      return true;
    }
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      values[slot] = null;
      return true;
    }
    Object value = value(parser, schema.attribute(slot).kind());
    values[slot] = value;
    return value != null;
  }

  private static @Nullable Object value(JsonParser parser, AttributeKind kind) throws IOException {
    if (!kind.isArray()) {
      return scalar(parser, kind);
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return null;
    }
    List<Object> list = new ArrayList<>();
    boolean fits = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Object element = scalar(parser, kind.element());
      if (element == null || element instanceof UnusableNumber) {
        fits = false;
      } else {
        list.add(element);
      }
    }
    return fits ? List.copyOf(list) : null;
  }

  private static @Nullable Object scalar(JsonParser parser, AttributeKind kind) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT) {
      parser.skipChildren();
      return null;
    }
    return switch (kind) {
      case STRING -> token == JsonToken.VALUE_STRING ? text(parser.getText()) : null;
      case BOOLEAN -> token.isBoolean() ? (Object) parser.getBooleanValue() : null;
      case INTEGER -> integer(parser, token);
      case NUMBER -> token.isNumeric() ? number(parser.getDoubleValue()) : null;
      default -> null;
    };
  }

  private static @Nullable String text(String text) {
    return Surrogates.arePaired(text) ? text : null;
  }

  private static @Nullable Object integer(JsonParser parser, JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
          ? UnusableNumber.INSTANCE
          : (Object) parser.getLongValue();
    }
    if (token != JsonToken.VALUE_NUMBER_FLOAT) {
      return null;
    }
    double number = parser.getDoubleValue();
    boolean whole = Math.rint(number) == number && Math.abs(number) < 1L << 53;
    return whole ? (Object) (long) number : null;
  }

  private static Object number(double number) {
    return Double.isFinite(number) ? (Object) number : UnusableNumber.INSTANCE;
  }
}
