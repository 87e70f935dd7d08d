package io.attune.expression;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The known name that an unknown one most likely meant. */
public final class Suggestion {
  private static final int LONGEST = 64;

  private Suggestion() {}

  /** A hint that names the closest; empty where none is close. */
  public static String hint(String name, Collection<String> known) {
    String closest = closest(name, known);
    return closest == null ? "" : "closest is `" + closest + "`";
  }

  /** The closest by edits, up to a third of the name; of equals the first in order of names. */
  static @Nullable String closest(String name, Collection<String> known) {
    if (name.length() > LONGEST) {
      return null;
    }
    String best = null;
    int bestDistance = 1 + Math.max(1, name.length() / 3);
    for (String candidate : known) {
      int distance = distance(name, candidate);
      boolean better = distance < bestDistance;
      boolean earlier = best != null && distance == bestDistance && candidate.compareTo(best) < 0;
      if (better || earlier) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best;
  }

  /** Edits between two names, a swap of neighbours being one; a different case is nearly none. */
  private static int distance(String left, String right) {
    if (right.length() > LONGEST || Math.abs(left.length() - right.length()) > LONGEST / 3) {
      return Integer.MAX_VALUE;
    }
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : step(edits, a, b, i, j);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int step(int[][] edits, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int best = Math.min(edits[i - 1][j], edits[i][j - 1]) + 1;
    best = Math.min(best, edits[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
  }
}
