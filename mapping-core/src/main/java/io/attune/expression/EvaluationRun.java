package io.attune.expression;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for every record of a run. Values of the maps are those of a profile.
 *
 * @param app properties of the app instance, {@code app.x}
 * @param org properties of the org, {@code org.x}
 * @param now the clock of the whole run, null where there is none: then reading it is a failure
 * @param related looks up managers, assistants and linked users
 */
public record EvaluationRun(
    Map<String, Object> app, Map<String, Object> org, @Nullable Instant now, RelatedUsers related) {

  /** Without properties, clock or related users. */
  public static final EvaluationRun EMPTY =
      new EvaluationRun(Map.of(), Map.of(), null, RelatedUsers.NONE);

  /** Copies the properties in their order. */
  public EvaluationRun {
    app = Collections.unmodifiableMap(new LinkedHashMap<>(app));
    org = Collections.unmodifiableMap(new LinkedHashMap<>(org));
  }

  /** The same at this time. */
  public EvaluationRun at(Instant newNow) {
    return new EvaluationRun(app, org, newNow, related);
  }
}
