package io.attune.scim;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of a CSV file's columns, null where a cell is empty. Names equal ignoring case are an
 * error of every row, as they are of a JSON record. Source: formats, Records.
 */
record CsvHeader(List<@Nullable String> names, @Nullable String twice) {
  static CsvHeader of(List<@Nullable String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name != null && !seen.add(name.toLowerCase(Locale.ROOT))) {
        return new CsvHeader(names, name);
      }
    }
    return new CsvHeader(names, null);
  }

  int size() {
    return names.size();
  }

  /** The fault of a row below two columns of one name, or null. */
  @Nullable RecordFault fault() {
    if (twice == null) {
      return null;
    }
    return new RecordFault(
        "DUPLICATE_NAME", twice, "`" + twice + "` stands twice in the header, but for case", "");
  }

  /** Whether two columns say who a row is, so that neither is believed. */
  boolean hidesKey() {
    return "externalId".equalsIgnoreCase(twice) || "id".equalsIgnoreCase(twice);
  }
}
