package io.attune.workspace;

import io.attune.plan.PendingRecord;
import io.attune.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code pending.jsonl}, as a person sees it. Source: formats, Workspace.
 *
 * @param record what an import needs of it
 * @param profile what the record said, over the app-user schema
 * @param by who made the choice, or null
 * @param at when the choice was made, as the line says it, or null
 * @param since when the record was first seen, as the line says it, or null
 * @param number of the line, from 1
 */
public record PendingLine(
    PendingRecord record,
    Profile profile,
    @Nullable String by,
    @Nullable String at,
    @Nullable String since,
    int number) {
  /** The record's key. */
  public String externalId() {
    return record.externalId();
  }
}
