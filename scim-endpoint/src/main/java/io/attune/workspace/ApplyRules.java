package io.attune.workspace;

import org.jspecify.annotations.Nullable;

/**
 * How strictly a plan is taken.
 *
 * @param approval a person's {@code HASH:COUNT}, or null
 * @param acceptOlder whether a feed that seems older than the last is no reason to refuse
 * @param oneByOne whether the app's records come one by one, so that its share counts over a day of
 *     imports where the workspace sets no window: else a mass deactivation passes in single steps
 */
public record ApplyRules(@Nullable Approval approval, boolean acceptOlder, boolean oneByOne) {
  /** As a person's own command takes it. */
  static ApplyRules of(@Nullable Approval approval, boolean acceptOlder) {
    return new ApplyRules(approval, acceptOlder, false);
  }
}
