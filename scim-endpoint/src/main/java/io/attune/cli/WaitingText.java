package io.attune.cli;

import io.attune.plan.PendingRecord.Choice;
import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedChange.Target;
import io.attune.plan.PlannedMatch;
import io.attune.workspace.PendingLine;
import io.attune.workspace.WaitingRecord;

/** A waiting record in words. */
final class WaitingText {
  private final StringBuilder text = new StringBuilder();
  private final WaitingRecord waiting;

  private WaitingText(WaitingRecord waiting) {
    this.waiting = waiting;
  }

  /** Several lines, each with its end. */
  static String of(WaitingRecord waiting) {
    WaitingText text = new WaitingText(waiting);
    text.head();
    text.choice();
    text.confirmed();
    return text.text.toString();
  }

  private void head() {
    PendingLine line = waiting.line();
    PlannedChange next = waiting.next();
    String since = line.since() == null ? "" : "  since " + line.since();
    text.append(line.record().outcome() + "  " + ShownText.plain(line.externalId()) + since + "\n");
    if (next.outcome() != line.record().outcome()) {
      say("next import: " + next.outcome());
    }
    PlannedMatch match = next.match();
    if (match != null) {
      say("match: " + LineText.of(match));
      match.candidates().forEach(id -> say("  " + waiting.who(id)));
    }
    next.diagnostics().forEach(each -> say(LineText.of(each)));
  }

  private void choice() {
    PendingLine line = waiting.line();
    Choice choice = line.record().choice();
    if (choice == null) {
      return;
    }
    String whom = choice.userId() == null ? "" : " " + waiting.who(choice.userId());
    String by = line.by() == null ? "" : " by " + line.by();
    String at = line.at() == null ? "" : " at " + line.at();
    say("choice: " + choice.kind() + whom + by + at);
    effect(waiting.next());
  }

  private void confirmed() {
    PlannedChange confirmed = waiting.confirmed();
    if (confirmed == null) {
      return;
    }
    say("if confirmed (" + waiting.option() + "): " + confirmed.outcome());
    effect(confirmed);
    confirmed.diagnostics().stream()
        .filter(each -> !waiting.next().diagnostics().contains(each))
        .forEach(each -> say("  " + LineText.of(each)));
  }

  /** What is written to the Okta user; the app user becomes what the record says. */
  private void effect(PlannedChange line) {
    line.changes().stream()
        .filter(value -> value.on() == Target.USER)
        .forEach(value -> say("  " + LineText.of(value)));
    if (line.status() != null) {
      say("  " + LineText.of(line.status()));
    }
    String moved = LineText.moved(line);
    if (moved != null) {
      say("  " + moved);
    }
  }

  private void say(String line) {
    text.append("  ").append(ShownText.plain(line)).append('\n');
  }
}
