package io.attune.plan.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.plan.ImportReport.EffectReport;
import io.attune.plan.ImportReport.Held;
import io.attune.plan.ImportReport.Limit;
import io.attune.plan.ImportReport.LimitReport;
import io.attune.plan.ImportReport.SafeguardReport;
import io.attune.plan.ImportReport.Verdict;
import io.attune.sourcing.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the safeguards said of a plan, read back: the other half of {@link ReportJson}. */
final class SafeguardReader {
  private SafeguardReader() {}

  /**
   * The verdict that a JSON object says.
   *
   * @throws IllegalArgumentException if it is none
   */
  static SafeguardReport read(JsonNode safeguard) {
    String limit = safeguard.path("limit").textValue();
    return new SafeguardReport(
        Verdict.valueOf(safeguard.path("verdict").asText()),
        limit == null ? null : Limit.valueOf(limit),
        safeguard.path("unassignments").intValue(),
        texts(safeguard.path("people")),
        limit(safeguard.path("app")),
        limit(safeguard.path("org")),
        effects(safeguard.path("limits")),
        held(safeguard.path("held")));
  }

  private static LimitReport limit(JsonNode limit) {
    return new LimitReport(
        limit.path("population").intValue(),
        limit.path("unassigned").intValue(),
        limit.path("percent").intValue(),
        limit.path("applies").booleanValue(),
        limit.path("allowed").intValue());
  }

  private static @Nullable Held held(JsonNode held) {
    if (!held.isObject()) {
      return null;
    }
    return new Held(
        Limit.valueOf(held.path("limit").asText()),
        held.path("lines").intValue(),
        held.path("records").intValue(),
        texts(held.path("people")),
        effects(held.path("limits")));
  }

  private static List<EffectReport> effects(JsonNode limits) {
    List<EffectReport> effects = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : limits.properties()) {
      effects.add(
          new EffectReport(
              Effect.valueOf(each.getKey().toUpperCase(Locale.ROOT)),
              each.getValue().path("people").intValue(),
              each.getValue().path("allowed").intValue()));
    }
    return effects;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
