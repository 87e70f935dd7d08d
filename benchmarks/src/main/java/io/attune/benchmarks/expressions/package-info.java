/**
 * Twelve typical mapping expressions in Attune, in hand-written Java and in seven other engines.
 *
 * <p>Every engine gets its expressions compiled once, as its own guide says, and each profile in
 * the form that it likes best, made beforehand. Outputs are compared with the hand-written ones
 * before anything is timed. What is timed is the CPU time of the evaluating thread, in a JVM for
 * each engine, the engines taking turns.
 */
@NullMarked
package io.attune.benchmarks.expressions;

import org.jspecify.annotations.NullMarked;
