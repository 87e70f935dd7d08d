package io.attune.workspace;

import io.attune.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What a line of {@code users.jsonl} or {@code app-users.jsonl} says, as far as a snapshot takes
 * it.
 *
 * @param <S> the constants of the status
 * @param externalId null for users, and for app users that are no link
 * @param status null if there is no usable one
 * @param createdMillis since 1970-01-01 UTC; 0 for app users
 */
record DirectoryLine<S>(
    @Nullable String id,
    @Nullable String externalId,
    @Nullable S status,
    long createdMillis,
    Profile profile) {}
