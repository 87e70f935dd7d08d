package io.attune.store;

/**
 * A user as it was read.
 *
 * @param hasGroups whether it was in a group then
 */
public record StoredUser(StoredResource row, boolean hasGroups) {}
