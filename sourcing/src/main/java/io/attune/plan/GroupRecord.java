package io.attune.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of a feed. Source: okta-behaviour 9.5, 9.11; sourcing of groups: imports, "Groups".
 *
 * @param externalId the group's key at the app; null only where it could not be read that far
 * @param name its name; null where the group is faulty
 * @param description or null
 * @param members keys of its members at the app, or null: the record says nothing of members
 * @param raw the digest of the record's bytes
 * @param fault why nothing of it can be used, stable, or null
 */
public record GroupRecord(
    @Nullable String externalId,
    @Nullable String name,
    @Nullable String description,
    @Nullable List<String> members,
    Sha256 raw,
    @Nullable String fault)
    implements ImportRecord {
  /** Copies the list. */
  public GroupRecord {
    members = members == null ? null : List.copyOf(members);
  }

  /** A group that could not be read; it was there all the same. */
  public static GroupRecord faulty(@Nullable String externalId, Sha256 raw, String fault) {
    return new GroupRecord(externalId, null, null, null, raw, fault);
  }
}
