/**
 * The expression language: what an administrator writes in a mapping, checked against schemas and
 * run over profiles.
 *
 * <p>Start at {@link io.attune.expression.Expression#compile}. A text goes through the front end
 * ({@code .spel}), is checked and turned into typed nodes over the slots of its schemas, and is
 * then a function of an {@link io.attune.expression.EvaluationInput}: no I/O, no clock, no state.
 * Functions are one table: {@code FunctionTable}.
 *
 * <p>Decisions that look odd but are intended:
 *
 * <ul>
 *   <li>Inside an evaluation a failure travels as {@code Abort}, one preallocated throwable without
 *       a stack trace, caught in {@link io.attune.expression.Evaluator}: checking every operand for
 *       failure would cost the success path more than the arithmetic does. Nothing throws outwards.
 *   <li>Nodes have four typed entry points besides {@code value}, so that an integer compared or a
 *       text appended is never boxed.
 *   <li>Lists of what a value may be are bit sets ({@code Kinds}), null being one of the kinds: the
 *       same set answers "does this fit?" and "can this be null?".
 * </ul>
 *
 * <p>May depend on: {@code io.attune.profile}, {@code .spel}, RE2/J, ICU4J, and Caffeine in {@code
 * ExpressionCache} alone.
 */
@NullMarked
package io.attune.expression;

import org.jspecify.annotations.NullMarked;
