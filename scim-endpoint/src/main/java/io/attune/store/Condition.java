package io.attune.store;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Part of a {@code where} clause with the values of its named parameters. Columns and operators
 * come from our own code only; what a client sent is always a parameter.
 *
 * @param sql over the columns of {@code resource r}
 * @param parameters by name, in order of appearance
 */
public record Condition(String sql, Map<String, Object> parameters) {
  /** Every resource. */
  public static final Condition ALL = new Condition("1 = 1", Map.of());

  /** Copies the parameters, in their order. */
  public Condition {
    parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }
}
