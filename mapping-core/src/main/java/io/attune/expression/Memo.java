package io.attune.expression;

import org.jspecify.annotations.Nullable;

/**
 * What was last made of a text that is not constant, so that a pattern in an attribute is compiled
 * once for a run of records that share it. The texts decide: a stale entry cannot answer.
 */
final class Memo {
  private @Nullable String patternText;
  private RegexGate.@Nullable Checked pattern;

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
}
