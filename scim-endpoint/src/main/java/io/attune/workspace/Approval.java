package io.attune.workspace;

import io.attune.plan.Sha256;
import io.attune.plan.json.PlanFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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

  /** Consent to exactly that plan. */
  public static Approval of(PlanFile plan) {
    return new Approval(plan.hash(), plan.unassignments());
  }

  /** As {@code --approve} takes it. */
  @Override
  public String toString() {
    return hash.hex() + ":" + unassignments;
  }

  /** Whether this is consent to that plan. */
  public boolean covers(PlanFile plan) {
    return hash.equals(plan.hash()) && unassignments == plan.unassignments();
  }

  /**
   * Why this is no consent to a plan, in one line: what has moved since the plan that was approved,
   * if that one is still kept.
   */
  public String mismatch(Folder folder, PlanFile plan) throws IOException {
    if (hash.equals(plan.hash())) {
      return "the approval counts "
          + unassignments
          + " unassignments, and this plan has "
          + plan.unassignments();
    }
    for (String kept : List.of(".attune/paused/", ".attune/plans/")) {
      String file = kept + hash.hex() + ".jsonl";
      if (folder.has(file)) {
        return "the approval is of another plan: since then "
            + moved(WorkspaceApply.read(folder.file(file), folder.shown(file), line -> {}), plan);
      }
    }
    return "the approval is of another plan, which is not kept here";
  }

  private static String moved(PlanFile approved, PlanFile plan) {
    List<String> moved = new ArrayList<>();
    if (!approved.run().app().equals(plan.run().app())) {
      moved.add("the app");
    }
    if (!approved.records().equals(plan.records())) {
      moved.add("the records");
    }
    if (!approved.run().config().equals(plan.run().config())) {
      moved.add("the configuration");
    }
    if (!approved.run().directory().equals(plan.run().directory())) {
      moved.add("the directory");
    }
    if (approved.run().mode() != plan.run().mode()) {
      moved.add("the mode of the import");
    }
    return moved.isEmpty() ? "its options have changed" : String.join(", ", moved) + " changed";
  }
}
