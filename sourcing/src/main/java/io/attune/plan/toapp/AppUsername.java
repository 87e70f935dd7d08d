package io.attune.plan.toapp;

import io.attune.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * How the username at the app is computed where no mapping does it. Source: okta-behaviour 4.2.
 *
 * @param expression what it is computed with, over the Okta user; null is type NONE: never
 * @param onUpdate whether it follows the profile, or is computed once
 */
public record AppUsername(@Nullable Expression expression, boolean onUpdate) {
  /** Type NONE: a person or the app says what it is. */
  public static final AppUsername NONE = new AppUsername(null, false);
}
