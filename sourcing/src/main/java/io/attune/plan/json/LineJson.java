package io.attune.plan.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.PlannedChange.LinkChange;
import io.attune.plan.PlannedChange.PlannedValue;
import io.attune.plan.PlannedChange.StatusChange;
import io.attune.plan.PlannedChange.Target;
import io.attune.plan.PlannedMatch;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a plan. Source: formats, Plan. Names that stand in every change are encoded once for
 * all lines of a plan.
 */
final class LineJson {
  private static final SerializableString ON = new SerializedString("on");
  private static final SerializableString APP_USER = new SerializedString("appuser");
  private static final SerializableString ATTRIBUTE = new SerializedString("attribute");
  private static final SerializableString FROM = new SerializedString("from");
  private static final SerializableString TO = new SerializedString("to");
  private static final SerializableString BY = new SerializedString("by");
  private static final SerializableString SOURCE = new SerializedString("source");

  private final Map<String, SerializableString> encoded = new HashMap<>();

  void write(JsonGenerator json, PlannedChange change) throws IOException {
    json.writeStartObject();
    if (change.externalId() == null) {
      json.writeNullField("externalId");
    } else {
      json.writeStringField("externalId", change.externalId());
    }
    json.writeStringField("outcome", change.outcome().name());
    if (change.userId() != null) {
      json.writeStringField("userId", change.userId());
    }
    if (change.match() != null) {
      json.writeFieldName("match");
      match(json, change.match());
    }
    json.writeArrayFieldStart("changes");
    for (PlannedValue value : change.changes()) {
      value(json, value);
    }
    json.writeEndArray();
    if (change.status() != null) {
      status(json, change.status());
    }
    if (change.link() != null) {
      link(json, change.link());
    }
    json.writeArrayFieldStart("diagnostics");
    for (Diagnostic diagnostic : change.diagnostics()) {
      diagnostic(json, diagnostic);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void match(JsonGenerator json, PlannedMatch match) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", match.kind().name());
    if (!match.by().isEmpty()) {
      texts(json, "by", match.by());
    }
    if (match.candidateCount() > 0) {
      texts(json, "candidates", match.candidates());
      json.writeNumberField("candidateCount", match.candidateCount());
    }
    if (match.reason() != null) {
      json.writeStringField("reason", match.reason().name());
    }
    json.writeEndObject();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private void value(JsonGenerator json, PlannedValue value) throws IOException {
    json.writeStartObject();
    if (value.on() == Target.APP_USER) {
      json.writeFieldName(ON);
      json.writeString(APP_USER);
    }
    json.writeFieldName(ATTRIBUTE);
    json.writeString(encoded(value.attribute()));
    json.writeFieldName(FROM);
    any(json, value.from());
    json.writeFieldName(TO);
    any(json, value.to());
    if (value.by() != null) {
      json.writeFieldName(BY);
      json.writeString(encoded(value.by()));
    }
    if (value.source() != null) {
      json.writeFieldName(SOURCE);
      json.writeString(encoded(value.source()));
    }
    json.writeEndObject();
  }

  /** A name of the configuration, which stands in very many lines. */
  private SerializableString encoded(String name) {
    return encoded.computeIfAbsent(name, SerializedString::new);
  }

  private static void any(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean bool) {
      json.writeBoolean(bool);
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        any(json, element);
      }
      json.writeEndArray();
    } else {
      json.writeNull();
    }
  }

  private static void status(JsonGenerator json, StatusChange status) throws IOException {
    json.writeObjectFieldStart("status");
    json.writeStringField("from", status.from() == null ? null : status.from().name());
    json.writeStringField("to", status.to().name());
    if (status.because() != null) {
      json.writeStringField("because", status.because().name());
    }
    json.writeEndObject();
  }

  private static void link(JsonGenerator json, LinkChange link) throws IOException {
    json.writeObjectFieldStart("link");
    json.writeStringField("from", link.from().name());
    json.writeStringField("to", link.to().name());
    if (link.movedFrom() != null) {
      json.writeStringField("movedFrom", link.movedFrom());
    }
    json.writeEndObject();
  }

  private static void diagnostic(JsonGenerator json, Diagnostic diagnostic) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", diagnostic.code());
    if (diagnostic.attribute() != null) {
      json.writeStringField("attribute", diagnostic.attribute());
    }
    if (diagnostic.message() != null) {
      json.writeStringField("message", diagnostic.message());
    }
    json.writeEndObject();
  }
}
