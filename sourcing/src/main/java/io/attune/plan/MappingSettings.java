package io.attune.plan;

import io.attune.expression.EvaluationRun;
import io.attune.expression.Expression;
import io.attune.mapping.MappingProgram;
import io.attune.mapping.OnError;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How an app user becomes an Okta user. Source: okta-behaviour 1, 4.1.
 *
 * @param toOkta the compiled To Okta table
 * @param usernameFormat what the login of a new person is computed with where the table has no
 *     mapping for it; null takes the mapped Okta e-mail
 * @param onError what a failed expression does
 * @param onErrorOf the attributes for which it does something else, by name
 * @param profileUpdate what one bad attribute does to the others
 * @param run what expressions may read besides the person
 */
public record MappingSettings(
    MappingProgram toOkta,
    @Nullable Expression usernameFormat,
    OnError onError,
    SortedMap<String, OnError> onErrorOf,
    ProfileUpdate profileUpdate,
    EvaluationRun run) {
  /** Copies the map. */
  public MappingSettings {
    onErrorOf = Collections.unmodifiableSortedMap(new TreeMap<>(onErrorOf));
  }

  /** Okta's defaults: login from the e-mail, failures keep values, updates are atomic. */
  public static MappingSettings of(MappingProgram toOkta) {
    return new MappingSettings(
        toOkta,
        null,
        OnError.KEEP,
        Collections.unmodifiableSortedMap(new TreeMap<>(Map.of())),
        ProfileUpdate.ATOMIC,
        EvaluationRun.EMPTY);
  }

  /** The same where nobody knows the time: an expression that asks for it fails. */
  MappingSettings timeless() {
    return new MappingSettings(
        toOkta,
        usernameFormat,
        onError,
        onErrorOf,
        profileUpdate,
        new EvaluationRun(run.app(), run.org(), null, run.related()));
  }

  /** What a failure of the mapping to {@code attribute} does. */
  public OnError onError(String attribute) {
    return onErrorOf.getOrDefault(attribute, onError);
  }
}
