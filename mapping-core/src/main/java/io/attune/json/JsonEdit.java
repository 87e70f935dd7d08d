package io.attune.json;

import io.attune.json.JsonSpans.MemberSpan;
import io.attune.json.JsonSpans.Span;
import io.attune.json.JsonValue.JsonObject;
import io.attune.json.JsonValue.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Edits one member of a JSON text and leaves every other character as it is: unknown keys, their
 * order, numbers as written, white space. What is put in takes the layout of its neighbours.
 */
public final class JsonEdit {

  private final String text;
  private final String newLine;

  private JsonEdit(String text) {
    this.text = text;
    this.newLine = text.contains("\r\n") ? "\r\n" : "\n";
  }

  /**
   * The text with the member at a path set to a value. It is replaced where it stands, or becomes
   * the last of its object; objects on the way that are absent, or null, are made.
   *
   * @param path names of members from the root, at least one
   * @throws IllegalArgumentException if the text is no JSON object, or something that is neither an
   *     object nor null stands on the way
   */
  public static String set(String text, List<String> path, JsonValue value) {
    return new JsonEdit(text).set(path, value);
  }

  /** The text without the member at a path; the text itself if there is none. */
  public static String remove(String text, List<String> path) {
    return new JsonEdit(text).remove(path);
  }

  private String set(List<String> path, JsonValue value) {
    Span object = JsonSpans.of(text);
    boolean onLines = true;
    for (int depth = 0; depth < path.size(); depth++) {
      List<MemberSpan> members = object.members();
      if (members == null) {
        throw new IllegalArgumentException("`" + path.get(depth) + "` cannot stand here");
      }
      int index = object.indexOf(path.get(depth));
      List<String> rest = path.subList(depth + 1, path.size());
      if (index < 0) {
        return insert(object, onLines, path.get(depth), wrapped(rest, value));
      }
      MemberSpan member = members.get(index);
      onLines = isOnItsLine(member);
      Span found = member.value();
      boolean isNull = text.substring(found.start(), found.end()).equals("null");
      if (rest.isEmpty() || isNull) {
        String layout = onLines ? lineIndent(member.keyStart()) : null;
        return text.substring(0, found.start())
            + rendered(wrapped(rest, value), layout)
            + text.substring(found.end());
      }
      object = found;
    }
    throw new IllegalArgumentException("a path needs a name");
  }

  private static JsonValue wrapped(List<String> path, JsonValue value) {
    JsonValue whole = value;
    for (int depth = path.size() - 1; depth >= 0; depth--) {
      whole = JsonObject.of(List.of(Member.of(path.get(depth), whole)));
    }
    return whole;
  }

  private String insert(Span object, boolean onLines, String name, JsonValue value) {
    List<MemberSpan> members = object.members();
    if (members == null || members.isEmpty()) {
      String indent = lineIndent(object.start());
      JsonObject whole = JsonObject.of(List.of(Member.of(name, value)));
      return text.substring(0, object.start())
          + rendered(whole, onLines ? indent : null)
          + text.substring(object.end());
    }
    MemberSpan last = members.get(members.size() - 1);
    String before = spaceBefore(last.keyStart());
    String layout = isOnItsLine(last) ? lineIndent(last.keyStart()) : null;
    String key = rendered(JsonValue.JsonText.of(name), null);
    return text.substring(0, last.value().end())
        + ","
        + (before.isEmpty() ? " " : before)
        + key
        + colon(last)
        + rendered(value, layout)
        + text.substring(last.value().end());
  }

  private String remove(List<String> path) {
    Span object = JsonSpans.of(text);
    for (int depth = 0; depth < path.size(); depth++) {
      List<MemberSpan> members = object.members();
      int index = object.indexOf(path.get(depth));
      if (members == null || index < 0) {
        return text;
      }
      if (depth == path.size() - 1) {
        return removed(object, members, index);
      }
      object = members.get(index).value();
    }
    return text;
  }

  private String removed(Span object, List<MemberSpan> members, int index) {
    MemberSpan member = members.get(index);
    int from = index > 0 ? members.get(index - 1).value().end() : member.keyStart();
    int to = member.value().end();
    if (members.size() == 1) {
      from = object.start() + 1;
      to = object.end() - 1;
    } else if (index == 0) {
      to = members.get(1).keyStart();
    }
    return text.substring(0, from) + text.substring(to);
  }

  private boolean isOnItsLine(MemberSpan member) {
    return spaceBefore(member.keyStart()).contains("\n");
  }

  private String spaceBefore(int offset) {
    int from = offset;
    while (from > 0 && isSpace(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from, offset);
  }

  private static boolean isSpace(char unit) {
    return unit == ' ' || unit == '\t' || unit == '\n' || unit == '\r';
  }

  /** The colon of a member with the white space around it. */
  private String colon(MemberSpan member) {
    int from = member.value().start();
    while (isSpace(text.charAt(from - 1)) || text.charAt(from - 1) == ':') {
      from--;
    }
    return text.substring(from, member.value().start());
  }

  /** The white space with which the line of an offset begins. */
  private String lineIndent(int offset) {
    int start = text.lastIndexOf('\n', offset - 1) + 1;
    int end = start;
    while (end < offset && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }

  /** A value as text: one member a line behind an indent, or all in one line where that is null. */
  private String rendered(JsonValue value, @Nullable String indent) {
    List<String> lines = JsonWriter.write(value).lines().toList();
    StringBuilder out = new StringBuilder(lines.get(0));
    for (int index = 1; index < lines.size(); index++) {
      String line = lines.get(index);
      if (indent != null) {
        out.append(newLine).append(indent).append(line);
      } else {
        out.append(lines.get(index - 1).endsWith(",") ? " " : "").append(line.stripLeading());
      }
    }
    return out.toString();
  }
}
