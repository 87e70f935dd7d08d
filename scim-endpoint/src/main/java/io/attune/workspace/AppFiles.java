package io.attune.workspace;

import io.attune.json.JsonDocument;
import io.attune.profile.ProfileSchema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of one app.
 *
 * @param name of its folder, and in expressions
 * @param properties what expressions read as {@code app.x}
 * @param isActive whether the app itself is active
 * @param schema of its app users
 * @param features what {@code features.json} says
 * @param sync what {@code sync.json} says
 * @param mapping {@code mapping.json}, or null
 */
record AppFiles(
    String name,
    Map<String, Object> properties,
    boolean isActive,
    ProfileSchema schema,
    FeaturesFile features,
    SyncFile sync,
    @Nullable JsonDocument mapping) {
  /** The path of one of an app's files, relative to the workspace. */
  static String path(String app, String file) {
    return "apps/" + app + "/" + file;
  }

  /** What somebody may do who ranks this app as a source though it is none. */
  String idleHint() {
    return sync.profileSource()
        ? "its app.json says `INACTIVE`: make it active, or leave it out"
        : "set `profileSource` in its sync.json, or leave it out";
  }
}
