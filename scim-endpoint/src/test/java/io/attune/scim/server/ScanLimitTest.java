package io.attune.scim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.attune.scim.server.ResourceQueries.Page;
import io.attune.scim.server.ResourceQueries.Wanted;
import io.attune.store.Database;
import io.attune.store.ResourceKind;
import io.attune.store.ResourceStore;
import io.attune.store.StoreKind;
import io.attune.store.StoredResource;
import io.attune.store.StoredResource.Keys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long bodies are read for one answer, by a clock that goes on with each of them. */
class ScanLimitTest {
  private static final int USERS = 10;

  private final AtomicInteger readings = new AtomicInteger();

  @ParameterizedTest
  @EnumSource
  void bodiesAreReadForSoLongAndNoFurther(StoreKind kind, @TempDir Path folder) throws IOException {
    try (Database database = kind.open(folder)) {
      ResourceStore store = new ResourceStore(database);
      store.addAll(IntStream.range(0, USERS).mapToObj(ScanLimitTest::user).toList(), "test");

      long justEnough = ResourceQueries.MOST_SCAN_NANOS / USERS;
      assertEquals(USERS, page(store, justEnough).total());

      Refusal late = assertThrows(Refusal.class, () -> page(store, justEnough + 1));
      assertEquals(400, late.getStatus());
      assertEquals("tooMany", late.getScimType());
      assertEquals(1 + USERS, readings.get());

      assertThrows(Refusal.class, () -> page(store, ResourceQueries.MOST_SCAN_NANOS));
      assertEquals(1 + 2, readings.get());
    }
  }

  /** Those with a title, which no index knows, where each body takes so long. */
  private Page page(ResourceStore store, long nanosEach) {
    readings.set(0);
    // From where a sum would overflow: only differences of this clock mean something.
    ResourceQueries queries =
        new ResourceQueries(
            store, () -> Long.MAX_VALUE - 1 + nanosEach * readings.getAndIncrement());
    Wanted wanted = new Wanted(FilterText.read("title pr"), null, true, 1, USERS);
    return queries.page("", ResourceKind.USER, wanted);
  }

  private static StoredResource user(int number) {
    Keys keys = new Keys("user" + number, null, null, true);
    String body = "{\"userName\":\"user" + number + "\",\"title\":\"T\"}";
    return new StoredResource("", ResourceKind.USER, "id" + number, keys, 1, 1, 1, body);
  }
}
