package io.attune.imports;

import io.attune.imports.ImportRefusal.Fault;
import io.attune.plan.ImportMode;
import io.attune.store.ImportSource;
import io.attune.store.ImportStatus;
import io.attune.store.ImportWanted;
import io.attune.store.ResourceKind;
import io.attune.store.StoredImport;
import io.attune.workspace.ApplyResult;
import io.attune.workspace.ApplyRules;
import io.attune.workspace.InputErrors;
import io.attune.workspace.Pause;
import io.attune.workspace.Pauses;
import io.attune.workspace.WorkspaceApply;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what waits, in the order it came within an app, and imports it. A write is an import of its
 * own; where many wait at an app, those of different users, and of groups, are planned together,
 * unless that plan has a record in another's way.
 */
final class ImportWorker {
  private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

  /** How many writes may wait before they are planned together. */
  static final int SINGLY = 16;

  /** How many writes one plan has at most. */
  static final int MOST_TOGETHER = 500;

  private static final int MOST_ATTEMPTS = 3;

  private final ServedOrg org;
  private final Reconciliation reconciliation;
  private final Set<String> resting = new HashSet<>();
  private final Map<String, Long> singlyUntil = new HashMap<>();
  private Instant last = Instant.EPOCH;
  private boolean hasTurn = true;

  ImportWorker(ServedOrg org) {
    this.org = org;
    this.reconciliation = new Reconciliation(org);
  }

  /** Does the next import that can be done; whether there was one. */
  boolean step() {
    org.lock().lock();
    try {
      if (!isOurTurn()) {
        return false;
      }
      reconciliation.run();
      Pauses pauses = Pauses.read(org.folder());
      for (StoredImport head : org.store().heads()) {
        boolean stopped = head.applies() && pauses.isStopped(head.app());
        if (!stopped && !resting.contains(head.app())) {
          run(together(head));
          return true;
        }
      }
      return false;
    } catch (InputErrors e) {
      // The pauses or the history: nothing can be known to be allowed.
      org.store().heads().forEach(head -> refuse(List.of(head), e));
      return false;
    } catch (IOException e) {
      LOG.error("the workspace cannot be read: {}", DefectText.of(e));
      return false;
    } finally {
      org.moved().signalAll();
      org.lock().unlock();
    }
  }

  /** Another server may have taken the turn while the database was started anew. */
  private boolean isOurTurn() {
    boolean ours = org.database().keepsImports();
    if (ours != hasTurn) {
      hasTurn = ours;
      LOG.warn(
          ours ? "imports go on" : "another server imports from this store; nothing is done here");
    }
    return ours;
  }

  /** Lets what could not be done be tried again. */
  void retry() {
    resting.clear();
  }

  private List<StoredImport> together(StoredImport head) {
    List<StoredImport> together = new ArrayList<>(List.of(head));
    if (head.source() != ImportSource.ENDPOINT
        || singlyUntil.getOrDefault(head.app(), 0L) >= head.id()) {
      return together;
    }
    List<StoredImport> waiting =
        org.store().oldest(ImportWanted.of(head.app(), ImportStatus.QUEUED), MOST_TOGETHER);
    if (waiting.size() <= SINGLY) {
      return together;
    }
    Set<String> records = new HashSet<>(Set.of(String.valueOf(head.record())));
    for (StoredImport next : waiting.subList(1, waiting.size())) {
      // A group is imported as it stands, so that one import does for all of its writes.
      boolean again = !records.add(String.valueOf(next.record())) && !isGroup(next);
      if (next.source() != ImportSource.ENDPOINT || again) {
        break;
      }
      together.add(next);
    }
    return together;
  }

  private void run(List<StoredImport> imports) {
    StoredImport head = imports.get(0);
    try {
      for (int attempt = 1; !attempt(imports, attempt == MOST_ATTEMPTS); attempt++) {
        LOG.info("import {} is planned again: the workspace was changed meanwhile", head.id());
      }
    } catch (InputErrors e) {
      refuse(imports, e);
    } catch (IOException | RuntimeException e) {
      LOG.error("import {} failed: {}", head.id(), DefectText.of(e));
      Fault fault =
          new Fault(
              "the service", "the disk or the store failed", "it is tried again; see its log");
      fail(imports, ImportJson.errors(List.of(fault)).toString(), ImportStatus.QUEUED);
    }
  }

  private void refuse(List<StoredImport> imports, InputErrors e) {
    String errors = ImportJson.errors(ImportRefusal.faults(e)).toString();
    boolean waits = imports.get(0).source() == ImportSource.ENDPOINT;
    fail(imports, errors, waits ? ImportStatus.QUEUED : ImportStatus.FAILED);
  }

  private void fail(List<StoredImport> imports, String errors, ImportStatus status) {
    StoredImport head = imports.get(0);
    if (status == ImportStatus.QUEUED) {
      resting.add(head.app());
    }
    if (status != head.status() || !errors.equals(head.error())) {
      org.store().settle(imports, status, errors);
    }
  }

  /** Plans and applies; false if another process changed the workspace in between. */
  private boolean attempt(List<StoredImport> asked, boolean isLast) throws IOException {
    List<StoredImport> imports = asked;
    PlannedImport planned = org.runner().plan(imports, time());
    StoredImport head = imports.get(0);
    if (imports.size() > 1 && planned.isCrowded()) {
      Files.deleteIfExists(org.runner().planFile(head));
      singlyUntil.put(head.app(), imports.get(imports.size() - 1).id());
      imports = List.of(head);
      planned = org.runner().plan(imports, time());
    }
    Map<String, String> users = planned.outcomes(ResourceKind.USER);
    Map<String, String> groups = planned.outcomes(ResourceKind.GROUP);
    List<StoredImport> decided =
        imports.stream()
            .map(one -> one.withOutcome(outcome(isGroup(one) ? groups : users, one)))
            .toList();
    org.store().planned(decided, planned.summary());
    if (!head.applies()) {
      org.store().settle(decided, ImportStatus.PLANNED, null);
      return true;
    }
    ApplyResult result;
    try {
      result =
          WorkspaceApply.apply(
              org.workspace(), org.runner().planFile(head), "import " + head.id(), rules(head));
    } catch (InputErrors e) {
      if (isLast) {
        throw e;
      }
      return false;
    }
    Files.deleteIfExists(org.runner().planFile(head));
    planned.remember(result);
    settle(decided, result);
    return true;
  }

  private static boolean isGroup(StoredImport one) {
    return one.kind() == ResourceKind.GROUP;
  }

  private static @Nullable String outcome(Map<String, String> outcomes, StoredImport one) {
    return one.record() == null ? null : outcomes.get(one.record());
  }

  private static ApplyRules rules(StoredImport head) {
    boolean incremental = ImportMode.valueOf(head.mode()) == ImportMode.INCREMENTAL;
    return new ApplyRules(null, head.source() != ImportSource.SCIM, incremental);
  }

  private void settle(List<StoredImport> imports, ApplyResult result) {
    if (result instanceof ApplyResult.Blocked blocked) {
      Pause by = blocked.by();
      Fault fault =
          new Fault("apps/" + by.app(), "imports are paused by plan " + by.plan().hex(), "");
      fail(imports, ImportJson.errors(List.of(fault)).toString(), ImportStatus.QUEUED);
    } else if (result instanceof ApplyResult.Paused paused) {
      String why = ImportRefusal.pause(imports.get(0), paused.pause());
      org.store().settle(imports, ImportStatus.PAUSED, why);
    } else {
      org.store().settle(imports, ImportStatus.APPLIED, null);
    }
  }

  /** Now, and never before the last import. */
  private Instant time() {
    Instant now = Instant.ofEpochMilli(org.clock().millis());
    last = now.isBefore(last) ? last : now;
    return last;
  }
}
