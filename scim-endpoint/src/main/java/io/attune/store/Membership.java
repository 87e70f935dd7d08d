package io.attune.store;

import org.jspecify.annotations.Nullable;

/**
 * One member of a group. Source: RFC 7643, 4.2.
 *
 * @param groupId the group
 * @param memberId the user or group in it
 * @param type {@code User} or {@code Group}, if the client said
 * @param display the member's name, if the client said
 */
public record Membership(
    String groupId, String memberId, @Nullable String type, @Nullable String display) {}
