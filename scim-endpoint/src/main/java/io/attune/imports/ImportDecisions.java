package io.attune.imports;

import io.attune.imports.ImportRefusal.Kind;
import io.attune.plan.Sha256;
import io.attune.store.AuditEntry.Operation;
import io.attune.store.ImportChoice;
import io.attune.store.ImportSource;
import io.attune.store.ImportStatus;
import io.attune.store.ImportWanted;
import io.attune.store.StoredImport;
import io.attune.store.StoredImport.Plan;
import io.attune.workspace.ApplyRules;
import io.attune.workspace.Approval;
import io.attune.workspace.History;
import io.attune.workspace.InputErrors;
import io.attune.workspace.Pause;
import io.attune.workspace.Pauses;
import io.attune.workspace.WorkspaceApply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a person decides about an import: that exactly its plan is applied, or none of it. */
final class ImportDecisions {
  private static final int MANY = 1000;

  private final ServedOrg org;

  ImportDecisions(ServedOrg org) {
    this.org = org;
  }

  /** Applies the plan that was approved. The lock is held. */
  void approve(StoredImport run, String hash, int unassignments, String actor) throws IOException {
    Plan plan = run.plan();
    if (plan == null || run.status() == ImportStatus.CANCELLED) {
      throw conflict("status", "the import is " + run.status() + ": it has no plan to approve", "");
    }
    refuseOther(run, plan, hash, unassignments);
    if (run.status() == ImportStatus.APPLIED) {
      refuseUndone(plan);
      return;
    }
    List<StoredImport> all = ofPlan(run, plan);
    Path file = file(run, plan);
    ImportChoice choice = choice(Operation.APPROVE, actor);
    org.choices().note(all, choice);
    try {
      Approval approval = new Approval(Sha256.parse(plan.sha256()), unassignments);
      WorkspaceApply.apply(
          org.workspace(), file, "import " + run.id(), new ApplyRules(approval, true, false));
    } catch (InputErrors e) {
      org.choices().note(all, null);
      if (run.status() == ImportStatus.PAUSED && run.source() == ImportSource.ENDPOINT) {
        WorkspaceApply.cancel(org.workspace(), run.app());
        org.store().planned(all, null);
        org.store().settle(all, ImportStatus.QUEUED, null);
        String what = e.findings().get(0).problem().message();
        String look = "it is planned again: look at `GET /imports/" + run.id() + "/plan`";
        throw conflict("import " + run.id(), what, look);
      }
      throw ImportRefusal.of(e);
    }
    Files.deleteIfExists(org.runner().planFile(run));
    org.choices().settle(all, ImportStatus.APPLIED, choice);
  }

  private void refuseUndone(Plan plan) throws IOException {
    if (!History.read(org.folder()).stands(Sha256.parse(plan.sha256()))) {
      throw conflict("status", "the plan was applied, and undone since", "import again");
    }
  }

  private ImportChoice choice(Operation operation, String actor) {
    return new ImportChoice(operation, actor, org.clock().millis());
  }

  private static void refuseOther(StoredImport run, Plan plan, String hash, int unassignments) {
    String hex = hash.startsWith("sha256:") ? hash.substring("sha256:".length()) : hash;
    String look = "look at `GET /imports/" + run.id() + "/plan`, and approve that";
    if (!hex.equals(plan.sha256())) {
      throw conflict("sha256", "the approval is of another plan than the one that waits", look);
    }
    if (unassignments != plan.unassignments()) {
      throw conflict(
          "unassignments",
          "the approval counts "
              + unassignments
              + " unassignments, and the plan has "
              + plan.unassignments(),
          look);
    }
  }

  /** Lets nothing of an import be applied. The lock is held. */
  void cancel(StoredImport run, String actor) throws IOException {
    if (run.status() == ImportStatus.CANCELLED) {
      return;
    }
    ImportChoice choice = choice(Operation.CANCEL, actor);
    List<StoredImport> all = List.of(run);
    switch (run.status()) {
      case QUEUED -> {}
      case PLANNED -> Files.deleteIfExists(org.runner().planFile(run));
      case PAUSED -> {
        all = ofPlan(run, plan(run));
        org.choices().note(all, choice);
        WorkspaceApply.cancel(org.workspace(), run.app());
      }
      default ->
          throw conflict(
              "status",
              "the import is " + run.status(),
              run.status() == ImportStatus.APPLIED ? "`attune undo` takes a plan back" : "");
    }
    org.choices().settle(all, ImportStatus.CANCELLED, choice);
  }

  private static Plan plan(StoredImport run) {
    Plan plan = run.plan();
    if (plan == null) {
      throw conflict("status", "the import has no plan", "");
    }
    return plan;
  }

  /** Where the plan of an import is kept now. */
  Path file(StoredImport run) throws IOException {
    Plan plan = run.plan();
    if (plan == null) {
      throw ImportRefusal.of(Kind.UNKNOWN, "id", "the import has no plan", "it is " + run.status());
    }
    Path file = file(run, plan);
    if (!Files.exists(file)) {
      throw ImportRefusal.of(
          Kind.UNKNOWN, "id", "the plan is not kept any more", "the import is " + run.status());
    }
    return file;
  }

  private Path file(StoredImport run, Plan plan) throws IOException {
    if (run.status() == ImportStatus.PAUSED) {
      Pause pause = Pauses.read(org.folder()).of(run.app());
      if (pause != null && pause.plan().hex().equals(plan.sha256())) {
        return org.folder().file(pause.file());
      }
    }
    return run.status() == ImportStatus.APPLIED
        ? org.folder().file(".attune/plans/" + plan.sha256() + ".jsonl")
        : org.runner().planFile(run);
  }

  private List<StoredImport> ofPlan(StoredImport run, Plan plan) {
    return run.status() == ImportStatus.PAUSED
        ? org.store().oldest(new ImportWanted(run.app(), run.status(), null, plan.sha256()), MANY)
        : List.of(run);
  }

  private static ImportRefusal conflict(String where, String what, String hint) {
    return ImportRefusal.of(Kind.CONFLICT, where, what, hint);
  }
}
