package io.attune.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.store.StoredImport.Plan;
import io.attune.store.StoredResource.Keys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The queue of imports. */
@ParameterizedClass
@EnumSource(StoreKind.class)
class ImportStoreTest {
  private static final String APP = "hr";
  private static final ImportWanted ANY = new ImportWanted(null, null, null, null);

  @Parameter StoreKind kind = StoreKind.SQLITE;
  Path folder;
  Database database;
  ResourceStore resources;
  ImportStore imports;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    this.folder = folder;
    database = kind.open(folder);
    resources = new ResourceStore(database);
    imports = new ImportStore(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static StoredResource user(String app, String id, String name, long version) {
    Keys keys = new Keys(name, null, null, true);
    return new StoredResource(
        app, ResourceKind.USER, id, keys, 1, 10 + version, version, "{\"v\":" + version + "}");
  }

  private long ask(String app, boolean applies) {
    return imports.add(
        StoredImport.asked(app, ImportSource.SCIM, "FULL", applies, "{\"r\":[]}", 7), "test");
  }

  private List<String> bodies() {
    return imports.oldest(ANY, 10).stream().map(each -> String.valueOf(each.body())).toList();
  }

  @Test
  void whatIsWrittenToAnImportedAppWaitsInTheOrderOfTheWrites() {
    resources.add(user(APP, "early", "early", 1), "test");
    assertFalse(imports.isImported(APP, ResourceKind.USER));
    imports.importFromNowOn(APP);
    imports.importFromNowOn(APP);
    assertTrue(imports.isImported(APP, ResourceKind.USER));
    resources.add(user(APP, "1", "ada", 1), "test");
    resources.add(user("other", "1", "ada", 1), "test");
    resources.replace(user(APP, "1", "ada", 1), user(APP, "1", "ada", 2), "test");
    resources.delete(APP, ResourceKind.USER, "1", 2, "test", 99);
    assertEquals(List.of("{\"v\":1}", "{\"v\":2}", "{\"v\":2}"), bodies());
    assertEquals(
        List.of(false, false, true),
        imports.oldest(ANY, 10).stream().map(StoredImport::gone).toList());
    assertEquals(3, imports.count(new ImportWanted(APP, ImportStatus.QUEUED, "1", null)));
  }

  private static StoredResource group(String id, long version) {
    Keys keys = new Keys(null, null, "Team", null);
    return new StoredResource(
        APP, ResourceKind.GROUP, id, keys, 1, 10 + version, version, "{\"v\":" + version + "}");
  }

  /** A group waits without its body; who is deleted changes the groups that they were in. */
  @Test
  void writesOfGroupsWaitOnceTheirAppsGroupsAreImported() {
    MembershipStore memberships = new MembershipStore(database);
    imports.importFromNowOn(APP);
    memberships.add(group("early", 1), List.of(), "test");
    assertFalse(imports.isImported(APP, ResourceKind.GROUP));
    imports.importGroupsFromNowOn(APP);
    assertTrue(imports.isImported(APP, ResourceKind.GROUP));
    memberships.addAll(Map.of(group("seeded", 1), List.of()), "import");
    assertEquals(0, imports.count(ANY));
    resources.add(user(APP, "1", "ada", 1), "test");
    Membership ada = new Membership("g", "1", null, null);
    memberships.add(group("g", 1), List.of(ada), "test");
    memberships.change(APP, "g", MembershipChange.to(List.of()), 0, "test", 20);
    memberships.replace(group("g", 2), group("g", 3), MembershipChange.to(List.of(ada)), "test");
    resources.delete(APP, ResourceKind.USER, "1", 0, "test", 30);
    resources.delete(APP, ResourceKind.GROUP, "g", 0, "test", 40);
    List<StoredImport> all = imports.oldest(ANY, 10);
    assertEquals(
        List.of("USER 1", "GROUP g", "GROUP g", "GROUP g", "USER 1", "GROUP g", "GROUP g"),
        all.stream().map(each -> each.kind() + " " + each.record()).toList());
    assertEquals(
        List.of(false, false, false, false, true, false, true),
        all.stream().map(StoredImport::gone).toList());
    assertNull(all.get(1).body());
  }

  @Test
  void aWriteThatIsRefusedQueuesNothing() {
    imports.importFromNowOn(APP);
    resources.add(user(APP, "1", "ada", 1), "test");
    assertThrows(UniquenessConflict.class, () -> resources.add(user(APP, "2", "ADA", 1), "test"));
    StoredResource read = user(APP, "1", "ada", 4);
    StoredResource next = user(APP, "1", "ada", 5);
    assertThrows(VersionConflict.class, () -> resources.replace(read, next, "test"));
    assertEquals(1, imports.count(ANY));
  }

  @Test
  void anImportIsReadAsItWasAskedForAndAfterTheStoreIsOpenedAgain() throws IOException {
    long id = ask(APP, true);
    StoredImport read = imports.find(id).orElseThrow();
    assertEquals("{\"r\":[]}", read.body());
    assertTrue(read.applies());
    assertNull(read.plan());
    database.close();
    database = kind.open(folder);
    imports = new ImportStore(database);
    assertEquals(read, imports.find(id).orElseThrow());
    assertTrue(ask(APP, true) > id);
  }

  @Test
  void theFirstOfEachAppStandAtTheHead() {
    long applied = ask(APP, true);
    long planned = ask(APP, false);
    ask(APP, true);
    long other = ask("other", true);
    assertEquals(List.of(applied, planned, other), ids(imports.heads()));
    imports.settle(imports.oldest(ANY, 1), ImportStatus.APPLIED, null);
    assertEquals(List.of(planned, applied + 2, other), ids(imports.heads()));
    assertEquals(List.of(other, applied + 2), ids(imports.newest(ANY, 0, 2)));
    assertEquals(List.of(planned), ids(imports.newest(ANY, 2, 1)));
  }

  private static List<Long> ids(List<StoredImport> some) {
    return some.stream().map(StoredImport::id).toList();
  }

  @Test
  void aPlanIsNotedAndWhatItWasMadeFromGoesWhenItIsSettled() {
    long id = ask(APP, true);
    Plan plan = new Plan("ab".repeat(32), 3, 1_764_000_000_000L, "{\"report\":1}");
    imports.planned(List.of(imports.find(id).orElseThrow().withOutcome("created")), plan);
    assertEquals(plan, imports.find(id).orElseThrow().plan());
    assertEquals("created", imports.find(id).orElseThrow().outcome());
    assertEquals(1, imports.count(ImportWanted.plan(plan.sha256())));
    List<StoredImport> all = imports.oldest(ANY, 10);
    imports.settle(all, ImportStatus.PAUSED, null);
    assertEquals("{\"r\":[]}", imports.find(id).orElseThrow().body());
    imports.settle(all, ImportStatus.FAILED, "[{\"what\":\"x\"}]");
    StoredImport failed = imports.find(id).orElseThrow();
    assertNull(failed.body());
    assertEquals(ImportStatus.FAILED, failed.status());
    assertEquals("[{\"what\":\"x\"}]", failed.error());
    imports.planned(all, null);
    assertNull(imports.find(id).orElseThrow().plan());
  }
}
