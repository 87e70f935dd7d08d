/**
 * Seeded data of any size, and benchmarks over it.
 *
 * <p>{@link io.attune.benchmarks.AcmeGenerator} writes a workspace, a feed and what an import of
 * that feed must come to, from its own recipe and without calling the engine.
 *
 * <p>May depend on everything.
 */
@NullMarked
package io.attune.benchmarks;

import org.jspecify.annotations.NullMarked;
