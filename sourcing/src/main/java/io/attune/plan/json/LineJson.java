package io.attune.plan.json;

import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.PlannedChange.LinkChange;
import io.attune.plan.PlannedChange.PlannedValue;
import io.attune.plan.PlannedChange.StatusChange;
import io.attune.plan.PlannedMatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a plan. Source: formats, Plan. */
final class LineJson {
  private final ChangeForms forms = new ChangeForms();

  void write(LineBytes line, PlannedChange change) {
    line.raw("{\"externalId\":").value(change.externalId());
    line.raw(",\"outcome\":").string(change.outcome().name());
    member(line, "userId", change.userId());
    if (change.match() != null) {
      match(line, change.match());
    }
    changes(line, change.changes());
    if (change.status() != null) {
      status(line, change.status());
    }
    if (change.link() != null) {
      link(line, change.link());
    }
    diagnostics(line, change.diagnostics());
    line.write('}');
  }

  /** One more member of an object, if it has a value. */
  private static void member(LineBytes line, String name, @Nullable String text) {
    if (text != null) {
      line.raw(",\"").raw(name).raw("\":").string(text);
    }
  }

  private static void match(LineBytes line, PlannedMatch match) {
    line.raw(",\"match\":{\"kind\":").string(match.kind().name());
    if (!match.by().isEmpty()) {
      line.raw(",\"by\":").array(match.by());
    }
    if (match.candidateCount() > 0) {
      line.raw(",\"candidates\":").array(match.candidates());
      line.raw(",\"candidateCount\":").integer(match.candidateCount());
    }
    member(line, "reason", name(match.reason()));
    line.write('}');
  }

  private void changes(LineBytes line, List<PlannedValue> changes) {
    line.raw(",\"changes\":[");
    for (int index = 0; index < changes.size(); index++) {
      if (index > 0) {
        line.write(',');
      }
      PlannedValue value = changes.get(index);
      ChangeForms.Form form = forms.of(value);
      line.raw(form.start()).value(value.from());
      line.raw(",\"to\":").value(value.to());
      line.raw(form.end());
    }
    line.write(']');
  }

  private static void status(LineBytes line, StatusChange status) {
    line.raw(",\"status\":{\"from\":").value(name(status.from()));
    member(line, "to", status.to().name());
    member(line, "because", name(status.because()));
    line.write('}');
  }

  private static void link(LineBytes line, LinkChange link) {
    line.raw(",\"link\":{\"from\":").string(link.from().name());
    member(line, "to", link.to().name());
    member(line, "movedFrom", link.movedFrom());
    line.write('}');
  }

  private static void diagnostics(LineBytes line, List<Diagnostic> diagnostics) {
    line.raw(",\"diagnostics\":[");
    for (int index = 0; index < diagnostics.size(); index++) {
      Diagnostic diagnostic = diagnostics.get(index);
      line.raw(index > 0 ? ",{\"code\":" : "{\"code\":").string(diagnostic.code());
      member(line, "attribute", diagnostic.attribute());
      member(line, "message", diagnostic.message());
      line.write('}');
    }
    line.write(']');
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }
}
