package io.attune.store;

/**
 * A resource as it was found.
 *
 * @param hasGroups whether it was a member of a group then; true also where that was not asked
 */
public record FoundResource(StoredResource row, boolean hasGroups) {}
