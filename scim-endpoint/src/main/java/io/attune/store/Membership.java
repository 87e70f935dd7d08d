package io.attune.store;

import org.jspecify.annotations.Nullable;

/**
 * One member of a group. Source: RFC 7643, 4.2.
 *
 * @param groupId the group
 * @param memberId the user or group in it
 * @param type {@code User} or {@code Group}, if the client said; any other label says nothing
 * @param display the member's name, if the client said
 */
public record Membership(
    String groupId, String memberId, @Nullable String type, @Nullable String display) {
  static final String USER = "User";
  static final String GROUP = "Group";

  /** Gives the type its one name. */
  public Membership {
    type = USER.equalsIgnoreCase(type) ? USER : GROUP.equalsIgnoreCase(type) ? GROUP : null;
  }

  /** Whether the client said, or we found, that the member is a group. */
  public boolean isGroup() {
    return GROUP.equals(type);
  }
}
