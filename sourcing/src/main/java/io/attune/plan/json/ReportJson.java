package io.attune.plan.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.attune.plan.ImportReport;
import io.attune.plan.ImportReport.EffectReport;
import io.attune.plan.ImportReport.Held;
import io.attune.plan.ImportReport.Limit;
import io.attune.plan.ImportReport.LimitReport;
import io.attune.plan.ImportReport.SafeguardReport;
import io.attune.plan.Sha256;
import io.attune.plan.UserCounts;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The last line of a plan. Source: formats, Plan. */
final class ReportJson {
  private ReportJson() {}

  /** Writes the trailer, without {@code sha256} where the hash is still being computed. */
  static void write(JsonGenerator json, ImportReport report, @Nullable Sha256 hash)
      throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("report");
    json.writeFieldName("users");
    counts(json, report.users());
    if (report.groups() != null) {
      GroupJson.counts(json, report.groups());
    }
    json.writeStringField("completeness", report.completeness().name());
    if (report.incomplete() != null) {
      json.writeStringField("incomplete", report.incomplete());
    }
    json.writeFieldName("safeguard");
    safeguard(json, report.safeguard());
    json.writeEndObject();
    if (hash != null) {
      json.writeStringField("sha256", hash.hex());
    }
    json.writeEndObject();
  }

  private static void counts(JsonGenerator json, UserCounts counts) throws IOException {
    json.writeStartObject();
    json.writeNumberField("scanned", counts.scanned());
    json.writeNumberField("new", counts.created());
    json.writeNumberField("updated", counts.updated());
    json.writeNumberField("linked", counts.linked());
    json.writeNumberField("unchanged", counts.unchanged());
    json.writeNumberField("removed", counts.removed());
    json.writeNumberField("removedInactive", counts.removedInactive());
    json.writeNumberField("pendingExact", counts.pendingExact());
    json.writeNumberField("pendingPartial", counts.pendingPartial());
    json.writeNumberField("pendingNew", counts.pendingNew());
    json.writeNumberField("pendingActivation", counts.pendingActivation());
    json.writeNumberField("ambiguous", counts.ambiguous());
    json.writeNumberField("conflict", counts.conflict());
    json.writeNumberField("ignored", counts.ignored());
    json.writeNumberField("skipped", counts.skipped());
    json.writeNumberField("errors", counts.errors());
    json.writeNumberField("reactivated", counts.reactivated());
    json.writeNumberField("suspended", counts.suspended());
    json.writeNumberField("deactivated", counts.deactivated());
    json.writeEndObject();
  }

  private static void safeguard(JsonGenerator json, SafeguardReport safeguard) throws IOException {
    json.writeStartObject();
    json.writeStringField("verdict", safeguard.verdict().name());
    Limit limit = safeguard.limit();
    if (limit != null) {
      json.writeStringField("limit", limit.name());
    }
    json.writeNumberField("unassignments", safeguard.unassignments());
    json.writeArrayFieldStart("people");
    for (String person : safeguard.people()) {
      json.writeString(person);
    }
    json.writeEndArray();
    json.writeFieldName("app");
    limit(json, safeguard.app());
    json.writeFieldName("org");
    limit(json, safeguard.org());
    if (!safeguard.effects().isEmpty()) {
      effects(json, safeguard.effects());
    }
    Held held = safeguard.held();
    if (held != null) {
      json.writeObjectFieldStart("held");
      json.writeStringField("limit", held.limit().name());
      json.writeNumberField("lines", held.lines());
      json.writeNumberField("records", held.records());
      json.writeArrayFieldStart("people");
      for (String person : held.people()) {
        json.writeString(person);
      }
      json.writeEndArray();
      effects(json, held.limits());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void effects(JsonGenerator json, List<EffectReport> effects) throws IOException {
    json.writeObjectFieldStart("limits");
    for (EffectReport effect : effects) {
      json.writeObjectFieldStart(effect.effect().name().toLowerCase(Locale.ROOT));
      json.writeNumberField("people", effect.people());
      json.writeNumberField("allowed", effect.allowed());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void limit(JsonGenerator json, LimitReport limit) throws IOException {
    json.writeStartObject();
    json.writeNumberField("population", limit.population());
    json.writeNumberField("unassigned", limit.unassigned());
    json.writeNumberField("percent", limit.percent());
    json.writeBooleanField("applies", limit.applies());
    json.writeNumberField("allowed", limit.allowed());
    json.writeEndObject();
  }
}
