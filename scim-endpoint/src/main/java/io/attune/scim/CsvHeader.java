package io.attune.scim;

import io.attune.profile.ProfileSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of a CSV file's columns, null where a cell is empty. Names equal ignoring case are an
 * error of every row, as they are of a JSON record; so is a name that is an attribute's but for
 * case. Source: formats, Records.
 */
record CsvHeader(
    List<@Nullable String> names, @Nullable String twice, @Nullable RecordFault misspelt) {
  static CsvHeader of(List<@Nullable String> names, ProfileSchema schema) {
    RecordFault misspelt = misspelt(names, schema);
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name != null && !seen.add(name.toLowerCase(Locale.ROOT))) {
        return new CsvHeader(names, name, misspelt);
      }
    }
    return new CsvHeader(names, null, misspelt);
  }

  // Left out, such a column would be absent in every row, and clear its attribute for everybody.
  private static @Nullable RecordFault misspelt(
      List<@Nullable String> names, ProfileSchema schema) {
    for (int slot = 0; slot < schema.size(); slot++) {
      String attribute = schema.attribute(slot).name();
      for (String name : names) {
        if (attribute.equalsIgnoreCase(name) && schema.slot(name) < 0) {
          String message = "the column `" + name + "` differs from `" + attribute + "` in case";
          return new RecordFault("UNKNOWN_NAME", attribute, message, "write `" + attribute + "`");
        }
      }
    }
    return null;
  }

  int size() {
    return names.size();
  }

  /** The fault of a row below two columns of one name, or null. */
  @Nullable RecordFault fault() {
    if (twice == null) {
      return misspelt;
    }
    return new RecordFault(
        "DUPLICATE_NAME", twice, "`" + twice + "` stands twice in the header, but for case", "");
  }

  /** Whether two columns say who a row is, so that neither is believed. */
  boolean hidesKey() {
    return "externalId".equalsIgnoreCase(twice) || "id".equalsIgnoreCase(twice);
  }
}
