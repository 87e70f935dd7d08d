package io.attune.expression;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that a text names.
 *
 * @param app whose user it belongs to; null for the Okta user
 * @param attribute its name, whether the schema has it or not
 * @param column where, from 1, in code points
 */
public record AttributeRead(@Nullable String app, String attribute, int column) {
  /** Whether it is this attribute; {@code ofApp} is null for the Okta user. */
  public boolean isOf(@Nullable String ofApp, String name) {
    return Objects.equals(app, ofApp) && attribute.equals(name);
  }
}
