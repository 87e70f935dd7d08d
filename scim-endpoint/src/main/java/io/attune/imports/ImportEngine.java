package io.attune.imports;

import io.attune.imports.ImportRefusal.Kind;
import io.attune.store.CommitSignal;
import io.attune.store.Database;
import io.attune.store.ImportStatus;
import io.attune.store.ImportWanted;
import io.attune.store.StoredImport;
import io.attune.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine of a data folder: one worker that imports what waits, and what a person asks of it.
 * What waits, and what became of everything, is in the store; so is where a restart goes on.
 */
public final class ImportEngine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ImportEngine.class);

  /** How long a broken workspace, or a decision by a command, may stay unnoticed. */
  private static final long LOOK_AGAIN_MILLIS = 1000;

  private final ServedOrg org;
  private final ImportWorker worker;
  private final ImportDecisions decisions;
  private final Reconciliation reconciliation;
  private final Thread thread;
  private volatile boolean closed;

  private ImportEngine(ServedOrg org) {
    this.org = org;
    this.worker = new ImportWorker(org);
    this.decisions = new ImportDecisions(org);
    this.reconciliation = new Reconciliation(org);
    this.thread = new Thread(this::work, "attune-imports");
  }

  /**
   * Starts to import what waits.
   *
   * @param workspace the workspace of the data folder
   * @param data the data folder
   */
  public static ImportEngine start(
      Path workspace, Path data, Database database, InstantSource clock) throws IOException {
    Path work = Files.createDirectories(data.resolve("imports"));
    ImportEngine engine = new ImportEngine(new ServedOrg(workspace, work, database, clock));
    engine.thread.start();
    return engine;
  }

  private void work() {
    CommitSignal committed = org.database().committed();
    long looked = System.nanoTime();
    while (!closed) {
      try {
        if (!worker.step()) {
          committed.await(LOOK_AGAIN_MILLIS);
        }
        if (System.nanoTime() - looked > LOOK_AGAIN_MILLIS * 1_000_000) {
          worker.retry();
          looked = System.nanoTime();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("defect: {}", DefectText.of(e));
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_AGAIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What waits for a person. */
  public PendingDesk pending() {
    return new PendingDesk(org, this);
  }

  /**
   * Refuses an app that the workspace has not.
   *
   * @throws ImportRefusal if so
   */
  public void check(Workspace workspace, String app) {
    if (!workspace.apps().contains(app)) {
      throw ImportRefusal.of(
          Kind.UNKNOWN, "app", "there is no app `" + app + "`", "the apps are " + workspace.apps());
    }
  }

  /** The workspace that is served. */
  public Workspace workspace() {
    return Workspace.read(org.workspace());
  }

  /**
   * Asks for an import, and waits for a while until something became of it.
   *
   * @param actor who asks for it, as the audit trail names them
   * @return the import as it stands then; {@code QUEUED} if it still waits
   */
  public StoredImport submit(StoredImport asked, String actor, Duration patience) {
    long id = org.store().add(asked, actor);
    return await(id, patience);
  }

  private StoredImport await(long id, Duration patience) {
    long left = patience.toNanos();
    try {
      if (!org.lock().tryLock(left, TimeUnit.NANOSECONDS)) {
        return find(id);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return find(id);
    }
    try {
      StoredImport now = find(id);
      while (now.status() == ImportStatus.QUEUED && now.error() == null && left > 0) {
        left = org.moved().awaitNanos(left);
        now = find(id);
      }
      return now;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return find(id);
    } finally {
      org.lock().unlock();
    }
  }

  /**
   * An import.
   *
   * @throws ImportRefusal if there is none with this id
   */
  public StoredImport find(long id) {
    return org.store()
        .find(id)
        .orElseThrow(
            () -> ImportRefusal.of(Kind.UNKNOWN, "id", "there is no import `" + id + "`", ""));
  }

  /** A page of imports, newest first. */
  public List<StoredImport> newest(ImportWanted wanted, long offset, int limit) {
    return org.store().newest(wanted, offset, limit);
  }

  /** How many imports there are. */
  public long count(ImportWanted wanted) {
    return org.store().count(wanted);
  }

  /**
   * The plan of an import, as formats.md has it.
   *
   * @throws ImportRefusal if there is none, or it is kept no more
   */
  public Path plan(long id) throws IOException {
    org.lock().lock();
    try {
      return decisions.file(find(id));
    } finally {
      org.lock().unlock();
    }
  }

  /**
   * Applies the plan of an import that waits for it.
   *
   * @param hash the plan's, 64 hex digits, {@code sha256:} before it or not
   * @param unassignments exactly how many people it takes the app from
   * @param actor who approves it, as the audit trail names them
   * @throws ImportRefusal if that is not its plan, or the plan's inputs have moved
   */
  public StoredImport approve(long id, String hash, int unassignments, String actor)
      throws IOException {
    return decide(id, run -> decisions.approve(run, hash, unassignments, actor));
  }

  /**
   * Lets nothing of an import be applied.
   *
   * @param actor who cancels it, as the audit trail names them
   * @throws ImportRefusal if it was applied already
   */
  public StoredImport cancel(long id, String actor) throws IOException {
    return decide(id, run -> decisions.cancel(run, actor));
  }

  private interface Decision {
    void about(StoredImport run) throws IOException;
  }

  private StoredImport decide(long id, Decision decision) throws IOException {
    org.lock().lock();
    try {
      reconciliation.run();
      decision.about(find(id));
      return find(id);
    } finally {
      org.moved().signalAll();
      org.lock().unlock();
    }
  }

  /** Does something that writes to the workspace, while nobody else does. */
  public <T> T alone(Work<T> work) throws IOException {
    org.lock().lock();
    try {
      return work.on(org.workspace());
    } finally {
      org.moved().signalAll();
      org.lock().unlock();
    }
  }

  /** Something that is done on the workspace. */
  public interface Work<T> {
    /** Does it. */
    T on(Path workspace) throws IOException;
  }

  /** Finishes the import that is being done, and stops; what waits goes on at the next start. */
  @Override
  public void close() {
    closed = true;
    org.database().committed().raise();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
