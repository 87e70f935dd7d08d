package io.attune.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was lately made of texts that are not constant, so that a pattern in an attribute is
 * compiled once for a run of records that share it. The texts decide: a stale entry cannot answer.
 */
final class Memo {
  private static final int MOST = 16;

  private @Nullable String patternText;
  private RegexGate.@Nullable Checked pattern;
  private final Map<String, TimePattern> timePatterns = new LinkedHashMap<>();

  RegexGate.Checked pattern(String text) {
    RegexGate.Checked known = pattern;
    if (known != null && text.equals(patternText)) {
      return known;
    }
    RegexGate.Checked fresh = RegexGate.check(text);
    patternText = text;
    pattern = fresh;
    return fresh;
  }

  /** The pattern of dates that a text is; null if it is none. */
  @Nullable TimePattern timePattern(String text) {
    TimePattern known = timePatterns.get(text);
    if (known != null) {
      return known;
    }
    TimePattern fresh = TimePattern.of(text);
    if (fresh != null) {
      if (timePatterns.size() == MOST) {
        timePatterns.clear();
      }
      timePatterns.put(text, fresh);
    }
    return fresh;
  }
}
