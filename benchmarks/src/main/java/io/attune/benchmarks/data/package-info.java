/**
 * Orgs of any size for benchmarks: a workspace and feeds of it, streamed to disk from a seed. The
 * same arguments give the same bytes, on any machine.
 *
 * <p>The recipe knows what an import of a feed must come to, and does not call the engine.
 *
 * <p>May depend on: Jackson, the name pool of the example.
 */
@NullMarked
package io.attune.benchmarks.data;

import org.jspecify.annotations.NullMarked;
