package io.attune.cli;

import io.attune.imports.ImportEngine;
import io.attune.imports.ServedWorkspace;
import io.attune.scim.server.ImportRoutes;
import io.attune.scim.server.ScimEndpoint;
import io.attune.scim.server.WorkspaceEndpoints;
import io.attune.store.Database;
import io.attune.store.StoreFailure;
import io.attune.workspace.InputErrors;
import io.attune.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a data folder serves: the endpoint without an app, and those of the apps of its workspace
 * with the engine behind them.
 *
 * @param endpoints by app name
 * @param workspace the folder of the workspace, if there is one
 * @param engine that imports what arrives; null without a workspace
 */
record ServedApps(
    Map<String, ScimEndpoint> endpoints, Optional<Path> workspace, @Nullable ImportEngine engine)
    implements AutoCloseable {
  private static final InstantSource CLOCK = InstantSource.system();

  /**
   * Copies the workspace at the first start, and starts to import what waits.
   *
   * @param data the data folder
   * @param source the workspace to start from, or null; never written
   * @throws io.attune.workspace.InputErrors if the workspace has errors
   */
  static ServedApps start(Path data, @Nullable Path source, Database database) throws IOException {
    Map<String, ScimEndpoint> endpoints = new TreeMap<>();
    endpoints.put("", new ScimEndpoint("", database, List.of(), CLOCK));
    Optional<Path> workspace = ServedWorkspace.begin(data, source);
    if (workspace.isEmpty()) {
      return new ServedApps(endpoints, workspace, null);
    }
    takeImports(data, database);
    endpoints.putAll(WorkspaceEndpoints.of(Workspace.read(workspace.get()), database, CLOCK));
    return new ServedApps(
        endpoints, workspace, ImportEngine.start(workspace.get(), data, database, CLOCK));
  }

  private static void takeImports(Path data, Database database) throws InputErrors {
    try {
      database.takeImports();
    } catch (StoreFailure e) {
      throw InputErrors.of(data.toString(), String.valueOf(e.getMessage()), e.hint());
    }
  }

  /** What the engine answers; null without a workspace. */
  @Nullable ImportRoutes imports() {
    return engine == null ? null : new ImportRoutes(engine, CLOCK);
  }

  /** Finishes the import that is being done; what waits goes on at the next start. */
  @Override
  public void close() {
    if (engine != null) {
      engine.close();
    }
  }
}
