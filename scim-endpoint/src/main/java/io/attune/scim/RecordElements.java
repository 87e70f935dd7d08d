package io.attune.scim;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.attune.scim.RecordPlan.Pick;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes values from the elements of an array, such as the primary e-mail address. Which element it
 * is may be said after the value, so the values of one element are held until its end.
 */
final class RecordElements {
  /** A value that no slot holds: it matters only if its element is the one. */
  private static final Object WRONG = new Object();

  private final RecordTokens tokens;
  private @Nullable Object[] held = new @Nullable Object[0];
  private int[] starts = new int[0];
  private boolean[] selected = new boolean[0];
  private boolean[] taken = new boolean[0];

  RecordElements(RecordTokens tokens) {
    this.tokens = tokens;
  }

  /** Reads an array, whose start is the current token; false if it takes the other reader. */
  boolean read(JsonParser parser, List<Pick> picks, int depth, @Nullable Object[] values)
      throws IOException {
    if (held.length < picks.size()) {
      held = new @Nullable Object[picks.size()];
      starts = new int[picks.size()];
      selected = new boolean[picks.size()];
      taken = new boolean[picks.size()];
    }
    Arrays.fill(taken, false);
    int index = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token != JsonToken.START_OBJECT) {
        if (!tokens.skip(parser, depth + 1)) {
          return false;
        }
      } else if (!readElement(parser, picks, index, depth + 1) || !take(picks, values)) {
        return false;
      }
      index++;
    }
    return true;
  }

  private boolean readElement(JsonParser parser, List<Pick> picks, int index, int depth)
      throws IOException {
    for (int pick = 0; pick < picks.size(); pick++) {
      held[pick] = null;
      selected[pick] = picks.get(pick).index() == index;
    }
    tokens.clearSeen(depth);
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      int number = tokens.number(name);
      if (!tokens.isNew(depth, number)) {
        return false;
      }
      JsonToken token = parser.nextToken();
      boolean read =
          token.isStructStart()
              ? !isWanted(picks, number) && tokens.skip(parser, depth + 1)
              : hold(parser, token, picks, number);
      if (!read) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWanted(List<Pick> picks, int name) {
    for (Pick pick : picks) {
      if (pick.leaf() == name || pick.field() == name) {
        return true;
      }
    }
    return false;
  }

  private static boolean isField(List<Pick> picks, int name) {
    for (Pick pick : picks) {
      if (pick.field() == name) {
        return true;
      }
    }
    return false;
  }

  private boolean hold(JsonParser parser, JsonToken token, List<Pick> picks, int name)
      throws IOException {
    if (!tokens.isShort(parser, token)) {
      return false;
    }
    // By a field an element is chosen; any other string may be another one.
    int start = isField(picks, name) ? -1 : tokens.free(parser);
    for (int at = 0; at < picks.size(); at++) {
      Pick pick = picks.get(at);
      if (pick.field() == name) {
        if (token.isNumeric()) {
          return false;
        }
        selected[at] = parser.getText().equalsIgnoreCase(pick.value());
      }
      if (pick.leaf() == name && token != JsonToken.VALUE_NULL) {
        Object value = RecordTokens.scalar(parser, tokens.kind(pick.slot()));
        held[at] = value == null ? WRONG : value;
        starts[at] = start;
      }
    }
    return true;
  }

  /** Keeps what was held for the picks that this element is the first to fit. */
  private boolean take(List<Pick> picks, @Nullable Object[] values) {
    for (int at = 0; at < picks.size(); at++) {
      if (selected[at] && !taken[at]) {
        taken[at] = true;
        if (held[at] == WRONG) {
          return false;
        }
        values[picks.get(at).slot()] = held[at];
        if (held[at] != null) {
          tokens.gives(starts[at], picks.get(at).slot());
        }
      }
    }
    return true;
  }
}
