package io.attune.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.store.StoredResource.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Opening a database, and what both of them do alike. */
class DatabaseTest {
  private static final String TEST = "test";

  @TempDir Path folder = Path.of("");

  private static StoredResource named(int id, String name) {
    String text = String.valueOf(id);
    Keys keys = new Keys(name, null, name, true);
    return new StoredResource("", ResourceKind.USER, text, keys, 1, 1, 1, "{}");
  }

  @Test
  void aFolderIsOpenOnce() throws IOException {
    try (Database first = Database.embedded(folder)) {
      assertEquals(0, new ResourceStore(first).count("", ResourceKind.USER, Condition.ALL));
      var failure = assertThrows(StoreFailure.class, () -> Database.embedded(folder));
      assertEquals("the folder is in use by another process", failure.getMessage());
    }
  }

  @Test
  void oneOfAllThatShareADatabaseImports() throws IOException {
    try (Database second = StoreKind.POSTGRESQL.open(folder)) {
      try (Database first = StoreKind.POSTGRESQL.open(folder)) {
        first.takeImports();
        var failure = assertThrows(StoreFailure.class, second::takeImports);
        assertEquals("another server imports from this store", failure.getMessage());
      }
      second.takeImports();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void tablesOfANewerVersionAreRefusedAndLeftAlone(StoreKind kind) throws IOException {
    try (Database database = kind.open(folder)) {
      new ResourceStore(database).add(named(1, "Ada"), TEST);
      database
          .writer()
          .write(
              (handle, chain) ->
                  handle.execute(
                      "insert into flyway_schema_history (installed_rank, version, description,"
                          + " type, script, checksum, installed_by, installed_on, execution_time,"
                          + " success) select 999, '999', 'later', type, 'V999__later.sql', 1,"
                          + " installed_by, installed_on, 1, success from flyway_schema_history"
                          + " where version = '1'"));
    }
    var failure = assertThrows(StoreFailure.class, () -> kind.open(folder));
    assertEquals("the store was written by a newer version of attune", failure.getMessage());
    assertEquals("run that version", failure.hint());
  }

  @Test
  void aServerThatIsNotThereIsSaidToBe() {
    var other =
        assertThrows(
            StoreFailure.class, () -> Database.postgresql("jdbc:mysql://localhost/x", null, null));
    assertTrue(other.hint().contains("jdbc:postgresql:"), other.hint());
    var gone =
        assertThrows(
            StoreFailure.class,
            () -> Database.postgresql("jdbc:postgresql://127.0.0.1:1/x", "x", "c4nary"));
    assertEquals("the store cannot be opened", gone.getMessage());
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void whoeverReadsBlocksNobodyWhoWrites(StoreKind kind) throws IOException {
    try (Database database = kind.open(folder)) {
      ResourceStore store = new ResourceStore(database);
      store.addAll(List.of(named(1, "a"), named(2, "b")), TEST);
      List<String> seen = new ArrayList<>();
      store.scan(
          "",
          ResourceKind.USER,
          Condition.ALL,
          ResourceOrder.CREATION,
          true,
          each -> {
            seen.add(each.id());
            store.add(named(10 + seen.size(), "n" + seen.size()), TEST);
          });
      assertEquals(List.of("1", "2"), seen);
      assertEquals(4, store.count("", ResourceKind.USER, Condition.ALL));
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void namesStandInTheOrderOfTheirCodePointsWithoutCase(StoreKind kind) throws IOException {
    List<String> names =
        List.of(
            "",
            "-",
            "Z",
            "a b",
            "a-b",
            "A_b",
            "ab",
            "b",
            "\u00e4",
            "\u212a",
            "\uff21",
            "\ud83d\ude00");
    List<String> expected =
        List.of(
            "",
            "-",
            "a b",
            "a-b",
            "A_b",
            "ab",
            "b",
            "Z",
            "\u00e4",
            "\u212a",
            "\uff21",
            "\ud83d\ude00");
    try (Database database = kind.open(folder)) {
      ResourceStore store = new ResourceStore(database);
      for (int i = 0; i < names.size(); i++) {
        store.add(named(i, names.get(i)), TEST);
      }
      store.add(
          new StoredResource(
              "", ResourceKind.USER, "x", new Keys("zz", null, null, true), 1, 1, 1, "{}"),
          TEST);
      assertEquals(expected, names(store, true).subList(0, expected.size()));
      assertEquals("x", page(store, true).get(expected.size()).id(), "no name comes last");
      assertEquals("x", page(store, false).get(0).id(), "or first, the other way round");
    }
  }

  private static List<StoredResource> page(ResourceStore store, boolean ascending) {
    return store
        .page("", ResourceKind.USER, Condition.ALL, ResourceOrder.DISPLAY_NAME, ascending, 0, 100)
        .stream()
        .map(FoundResource::row)
        .toList();
  }

  private static List<String> names(ResourceStore store, boolean ascending) {
    return page(store, ascending).stream()
        .map(each -> String.valueOf(each.keys().displayName()))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void whatTheDatabaseUndidIsDoneAgain(StoreKind kind) throws IOException {
    try (Database database = kind.open(folder)) {
      int[] attempts = {0};
      long seen =
          database
              .writer()
              .write(
                  (handle, chain) -> {
                    ResourceStore.insert(handle, named(1, "Ada"), null);
                    if (++attempts[0] < 3) {
                      throw new IllegalStateException(new SQLException("deadlock", "40P01"));
                    }
                    return handle
                        .createQuery("select count(*) from resource")
                        .mapTo(Long.class)
                        .one();
                  });
      assertEquals(3, attempts[0]);
      assertEquals(1, seen);
    }
  }

  /** All are taken back together; those that do not fail are done again. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aWriteThatFailsLeavesTheOthersOfItsCommitAlone(StoreKind kind) throws Exception {
    try (Database database = kind.open(folder)) {
      ResourceStore store = new ResourceStore(database);
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch held = new CountDownLatch(1);
      ExecutorService clients = Executors.newCachedThreadPool();
      try {
        Future<Boolean> first =
            clients.submit(() -> database.writer().write((handle, chain) -> hold(begun, held)));
        begun.await();
        List<Future<?>> adds = new ArrayList<>();
        for (StoredResource each : List.of(named(1, "Ada"), named(1, "Bob"), named(2, "Cy"))) {
          adds.add(clients.submit(() -> store.add(each, TEST)));
          while (database.queued() < adds.size()) {
            Thread.onSpinWait();
          }
        }
        held.countDown();
        assertTrue(first.get());
        adds.get(0).get();
        var taken = assertThrows(ExecutionException.class, () -> adds.get(1).get());
        assertInstanceOf(UniquenessConflict.class, taken.getCause());
        adds.get(2).get();
      } finally {
        held.countDown();
        clients.shutdownNow();
      }
      assertEquals(List.of("Ada", "Cy"), names(store, true));
      assertEquals(2, new AuditTrail(database).last(10).size());
      assertNull(new AuditTrail(database).verify().fault());
      assertEquals(2, database.commits(), "the one that was held, and the three");
    }
  }

  private static boolean hold(CountDownLatch begun, CountDownLatch held) {
    begun.countDown();
    try {
      return held.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A list of another length is another text. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void thereMayBeMoreStatementsThanAreKept(StoreKind kind) throws IOException {
    try (Database database = kind.open(folder)) {
      new ResourceStore(database).add(named(1, "Ada"), TEST);
      MembershipStore memberships = new MembershipStore(database);
      Membership ada = new Membership("g", "1", null, null);
      memberships.add(ResourceStoreTest.group("g"), List.of(ada), TEST);
      for (int length = 300; length > 0; length--) {
        List<String> ids = IntStream.rangeClosed(1, length).mapToObj(Integer::toString).toList();
        assertEquals(1, memberships.groupsOf("", ids).size());
      }
    }
  }

  @Test
  void aClosedStoreRefusesToWrite() throws IOException {
    Database database = Database.embedded(folder);
    ResourceStore store = new ResourceStore(database);
    database.close();
    var failure = assertThrows(StoreFailure.class, () -> store.add(named(1, "Ada"), TEST));
    assertEquals("the store is closed", failure.getMessage());
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void emailsOfUsersThatAreThereAreFoundAfterTheMigration(StoreKind kind) throws IOException {
    Condition condition =
        new Condition(
            "r.id in (select id from resource_email where app = :app and value_key = :value)",
            Map.of("value", "ada@example.com"));
    try (Database database = kind.open(folder)) {
      String body = "{\"emails\":[{\"value\":\"ADA@example.com\",\"type\":\"work\"},{}]}";
      Keys keys = new Keys("ada", null, null, true);
      ResourceStore store = new ResourceStore(database);
      store.add(new StoredResource("", ResourceKind.USER, "1", keys, 1, 1, 1, body), TEST);
      store.add(named(2, "bob"), TEST);
      database
          .writer()
          .write(
              (handle, chain) -> {
                handle.execute("drop table resource_email");
                handle.execute("alter table resource drop column user_name_email");
                return handle.execute(
                    "delete from flyway_schema_history where version in ('11', '12', '13', '14',"
                        + " '15', '16')");
              });
    }
    try (Database database = kind.open(folder)) {
      ResourceStore store = new ResourceStore(database);
      assertEquals(1, store.count("", ResourceKind.USER, condition));
      assertTrue(store.delete("", ResourceKind.USER, "1", 0, TEST, 2));
      assertEquals(0, store.count("", ResourceKind.USER, condition));
      assertNull(new AuditTrail(database).verify().fault());
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void membersThatAreThereGetTheirTypesByTheMigration(StoreKind kind) throws IOException {
    try (Database database = kind.open(folder)) {
      new ResourceStore(database).add(named(1, "ada"), TEST);
      MembershipStore memberships = new MembershipStore(database);
      memberships.add(ResourceStoreTest.group("g"), List.of(), TEST);
      memberships.add(
          ResourceStoreTest.group("outer"),
          List.of(
              new Membership("outer", "1", null, null), new Membership("outer", "g", null, null)),
          TEST);
      database
          .writer()
          .write(
              (handle, chain) -> {
                handle.execute("update membership set type = null");
                handle.execute("create index resource_email_of on resource_email (app, id)");
                handle.execute("alter table resource drop column user_name_email");
                return handle.execute(
                    "delete from flyway_schema_history where version in ('13', '14', '15', '16')");
              });
    }
    try (Database database = kind.open(folder)) {
      List<Membership> members = new MembershipStore(database).members("", "outer");
      assertEquals(List.of("User", "Group"), members.stream().map(Membership::type).toList());
    }
  }

  /** What power cuts, full disks and failing ones leave behind. */
  private enum Damage {
    NO_HEADER {
      @Override
      byte[] of(byte[] file) {
        Arrays.fill(file, 0, 100, (byte) 'x');
        return file;
      }
    },
    CUT_OFF {
      @Override
      byte[] of(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
      }
    },
    A_PAGE_OF_ZEROS {
      @Override
      byte[] of(byte[] file) {
        Arrays.fill(file, file.length - 4096, file.length, (byte) 0);
        return file;
      }
    },
    EVERY_PAGE_BUT_THE_FIRST {
      @Override
      byte[] of(byte[] file) {
        Arrays.fill(file, 4096, file.length, (byte) 0x5a);
        return file;
      }
    };

    abstract byte[] of(byte[] file);
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void aDamagedFileIsSaidToBeAndLeftAlone(Damage damage) throws IOException {
    try (Database database = Database.embedded(folder)) {
      ResourceStore store = new ResourceStore(database);
      for (int id = 0; id < 100; id++) {
        store.add(named(id, "name" + id), TEST);
      }
    }
    Path file = folder.resolve("attune.db");
    byte[] damaged = damage.of(Files.readAllBytes(file));
    Files.write(file, damaged);
    var failure = assertThrows(StoreFailure.class, () -> Database.embedded(folder));
    assertEquals("`attune.db` is damaged, or no database of SQLite", failure.getMessage());
    assertTrue(failure.hint().startsWith("put a copy"), failure.hint());
    assertArrayEquals(damaged, Files.readAllBytes(file));
    Files.delete(file);
    Database.embedded(folder).close(); // the lock was let go
  }
}
