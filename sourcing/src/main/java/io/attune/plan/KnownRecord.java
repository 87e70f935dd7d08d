package io.attune.plan;

/**
 * A record that nobody needs to parse: {@link UnchangedRecords} knows that it changes nothing.
 *
 * @param externalId the record's key at the app, that of a known link
 * @param raw the digest of the record's bytes
 */
public record KnownRecord(String externalId, Sha256 raw) implements ImportRecord {}
