/**
 * Plans as JSON lines: written in one pass with their hash, read back one line at a time. Source:
 * formats, Plan.
 *
 * <p>May depend on: {@code io.attune.plan}, Jackson's streaming API. Streams are the caller's.
 *
 * <p>Intended: the hash covers the bytes as written, so the writer is the only definition of the
 * layout; numbers are written by Jackson's own shortest-decimal code, since the JDK's changed.
 */
@NullMarked
package io.attune.plan.json;

import org.jspecify.annotations.NullMarked;
