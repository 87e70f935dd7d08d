package io.attune.plan.toapp;

import io.attune.expression.EvaluationRun;
import io.attune.mapping.MappingProgram;
import io.attune.mapping.OnError;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How an Okta user becomes an app user. Source: okta-behaviour 1, 4.2, 10.
 *
 * @param toApp the compiled To App table
 * @param username what computes the username at the app where the table does not
 * @param onError what a failed expression does
 * @param onErrorOf the attributes for which it does something else, by name
 * @param combined the array attributes whose group values are combined across groups
 * @param run what expressions may read besides the person
 */
public record ToAppSettings(
    MappingProgram toApp,
    AppUsername username,
    OnError onError,
    SortedMap<String, OnError> onErrorOf,
    SortedSet<String> combined,
    EvaluationRun run) {
  /** Copies the collections. */
  public ToAppSettings {
    onErrorOf = Collections.unmodifiableSortedMap(new TreeMap<>(onErrorOf));
    combined = Collections.unmodifiableSortedSet(new TreeSet<>(combined));
  }

  /** Okta's defaults: failures keep values, the first group decides, no username. */
  public static ToAppSettings of(MappingProgram toApp) {
    return new ToAppSettings(
        toApp,
        AppUsername.NONE,
        OnError.KEEP,
        Collections.emptySortedMap(),
        Collections.emptySortedSet(),
        EvaluationRun.EMPTY);
  }

  /** What a failure of the mapping to {@code attribute} does. */
  OnError onError(String attribute) {
    return onErrorOf.getOrDefault(attribute, onError);
  }
}
