package io.attune.store;

import org.jspecify.annotations.Nullable;

/**
 * A resource as it is stored.
 *
 * @param app the endpoint it belongs to; the empty text is the endpoint without an app
 * @param kind what it is
 * @param id its id, unique among its kind in its app, deleted ones included
 * @param keys what filters and orders read of it
 * @param createdMillis when it was created, milliseconds since 1970-01-01 UTC
 * @param modifiedMillis when it was last changed
 * @param version how often it was written, from 1
 * @param body its attributes as JSON text, without {@code id}, {@code meta} and {@code members}
 */
public record StoredResource(
    String app,
    ResourceKind kind,
    String id,
    Keys keys,
    long createdMillis,
    long modifiedMillis,
    long version,
    String body) {

  /** What the audit trail keeps of it: 64 hexadecimal digits over everything but its members. */
  public String hash() {
    return new TextDigest()
        .add(app)
        .add(kind.name())
        .add(id)
        .add(createdMillis)
        .add(modifiedMillis)
        .add(version)
        .add(body)
        .hex();
  }

  /** The same one after a change beside its body: of a group's members. */
  StoredResource touched(long atMillis) {
    return new StoredResource(app, kind, id, keys, createdMillis, atMillis, version + 1, body);
  }

  /**
   * The attributes that have columns of their own.
   *
   * @param userName a user's name, unique without case in its app
   * @param externalId the client's own key
   * @param displayName as people see it
   * @param active whether the user is active, null for groups
   */
  public record Keys(
      @Nullable String userName,
      @Nullable String externalId,
      @Nullable String displayName,
      @Nullable Boolean active) {}
}
