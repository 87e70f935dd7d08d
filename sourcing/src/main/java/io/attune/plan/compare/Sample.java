package io.attune.plan.compare;

import org.jspecify.annotations.Nullable;

/**
 * One person whose attribute the tables give different values.
 *
 * @param userId whose
 * @param before what the old tables give, null if nothing
 * @param after what the new tables give, null if nothing
 */
public record Sample(String userId, @Nullable Object before, @Nullable Object after) {}
