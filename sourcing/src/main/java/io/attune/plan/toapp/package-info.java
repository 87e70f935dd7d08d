/**
 * From Okta users to app users: what To App makes of a person, attribute by attribute, with the
 * reason for each value. Nothing is sent here.
 *
 * <p>May depend on: everything left of it, and {@code io.attune.plan}.
 */
@NullMarked
package io.attune.plan.toapp;

import org.jspecify.annotations.NullMarked;
