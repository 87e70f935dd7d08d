package io.attune.imports;

import io.attune.plan.Sha256;
import io.attune.store.AuditEntry.Operation;
import io.attune.store.ImportChoice;
import io.attune.store.ImportSource;
import io.attune.store.ImportStatus;
import io.attune.store.ImportStore;
import io.attune.store.ImportWanted;
import io.attune.store.StoredImport;
import io.attune.store.StoredImport.Plan;
import io.attune.workspace.History;
import io.attune.workspace.Pause;
import io.attune.workspace.Pauses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets the stored imports follow the workspace where it is ahead of them: after a crash between the
 * two, and after a person used a command on the workspace. The workspace is what counts.
 */
final class Reconciliation {
  private static final int MANY = 1000;

  private final ServedOrg org;

  Reconciliation(ServedOrg org) {
    this.org = org;
  }

  /** Looks at everything that may have been decided elsewhere. */
  void run() throws IOException {
    ImportStore store = org.store();
    List<StoredImport> doubtful = new ArrayList<>(store.heads());
    doubtful.addAll(store.oldest(ImportWanted.status(ImportStatus.PAUSED), MANY));
    doubtful.addAll(org.choices().noted());
    Set<String> plans = new HashSet<>();
    for (StoredImport one : doubtful) {
      Plan plan = one.plan();
      if (plan != null && plans.add(one.app() + " " + one.status() + " " + plan.sha256())) {
        settle(one, Sha256.parse(plan.sha256()));
      }
    }
  }

  private void settle(StoredImport one, Sha256 hash) throws IOException {
    Pause pause = Pauses.read(org.folder()).of(one.app());
    boolean alone = one.status() == ImportStatus.PLANNED;
    List<StoredImport> all = alone ? List.of(one) : ofPlan(one, hash);
    if (pause != null && pause.plan().equals(hash)) {
      if (one.status() != ImportStatus.PAUSED) {
        org.store().settle(all, ImportStatus.PAUSED, ImportRefusal.pause(one, pause));
      }
      return;
    }
    History history = History.read(org.folder());
    if (history.stands(hash)) {
      become(one, all, ImportStatus.APPLIED);
    } else if (one.status() == ImportStatus.PAUSED && pause == null && !waits(one, history, hash)) {
      become(one, all, ImportStatus.CANCELLED);
    } else if (!alone) {
      org.store().planned(all, null);
      become(one, all, ImportStatus.QUEUED);
    }
  }

  /** Whether a write is still to be imported: nobody cancelled it, another plan was approved. */
  private static boolean waits(StoredImport one, History history, Sha256 hash) {
    return one.source() == ImportSource.ENDPOINT && history.passedOver(hash);
  }

  private List<StoredImport> ofPlan(StoredImport one, Sha256 hash) {
    ImportWanted same = new ImportWanted(one.app(), one.status(), null, hash.hex());
    return org.store().oldest(same, MANY);
  }

  private void become(StoredImport one, List<StoredImport> all, ImportStatus status) {
    if (one.status() == status) {
      return;
    }
    boolean waited = one.status() == ImportStatus.PAUSED || one.status() == ImportStatus.PLANNED;
    boolean ends = status == ImportStatus.APPLIED || status == ImportStatus.CANCELLED;
    if (waited && ends) {
      Operation chosen = status == ImportStatus.APPLIED ? Operation.APPROVE : Operation.CANCEL;
      org.choices().settle(all, status, ImportChoice.byCommand(chosen, org.clock().millis()));
    } else {
      org.store().settle(all, status, null);
    }
  }
}
