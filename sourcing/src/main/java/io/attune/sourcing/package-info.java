/**
 * Who may write what, what becomes of an account, and how much one import may take away: one rule a
 * class, each a pure function of its arguments.
 *
 * <p>May depend on: mapping-core, matching.
 */
@NullMarked
package io.attune.sourcing;

import org.jspecify.annotations.NullMarked;
