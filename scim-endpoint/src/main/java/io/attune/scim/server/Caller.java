package io.attune.scim.server;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who sent a request, and what they may do.
 *
 * @param name as logs, limits and the audit trail name them: a credential's name, or {@code jwt:}
 *     and the client's id
 * @param scopes what they may do; none is possible
 */
public record Caller(String name, Set<Scope> scopes) {
  /** Copies the scopes. */
  public Caller {
    scopes = Collections.unmodifiableSet(new TreeSet<>(scopes));
  }
}
