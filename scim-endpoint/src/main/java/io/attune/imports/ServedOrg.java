package io.attune.imports;

import io.attune.store.Database;
import io.attune.store.ImportChoices;
import io.attune.store.ImportStore;
import io.attune.workspace.Folder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What all parts of the engine share: the workspace, the store, the time, and the lock that lets
 * one at a time write to the workspace. Other processes are kept out by the workspace's own lock.
 */
final class ServedOrg {
  private final Path workspace;
  private final ImportStore store;
  private final ImportChoices choices;
  private final ImportRunner runner;
  private final Database database;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition moved = lock.newCondition();

  ServedOrg(Path workspace, Path work, Database database, InstantSource clock) {
    this.workspace = workspace;
    this.database = database;
    this.store = new ImportStore(database);
    this.choices = new ImportChoices(database);
    this.runner = new ImportRunner(workspace, work, database);
    this.clock = clock;
  }

  Path workspace() {
    return workspace;
  }

  Folder folder() {
    return Folder.open(workspace);
  }

  ImportStore store() {
    return store;
  }

  /** What people choose. */
  ImportChoices choices() {
    return choices;
  }

  ImportRunner runner() {
    return runner;
  }

  Database database() {
    return database;
  }

  InstantSource clock() {
    return clock;
  }

  ReentrantLock lock() {
    return lock;
  }

  /** Signalled whenever something became of an import. */
  Condition moved() {
    return moved;
  }
}
