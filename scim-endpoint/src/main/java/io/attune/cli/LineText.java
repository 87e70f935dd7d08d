package io.attune.cli;

import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.PlannedChange.PlannedValue;
import io.attune.plan.PlannedChange.StatusChange;
import io.attune.plan.PlannedChange.Target;
import io.attune.plan.PlannedMatch;
import org.jspecify.annotations.Nullable;

/** Parts of a plan's line in words, for people who decide about it. */
final class LineText {
  private LineText() {}

  /** Who a record was found to be, and by what. */
  static String of(PlannedMatch match) {
    String by = match.by().isEmpty() ? "" : " by " + String.join(", ", match.by());
    String reason = match.reason() == null ? "" : ", " + match.reason();
    String count =
        match.candidateCount() > match.candidates().size()
            ? ", " + match.candidateCount() + " people, the first " + match.candidates().size()
            : "";
    return match.kind() + by + reason + count;
  }

  /** One value that is written. */
  static String of(PlannedValue value) {
    String owner = value.on() == Target.USER ? "user." : "appuser.";
    String by = value.by() == null ? "" : "  " + value.by();
    return owner
        + value.attribute()
        + ": "
        + ShownText.value(value.from())
        + " -> "
        + ShownText.value(value.to())
        + by;
  }

  /** A change of a person's status. */
  static String of(StatusChange status) {
    String from = status.from() == null ? "" : status.from() + " -> ";
    String because = status.because() == null ? "" : "  " + status.because();
    return "status: " + from + status.to() + because;
  }

  /** A diagnostic with everything it says. */
  static String of(Diagnostic diagnostic) {
    String attribute = diagnostic.attribute() == null ? "" : " " + diagnostic.attribute();
    String message =
        diagnostic.message() == null ? "" : ": " + ShownText.plain(diagnostic.message());
    return diagnostic.code() + attribute + message;
  }

  /** The link that goes over to the record, or null. */
  static @Nullable String moved(PlannedChange line) {
    String from = line.link() == null ? null : line.link().movedFrom();
    return from == null ? null : "link: from record " + ShownText.plain(from);
  }
}
