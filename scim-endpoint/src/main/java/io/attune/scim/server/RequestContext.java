package io.attune.scim.server;

import com.unboundid.scim2.common.filters.Filter;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.authorize.Authorization;
import de.captaingoldfish.scim.sdk.server.utils.UriInfos;
import io.attune.store.FoundResource;
import io.attune.store.StoredResource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one request carries past the SCIM library to the handlers, and what they tell back. */
final class RequestContext extends Context {
  private final @Nullable Filter filter;
  private final @Nullable String ifMatch;
  private final long nowMillis;
  private final String actor;
  private final Map<String, Long> versions = new HashMap<>();
  private final Map<String, FoundResource> users = new HashMap<>();
  private final @Nullable Map<String, StoredResource> answered;
  private boolean overtaken;
  private boolean membersWanted;

  /**
   * Of a request.
   *
   * @param whole whether resources are answered with all that is returned by default
   */
  RequestContext(
      @Nullable Filter filter,
      @Nullable String ifMatch,
      long nowMillis,
      String actor,
      boolean whole) {
    super(new AlreadyAuthorized());
    this.answered = whole ? new HashMap<>() : null;
    this.filter = filter;
    this.ifMatch = ifMatch;
    this.nowMillis = nowMillis;
    this.actor = actor;
  }

  /** The filter of a list or search, taken out before the library saw the request. */
  @Nullable Filter filter() {
    return filter;
  }

  /** The time of the request, milliseconds since 1970-01-01 UTC. */
  long nowMillis() {
    return nowMillis;
  }

  /** Who sent the request, as the audit trail names them. */
  String actor() {
    return actor;
  }

  /**
   * Remembers which version of a resource the request saw.
   *
   * @throws Refusal if the request wants another version
   */
  void sawVersion(String id, long version) {
    String wanted = wanted();
    if (wanted != null && !Precondition.names(wanted, version)) {
      throw Refusal.of(412, null, "the resource has another version");
    }
    versions.put(id, version);
  }

  /**
   * The version that the request saw first, which is this one where it saw none: the library reads
   * what a PATCH changes, but not what a PUT replaces.
   *
   * @throws Refusal if the request wants another version
   */
  long sawAtFirst(String id, long version) {
    if (!versions.containsKey(id)) {
      sawVersion(id, version);
    }
    return versions.getOrDefault(id, version);
  }

  /** Another operation of a Bulk request begins, which sees resources anew. */
  void begin() {
    versions.clear();
    users.clear();
  }

  /** Remembers a user that was read, for the write that may follow. */
  void saw(FoundResource user) {
    sawVersion(user.row().id(), user.row().version());
    users.put(user.row().id(), user);
  }

  /** What was read of a user since the last write of it; null if nothing was. */
  @Nullable FoundResource forget(String id) {
    return users.remove(id);
  }

  /**
   * Remembers what a resource of the answer is made of, if the answer is given its times behind the
   * library, which reads each three times over by expressions that it compiles anew: an eighth of
   * what a read costs. Where a request names attributes, leaving out is the library's.
   *
   * @return whether it is
   */
  boolean answers(StoredResource row) {
    if (answered == null) {
      return false;
    }
    answered.put(row.id(), row);
    return true;
  }

  /** What a resource of the answer was made of; null if its times were left to the library. */
  @Nullable StoredResource answered(String id) {
    return answered == null ? null : answered.get(id);
  }

  /** Whether the request wants a certain version, so that it is not done again by itself. */
  boolean isConditional() {
    String wanted = wanted();
    return wanted != null && !wanted.strip().equals("*");
  }

  /** What {@code If-Match} says, or the {@code version} of this operation of a Bulk request. */
  private @Nullable String wanted() {
    UriInfos operation = getUriInfos();
    String version = operation == null ? null : operation.getHttpHeaders().get("If-Match");
    return version == null ? ifMatch : version;
  }

  /** The resource was changed by another request in between: this one should be done again. */
  void markOvertaken() {
    overtaken = true;
  }

  boolean isOvertaken() {
    return overtaken;
  }

  /** The answer lists the members of groups, even if there are none. */
  void wantMembers() {
    membersWanted = true;
  }

  boolean areMembersWanted() {
    return membersWanted;
  }

  /** Who may do what was decided before the library saw the request. */
  private static final class AlreadyAuthorized implements Authorization {
    @Override
    public Set<String> getClientRoles() {
      return Set.of();
    }

    @Override
    public boolean authenticate(Map<String, String> headers, Map<String, String> query) {
      return true;
    }
  }
}
