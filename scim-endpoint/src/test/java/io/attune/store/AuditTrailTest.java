package io.attune.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.attune.store.AuditEntry.Operation;
import io.attune.store.AuditEntry.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The audit trail tells every change, and whoever touches it or what it tells of is found out. */
@ParameterizedClass
@EnumSource(StoreKind.class)
class AuditTrailTest {
  @Parameter StoreKind kind = StoreKind.SQLITE;
  Database database;
  ResourceStore store;
  MembershipStore memberships;
  AuditTrail trail;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    database = kind.open(folder);
    store = new ResourceStore(database);
    memberships = new MembershipStore(database);
    trail = new AuditTrail(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** Entries 8 to 12: an import is approved, another cancelled, and a record waits no more. */
  private void choices() {
    ImportStore imports = new ImportStore(database);
    ImportChoices choices = new ImportChoices(database);
    StoredImport asked = StoredImport.asked("hr", ImportSource.STORE, "FULL", false, null, 7);
    long first = imports.add(asked, "ann");
    long second = imports.add(asked, "ann");
    List<StoredImport> one = List.of(imports.find(first).orElseThrow());
    imports.planned(one, new StoredImport.Plan("ab".repeat(32), 3, 8, "{}"));
    imports.settle(one, ImportStatus.PLANNED, null);
    choices.note(one, new ImportChoice(Operation.APPROVE, "ben", 9));
    choices.settle(one, ImportStatus.APPLIED, ImportChoice.byCommand(Operation.APPROVE, 9));
    choices.settle(
        List.of(imports.find(second).orElseThrow()),
        ImportStatus.CANCELLED,
        new ImportChoice(Operation.CANCEL, "cy", 10));
    choices.tell("hr", "record", null, "NEW null", "dee", 11);
  }

  @Test
  void choicesAreToldWithTheirPlanAndByWhomeverTheyWereNoted() {
    changes();
    choices();
    List<AuditEntry> entries = new ArrayList<>(trail.last(5));
    Collections.reverse(entries);
    assertEquals(
        List.of("ann", "ann", "ben", "cy", "dee"),
        entries.stream().map(AuditEntry::actor).toList());
    assertEquals(
        List.of(Subject.IMPORT, Subject.IMPORT, Subject.IMPORT, Subject.IMPORT, Subject.CHOICE),
        entries.stream().map(AuditEntry::subject).toList());
    assertEquals("ab".repeat(32), entries.get(2).plan());
    assertNull(entries.get(3).plan());
    assertNotEquals(entries.get(2).before(), entries.get(2).after());
    AuditVerdict verdict = trail.verify();
    assertEquals(12, verdict.entries());
    assertNull(verdict.fault());
    assertEquals(List.of(), new ImportChoices(database).noted());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update audit set plan_hash = null where seq = 10                    | 10
          update audit set plan_hash = hash where seq = 11                    | 11
          update import_run set status = 'CANCELLED' where status = 'APPLIED' | 10
          update import_run set unassignments = 4 where status = 'APPLIED'    | 10
          delete from import_run where status = 'CANCELLED'                   | 11
          """)
  void whateverIsTouchedOfAChoiceIsNamed(String sql, long seq) {
    changes();
    choices();
    database.jdbi().useHandle(handle -> handle.execute(sql));
    assertEquals(seq, Objects.requireNonNull(trail.verify().fault(), sql).seq());
  }

  private StoredResource read(String id) {
    return store.find("", ResourceKind.USER, id).orElseThrow();
  }

  /** Entries 1 to 7, one of each way to write. */
  void changes() {
    store.add(ResourceStoreTest.user("a", "Ada", 1), "okta");
    store.addAll(
        List.of(ResourceStoreTest.user("b", "Bob", 1), ResourceStoreTest.user("c", "Cy", 1)),
        "import");
    store.replace(read("a"), ResourceStoreTest.user("a", "Ada", 2), "okta");
    memberships.add(
        ResourceStoreTest.group("g"), List.of(new Membership("g", "a", null, null)), "entra");
    memberships.change("", "g", MembershipChange.to(List.of()), 0, "entra", 5);
    store.delete("", ResourceKind.USER, "b", 0, "okta", 6);
  }

  @Test
  void everyChangeIsToldOnce() {
    changes();
    List<AuditEntry> entries = new ArrayList<>(trail.last(100));
    Collections.reverse(entries);
    assertEquals(
        List.of(
            Operation.CREATE,
            Operation.CREATE,
            Operation.CREATE,
            Operation.UPDATE,
            Operation.CREATE,
            Operation.MEMBERS,
            Operation.DELETE),
        entries.stream().map(AuditEntry::operation).toList());
    assertEquals(
        List.of("okta", "import", "import", "okta", "entra", "entra", "okta"),
        entries.stream().map(AuditEntry::actor).toList());
    assertEquals(entries.get(0).after(), entries.get(3).before());
    assertNotNull(entries.get(5).members());
    assertNull(entries.get(6).after());
    AuditVerdict verdict = trail.verify();
    assertEquals(7, verdict.entries());
    assertEquals(entries.get(6).hash(), verdict.end());
    assertNull(verdict.fault());
  }

  @Test
  void whatWasRefusedIsNotTold() {
    changes();
    assertThrows(
        UniquenessConflict.class, () -> store.add(ResourceStoreTest.user("d", "ADA", 1), "okta"));
    assertThrows(
        VersionConflict.class,
        () ->
            store.replace(
                ResourceStoreTest.user("a", "Ada", 1),
                ResourceStoreTest.user("a", "Ada", 2),
                "okta"));
    assertThrows(
        UniquenessConflict.class,
        () ->
            store.addAll(
                List.of(
                    ResourceStoreTest.user("d", "Dee", 1), ResourceStoreTest.user("a", "Eve", 1)),
                "okta"));
    store.delete("", ResourceKind.USER, "nobody", 0, "okta", 6);
    AuditVerdict verdict = trail.verify();
    assertEquals(7, verdict.entries());
    assertNull(verdict.fault());
  }

  @Test
  void ofManyWritesOfOneCommitTheRefusedAreNotTold() throws InterruptedException {
    changes();
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch gathered = new CountDownLatch(1);
    List<Thread> clients = new ArrayList<>();
    clients.add(client(() -> database.writer().write((handle, chain) -> hold(writing, gathered))));
    writing.await();
    for (String name : List.of("Dee", "ADA", "Eve", "EVE", "Fay")) {
      String id = Integer.toString(clients.size());
      clients.add(client(() -> store.add(ResourceStoreTest.user(id, name, 1), "okta")));
      while (database.queued() < clients.size() - 1) {
        Thread.onSpinWait();
      }
    }
    long before = database.commits();
    gathered.countDown();
    for (Thread client : clients) {
      client.join();
    }
    assertEquals(2, database.commits() - before);
    AuditVerdict verdict = trail.verify();
    assertEquals(10, verdict.entries());
    assertNull(verdict.fault());
  }

  private static Thread client(Runnable write) {
    Thread thread =
        new Thread(
            () -> {
              try {
                write.run();
              } catch (UniquenessConflict e) {
                // as it should
              }
            });
    thread.start();
    return thread;
  }

  private static boolean hold(CountDownLatch writing, CountDownLatch until) {
    writing.countDown();
    try {
      until.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update audit set actor = 'eve' where seq = 4                        | 4
          update audit set at = at + 1 where seq = 1                          | 1
          update audit set id = 'c' where seq = 4                             | 4
          update audit set operation = 'UPDATE' where seq = 2                 | 2
          update audit set before_hash = null where seq = 4                   | 4
          update audit set after_hash = null where seq = 1                    | 1
          update audit set members_hash = null where seq = 6                  | 6
          update audit set previous = hash where seq = 3                      | 3
          update audit set hash = previous where seq = 3                      | 3
          delete from audit where seq = 1                                     | 1
          delete from audit where seq = 5                                     | 5
          delete from audit where seq = 7                                     | 7
          delete from audit                                                   | 1
          update resource set body = '{"title":"CEO"}' where id = 'a'         | 4
          update resource set version = 9 where id = 'c'                      | 3
          update resource set last_modified = 9 where id = 'g'                | 6
          delete from resource where id = 'c'                                 | 3
          update resource set deleted = null where id = 'b'                   | 7
          insert into resource (app, kind, id, created, last_modified, version, body) \
          values ('', 'USER', 'x', 1, 1, 1, '{}')                             | 0
          """)
  void whateverIsTouchedIsNamed(String sql, long seq) {
    changes();
    database.jdbi().useHandle(handle -> handle.execute(sql));
    assertEquals(seq, Objects.requireNonNull(trail.verify().fault(), sql).seq());
  }

  @Test
  void aChangeBehindTheTrailIsFoundLaterToo() {
    changes();
    database
        .jdbi()
        .useHandle(handle -> handle.execute("update resource set body = '[]' where id = 'c'"));
    store.replace(read("c"), ResourceStoreTest.user("c", "Cy", 2), "okta");
    assertEquals(8, Objects.requireNonNull(trail.verify().fault()).seq());
  }
}
