package io.attune.cli;

import io.attune.plan.AppUserStatus;
import io.attune.plan.Outcome;
import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedChange.Diagnostic;

/** One person whom a plan concerns, and why: ids and reasons, no value of a profile. */
final class PersonText {
  private static final String HELD = "HELD_BY_SAFEGUARD";

  private PersonText() {}

  static String of(PlannedChange line) {
    StringBuilder text = new StringBuilder();
    text.append(line.userId()).append("  ").append(ShownText.plain(line.externalId())).append("  ");
    text.append(why(line));
    if (line.status() != null) {
      text.append(", ").append(line.status().from()).append(" -> ").append(line.status().to());
    } else if (line.outcome() == Outcome.REMOVED) {
      text.append(", keeps the account");
    }
    for (Diagnostic diagnostic : line.diagnostics()) {
      boolean told = diagnostic.code().equals(HELD) && diagnostic.message() != null;
      text.append(", ").append(told ? diagnostic.message() : diagnostic.code());
    }
    return text.toString();
  }

  private static String why(PlannedChange line) {
    if (line.outcome() != Outcome.REMOVED) {
      return line.outcome().name();
    }
    boolean inactive = line.link() != null && line.link().to() == AppUserStatus.INACTIVE;
    return inactive ? "inactive in the app" : "not in the feed";
  }
}
