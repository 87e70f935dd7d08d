/**
 * The example's recipe: an org with every outcome in it, and what must come of each record.
 *
 * <p>{@link io.attune.benchmarks.acme.AcmeGenerator} writes a workspace, a feed and what an import
 * of that feed must come to, from its own recipe and without calling the engine.
 *
 * <p>May depend on: Jackson, the command line library.
 */
@NullMarked
package io.attune.benchmarks.acme;

import org.jspecify.annotations.NullMarked;
