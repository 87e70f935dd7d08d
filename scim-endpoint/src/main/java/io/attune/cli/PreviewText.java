package io.attune.cli;

import io.attune.plan.AttributePreview;
import io.attune.plan.Because.Rule;
import io.attune.plan.ImportPreview;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.PlannedChange.StatusChange;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A preview for people: one attribute a paragraph, its derivation below it. */
final class PreviewText {
  private final StringBuilder out = new StringBuilder();

  private PreviewText() {}

  static String of(ImportPreview preview) {
    PreviewText text = new PreviewText();
    String user = preview.line().userId() == null ? "" : "  " + preview.line().userId();
    text.line(
        preview.line().outcome() + "  " + ShownText.plain(preview.line().externalId()) + user);
    StatusChange status = preview.line().status();
    if (status != null) {
      String from = status.from() == null ? "" : status.from() + " -> ";
      text.line("  status: " + from + status.to());
    }
    text.attributes(preview.attributes());
    for (Diagnostic diagnostic : preview.line().diagnostics()) {
      String attribute = diagnostic.attribute() == null ? "" : " " + diagnostic.attribute();
      text.line("  " + diagnostic.code() + attribute);
    }
    return text.out.toString();
  }

  static String ofAppUser(String userId, List<AttributePreview> attributes) {
    PreviewText text = new PreviewText();
    text.line(userId);
    text.attributes(attributes);
    return text.out.toString();
  }

  private void attributes(List<AttributePreview> attributes) {
    for (AttributePreview attribute : attributes) {
      boolean nothing =
          attribute.because().rule() == Rule.NOT_MAPPED
              && attribute.from() == null
              && attribute.to() == null;
      if (!nothing) {
        attribute(attribute);
      }
    }
    List<String> absent =
        attributes.stream()
            .filter(each -> each.because().rule() == Rule.NOT_MAPPED)
            .filter(each -> each.from() == null && each.to() == null)
            .map(AttributePreview::attribute)
            .toList();
    if (!absent.isEmpty()) {
      line("  absent and not mapped: " + String.join(", ", absent));
    }
  }

  private void attribute(AttributePreview attribute) {
    boolean changes = !Objects.equals(attribute.from(), attribute.to());
    String value =
        changes ? value(attribute.from()) + " -> " + value(attribute.to()) : value(attribute.to());
    line("  " + attribute.attribute() + ": " + value + "  (" + attribute.because().words() + ")");
    if (attribute.explanation() != null) {
      attribute.explanation().render().lines().forEach(part -> line("    " + part));
    }
  }

  private void line(String text) {
    out.append(ShownText.plain(text)).append('\n');
  }

  static String value(@Nullable Object value) {
    return ShownText.value(value);
  }
}
