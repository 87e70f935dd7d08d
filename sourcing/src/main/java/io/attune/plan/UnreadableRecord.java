package io.attune.plan;

import org.jspecify.annotations.Nullable;

/**
 * A record that could not be read, or misses a required attribute: a line of the plan with outcome
 * ERROR. If its key is known it counts as present; if not, the run is incomplete (formats,
 * Records).
 *
 * @param externalId the record's key where it could be read, else null
 * @param raw the digest of the record's bytes
 * @param code why, stable and without personal data: {@code MISSING_REQUIRED}, {@code WRONG_TYPE} …
 * @param attribute the attribute concerned, or null
 */
public record UnreadableRecord(
    @Nullable String externalId, Sha256 raw, String code, @Nullable String attribute)
    implements ImportRecord {}
