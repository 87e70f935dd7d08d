/**
 * A planner that is only meant to be read and believed: nested loops over plain maps, nothing
 * indexed, cached or skipped. It was written from the formats, not from the engine, and shares with
 * the engine nothing but the types of the result (a test says so).
 */
@NullMarked
package io.attune.plan.reference;

import org.jspecify.annotations.NullMarked;
