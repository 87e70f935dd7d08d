/**
 * The import plan: everything an import would do, decided before anything is done.
 *
 * <p>{@link io.attune.plan.ImportPlanner} takes a batch of records, a snapshot of the directory and
 * the settings, and answers a plan that is sorted, hashed and equal byte for byte for equal inputs.
 * A dry run is the plan alone; applying it is the edge's work.
 *
 * <p>May depend on: mapping-core, matching, {@code io.attune.sourcing}. No I/O, no clock.
 */
@NullMarked
package io.attune.plan;

import org.jspecify.annotations.NullMarked;
