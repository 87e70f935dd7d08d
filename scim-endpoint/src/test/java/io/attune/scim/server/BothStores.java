package io.attune.scim.server;

import io.attune.store.Database;
import io.attune.store.StoreKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** An open store of each kind, in a folder that is gone once they are closed. */
final class BothStores implements AutoCloseable {
  private final Path folder;
  private final Map<StoreKind, Database> stores = new EnumMap<>(StoreKind.class);

  BothStores() throws IOException {
    folder = Files.createTempDirectory("model");
    for (StoreKind kind : StoreKind.values()) {
      stores.put(kind, kind.open(folder.resolve(kind.name())));
    }
  }

  Database of(StoreKind kind) {
    return Objects.requireNonNull(stores.get(kind));
  }

  @Override
  public void close() throws IOException {
    stores.values().forEach(Database::close);
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
