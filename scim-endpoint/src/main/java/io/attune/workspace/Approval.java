package io.attune.workspace;

import io.attune.plan.Sha256;
import io.attune.plan.json.PlanFile;

/**
 * A person's consent to one exact plan: its hash and its exact number of unassignments. Source:
 * formats, Plan; okta-behaviour 6.10.
 */
public record Approval(Sha256 hash, int unassignments) {
  /**
   * Reads {@code HASH:COUNT}, with {@code sha256:} before it or not.
   *
   * @throws IllegalArgumentException if the text is no approval
   */
  public static Approval parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("an approval is HASH:COUNT");
    }
    return new Approval(
        Sha256.parse(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
  }

  /** Whether this is consent to that plan. */
  public boolean covers(PlanFile plan) {
    return hash.equals(plan.hash()) && unassignments == plan.unassignments();
  }
}
