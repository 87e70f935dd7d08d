package io.attune.scim.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.captaingoldfish.scim.sdk.common.resources.User;
import io.attune.plan.AppUserStatus;
import io.attune.plan.AppUsers;
import io.attune.plan.DirectorySnapshot;
import io.attune.scim.ResourceWriter;
import io.attune.scim.ResourceWriter.Purpose;
import io.attune.store.Database;
import io.attune.store.ImportStore;
import io.attune.store.MembershipStore;
import io.attune.store.ResourceKind;
import io.attune.store.ResourceStore;
import io.attune.store.StoredResource;
import io.attune.workspace.DirectoryFiles;
import io.attune.workspace.Workspace;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The endpoints of a workspace's apps: each with the app's own attributes, and, when it is first
 * served, with the app's linked users and its groups as its resources.
 */
public final class WorkspaceEndpoints {
  private static final int BATCH = 500;

  private final Workspace workspace;
  private final ResourceStore store;
  private final MembershipStore memberships;
  private final ImportStore imports;
  private final InstantSource clock;

  private WorkspaceEndpoints(Workspace workspace, Database database, InstantSource clock) {
    this.workspace = workspace;
    this.store = new ResourceStore(database);
    this.memberships = new MembershipStore(database);
    this.imports = new ImportStore(database);
    this.clock = clock;
  }

  /** The endpoints, by app name. */
  public static Map<String, ScimEndpoint> of(
      Workspace workspace, Database database, InstantSource clock) {
    WorkspaceEndpoints endpoints = new WorkspaceEndpoints(workspace, database, clock);
    Map<String, ScimEndpoint> byApp = new TreeMap<>();
    for (String app : workspace.apps()) {
      endpoints.seed(app);
      byApp.put(
          app,
          new ScimEndpoint(app, database, ExtensionSchemas.of(workspace.appSchema(app)), clock));
    }
    return byApp;
  }

  /**
   * Done once; from then on what the endpoint holds is newer than the files, and what is written to
   * it is imported. One that was cut off goes on where it was.
   */
  private void seed(String app) {
    boolean hasUsers = imports.isImported(app, ResourceKind.USER);
    if (hasUsers && imports.isImported(app, ResourceKind.GROUP)) {
      return;
    }
    DirectorySnapshot directory = DirectoryFiles.read(workspace, app);
    if (!hasUsers) {
      seedUsers(app, directory.appUsers(app));
      imports.importFromNowOn(app);
    }
    new SeededGroups(app, directory, store, memberships, clock).add();
    imports.importGroupsFromNowOn(app);
  }

  private void seedUsers(String app, AppUsers users) {
    ResourceWriter writer = new ResourceWriter(users.schema());
    List<StoredResource> batch = new ArrayList<>();
    for (int row = 0; row < users.size(); row++) {
      String id = users.externalId(row);
      if (id != null && store.find(app, ResourceKind.USER, id).isEmpty()) {
        batch.add(resource(app, users, row, id, writer));
      }
      if (batch.size() == BATCH || row == users.size() - 1) {
        store.addAll(batch, "import");
        batch.clear();
      }
    }
  }

  private StoredResource resource(
      String app, AppUsers users, int row, String id, ResourceWriter writer) {
    ObjectNode body = writer.write(users.profile(row), Purpose.CREATE).body();
    AppUserStatus status = users.status(row);
    body.put("active", !status.isInactive());
    long now = clock.millis();
    return new ResourceRows<>(app, ResourceKind.USER, User::new).row(body, id, now, now, 1).row();
  }
}
