package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.scim2.common.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Set;

/**
 * Times in filters, which are compared by their place in time and never as texts. Source: RFC 7644,
 * 3.4.2.2; RFC 7643, 2.3.5: an xsd:dateTime, whose offset may be missing; then it is UTC.
 */
final class FilterTime {
  private static final Set<String> NAMES = Set.of("created", "lastmodified");

  private FilterTime() {}

  /** Whether a path names a time: {@code meta.created} or {@code meta.lastModified}. */
  static boolean is(Path path) {
    String urn = path.getSchemaUrn();
    String core = FilterCondition.CORE;
    return path.size() == 2
        && (urn == null || urn.regionMatches(true, 0, core, 0, core.length()))
        && path.getElement(0).getAttribute().equalsIgnoreCase("meta")
        && NAMES.contains(path.getElement(1).getAttribute().toLowerCase(Locale.ROOT));
  }

  /**
   * The time that a value says.
   *
   * @throws DateTimeException if it says none
   */
  static Instant of(JsonNode value) {
    if (!value.isTextual()) {
      throw new DateTimeException("no text");
    }
    TemporalAccessor time =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(
            value.textValue(), OffsetDateTime::from, LocalDateTime::from);
    return time instanceof OffsetDateTime offset
        ? offset.toInstant()
        : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
  }
}
