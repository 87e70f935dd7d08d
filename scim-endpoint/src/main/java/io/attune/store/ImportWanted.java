package io.attune.store;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which imports are asked for; null asks for any.
 *
 * @param app of this app
 * @param status that stand so
 * @param record of a write of this record at the endpoint
 * @param sha256 of this plan
 */
public record ImportWanted(
    @Nullable String app,
    @Nullable ImportStatus status,
    @Nullable String record,
    @Nullable String sha256) {
  /** Those of one app that stand so. */
  public static ImportWanted of(String app, ImportStatus status) {
    return new ImportWanted(app, status, null, null);
  }

  /** Those of one plan. */
  public static ImportWanted plan(String sha256) {
    return new ImportWanted(null, null, null, sha256);
  }

  /** Those that stand so. */
  public static ImportWanted status(ImportStatus status) {
    return new ImportWanted(null, status, null, null);
  }

  /** The condition, of our own names only. */
  String sql() {
    StringBuilder sql = new StringBuilder("1 = 1");
    parameters().keySet().forEach(name -> sql.append(" and " + name + " = :" + name));
    return sql.toString();
  }

  /** The values of the condition. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>();
    if (app != null) {
      parameters.put("app", app);
    }
    if (status != null) {
      parameters.put("status", status.name());
    }
    if (record != null) {
      parameters.put("record", record);
    }
    if (sha256 != null) {
      parameters.put("sha256", sha256);
    }
    return parameters;
  }
}
