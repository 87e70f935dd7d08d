package io.attune.workspace;

import io.attune.sourcing.Effect;
import java.util.Set;
import java.util.stream.Collectors;

/** A pause in words. */
public final class PauseText {
  private static final Set<String> OTHER_EFFECTS =
      Set.of("BLANKED", "USERNAMES", "LINKED", "REACTIVATED");

  private PauseText() {}

  /** By which limit, and its head-room; one on unassignments counts those. */
  public static String of(Pause pause) {
    String limit = "limit " + pause.limit() + ", ";
    String unassigned = pause.unassignments() + " unassigned";
    if (!OTHER_EFFECTS.contains(pause.limit())) {
      return limit + unassigned + ", " + pause.allowed() + " allowed of " + pause.population();
    }
    String people = limit + pause.people() + " of " + pause.allowed() + " allowed";
    return pause.held() ? people : people + ", " + unassigned;
  }

  /** What is held back of an app. */
  public static String held(Pause pause) {
    return pause.holds().stream().map(PauseText::words).collect(Collectors.joining(", "))
        + " of `"
        + pause.app()
        + "`";
  }

  private static String words(Effect effect) {
    return switch (effect) {
      case UNASSIGNED -> "unassignments";
      case BLANKED -> "blanked attributes";
      case USERNAMES -> "changed usernames";
      case LINKED -> "new links";
      case REACTIVATED -> "reactivations";
    };
  }
}
