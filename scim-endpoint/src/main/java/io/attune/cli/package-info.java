/**
 * The {@code attune} command: thin, over the workspace and the core. Source: formats, Command line.
 *
 * <p>Exit codes: 0 done, 1 the input has errors, 2 wrong use, 3 paused by a safeguard, 4 the world
 * outside failed. Results go to standard output, everything else to standard error.
 */
@NullMarked
package io.attune.cli;

import org.jspecify.annotations.NullMarked;
