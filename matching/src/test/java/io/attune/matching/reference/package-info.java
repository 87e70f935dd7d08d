/**
 * A matcher that is only meant to be read and believed: nested loops over pairs, nothing indexed or
 * kept. It shares with the engine nothing but the types of what goes in and what comes out.
 */
@NullMarked
package io.attune.matching.reference;

import org.jspecify.annotations.NullMarked;
