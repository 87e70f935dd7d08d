/**
 * What a change of mapping tables would do to everyone: both are run over the same people, by the
 * code that imports and pushes, and the results compared.
 *
 * <p>May depend on: everything left of it, {@code io.attune.plan} and {@code io.attune.plan.toapp}.
 */
@NullMarked
package io.attune.plan.compare;

import org.jspecify.annotations.NullMarked;
