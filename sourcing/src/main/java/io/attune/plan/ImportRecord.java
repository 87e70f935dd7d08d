package io.attune.plan;

import org.jspecify.annotations.Nullable;

/** One record of a feed: read, or seen and not readable. Either way it was present. */
public sealed interface ImportRecord permits AppRecord, GroupRecord, KnownRecord, UnreadableRecord {
  /** The record's key at the app; null only where a record could not be read that far. */
  @Nullable String externalId();

  /** The digest of the record's bytes as the app sent them. */
  Sha256 raw();
}
