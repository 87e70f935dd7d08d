package io.attune.plan;

import io.attune.profile.Profile;

/**
 * A record that could be read: an app-user profile and what it says of itself.
 *
 * @param externalId the record's key at the app, 1 to 512 characters
 * @param active whether the app has the account active
 * @param profile over the app-user schema; secret attributes are absent
 * @param raw the digest of the record's bytes
 */
public record AppRecord(String externalId, boolean active, Profile profile, Sha256 raw)
    implements ImportRecord {}
