/**
 * Okta's JSON shapes and our types: schemas and mapping tables, read with the place of everything
 * that is wrong and written back without loss.
 *
 * <p>{@link io.attune.json.JsonDocument} reads a bounded text into a tree whose every node knows
 * its line and column; {@link io.attune.json.SchemaDocument} and {@link
 * io.attune.json.MappingDocument} give such a tree its meaning. Whatever is wrong is a {@link
 * io.attune.json.Problem}, all of them together, and none hinders the reading of the rest.
 *
 * <p>Decisions that look odd but are intended:
 *
 * <ul>
 *   <li>A document keeps the tree it was read from and edits that: what we do not understand
 *       survives a change made here.
 *   <li>Places count code points, as the places in expressions do; a place inside a text accounts
 *       for the escapes before it.
 *   <li>Of a key that stands twice the first counts, after saying so: the file is refused anyway,
 *       and the rest is still checked.
 *   <li>These readers are for configuration. Records are streamed elsewhere and never make a tree.
 * </ul>
 *
 * <p>May depend on: {@code io.attune.profile}, {@code io.attune.expression}, {@code
 * io.attune.mapping}, Jackson's streaming API.
 */
@NullMarked
package io.attune.json;

import org.jspecify.annotations.NullMarked;
