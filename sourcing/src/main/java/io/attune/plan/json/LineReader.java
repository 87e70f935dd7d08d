package io.attune.plan.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.plan.AppUserStatus;
import io.attune.plan.Outcome;
import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.PlannedChange.LinkChange;
import io.attune.plan.PlannedChange.PlannedValue;
import io.attune.plan.PlannedChange.StatusChange;
import io.attune.plan.PlannedChange.StatusReason;
import io.attune.plan.PlannedChange.Target;
import io.attune.plan.PlannedMatch;
import io.attune.sourcing.UserStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a plan, read back: the other half of {@link LineJson}. */
final class LineReader {
  private LineReader() {}

  /**
   * The line that a JSON object says.
   *
   * @throws IllegalArgumentException if it is no line of a plan
   */
  static PlannedChange read(JsonNode line) {
    String outcome = text(line, "outcome");
    if (outcome == null) {
      throw new IllegalArgumentException("a plan's line has no outcome");
    }
    List<PlannedValue> changes = new ArrayList<>();
    line.path("changes").forEach(change -> changes.add(value(change)));
    List<Diagnostic> diagnostics = new ArrayList<>();
    line.path("diagnostics")
        .forEach(
            each ->
                diagnostics.add(
                    new Diagnostic(
                        required(each, "code"), text(each, "attribute"), text(each, "message"))));
    return new PlannedChange(
        text(line, "externalId"),
        Outcome.valueOf(outcome),
        text(line, "userId"),
        line.has("match") ? match(line.path("match")) : null,
        changes,
        line.has("status") ? status(line.path("status")) : null,
        line.has("link") ? link(line.path("link")) : null,
        diagnostics);
  }

  private static PlannedValue value(JsonNode change) {
    return new PlannedValue(
        "appuser".equals(text(change, "on")) ? Target.APP_USER : Target.USER,
        required(change, "attribute"),
        any(change.path("from")),
        any(change.path("to")),
        text(change, "by"),
        text(change, "source"));
  }

  private static @Nullable Object any(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isIntegralNumber()) {
      return node.longValue();
    }
    if (node.isNumber()) {
      return node.doubleValue();
    }
    if (!node.isArray()) {
      return null;
    }
    List<Object> list = new ArrayList<>();
    for (JsonNode element : node) {
      Object value = any(element);
      if (value != null) {
        list.add(value);
      }
    }
    return list;
  }

  private static PlannedMatch match(JsonNode match) {
    String reason = text(match, "reason");
    return new PlannedMatch(
        PlannedMatch.Kind.valueOf(required(match, "kind")),
        texts(match.path("by")),
        texts(match.path("candidates")),
        match.path("candidateCount").intValue(),
        reason == null ? null : PlannedMatch.Reason.valueOf(reason));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.textValue()));
    return texts;
  }

  private static StatusChange status(JsonNode status) {
    String from = text(status, "from");
    String because = text(status, "because");
    return new StatusChange(
        from == null ? null : UserStatus.valueOf(from),
        UserStatus.valueOf(required(status, "to")),
        because == null ? null : StatusReason.valueOf(because));
  }

  private static LinkChange link(JsonNode link) {
    return new LinkChange(
        AppUserStatus.valueOf(required(link, "from")),
        AppUserStatus.valueOf(required(link, "to")),
        text(link, "movedFrom"));
  }

  private static String required(JsonNode node, String name) {
    String text = text(node, name);
    if (text == null) {
      throw new IllegalArgumentException("a plan's line lacks `" + name + "`");
    }
    return text;
  }

  private static @Nullable String text(JsonNode node, String name) {
    return node.path(name).textValue();
  }
}
