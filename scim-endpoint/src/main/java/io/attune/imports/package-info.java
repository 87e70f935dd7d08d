/**
 * The engine behind an app's SCIM endpoint: users and groups that were written there, and records
 * that were sent to be imported, go through map, match, source, safeguard, plan and apply, with the
 * very code of {@code attune import}, on the workspace in the data folder.
 *
 * <p>{@link io.attune.imports.ImportEngine} has one worker, which takes what waits in the order it
 * came; {@link io.attune.imports.ServedWorkspace} is the folder it works on. A write is queued in
 * the transaction that stores it, and the plan's hash is noted before it is applied, so that a
 * killed process imports everything once.
 *
 * <p>May depend on: {@code io.attune.store}, {@code io.attune.workspace}, Jackson. Knows no HTTP.
 */
@NullMarked
package io.attune.imports;

import org.jspecify.annotations.NullMarked;
