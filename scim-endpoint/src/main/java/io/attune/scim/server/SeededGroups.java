package io.attune.scim.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import io.attune.plan.AppGroup;
import io.attune.plan.AppUsers;
import io.attune.plan.DirectorySnapshot;
import io.attune.store.Condition;
import io.attune.store.Membership;
import io.attune.store.MembershipStore;
import io.attune.store.ResourceKind;
import io.attune.store.ResourceOrder;
import io.attune.store.ResourceStore;
import io.attune.store.StoredResource;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An app's groups as its endpoint first has them. A group's id is its key at the app; its members
 * are those of whom the endpoint has a user. Without them a full import from the store would take
 * every other group for gone.
 */
final class SeededGroups {
  private static final int BATCH = 100;
  private static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Group";

  private final String app;
  private final DirectorySnapshot directory;
  private final AppUsers users;
  private final ResourceStore store;
  private final MembershipStore memberships;
  private final InstantSource clock;

  SeededGroups(
      String app,
      DirectorySnapshot directory,
      ResourceStore store,
      MembershipStore memberships,
      InstantSource clock) {
    this.app = app;
    this.directory = directory;
    this.users = directory.appUsers(app);
    this.store = store;
    this.memberships = memberships;
    this.clock = clock;
  }

  /** Stores those that are not there. */
  void add() {
    if (directory.groups().isEmpty()) {
      return;
    }
    Set<String> stored = new HashSet<>();
    store.scan(
        app,
        ResourceKind.USER,
        Condition.ALL,
        ResourceOrder.CREATION,
        true,
        user -> stored.add(user.id()));
    Map<StoredResource, List<Membership>> batch = new LinkedHashMap<>();
    for (AppGroup group : directory.groups()) {
      if (store.find(app, ResourceKind.GROUP, group.externalId()).isEmpty()) {
        batch.put(resource(group), members(group, stored));
      }
      if (batch.size() == BATCH) {
        memberships.addAll(batch, "import");
        batch.clear();
      }
    }
    memberships.addAll(batch, "import");
  }

  private StoredResource resource(AppGroup group) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putArray("schemas").add(SCHEMA);
    String name = group.name();
    if (name != null) {
      body.put("displayName", name);
    }
    long now = clock.millis();
    return new ResourceRows<>(app, ResourceKind.GROUP, Group::new)
        .row(body, group.externalId(), now, now, 1)
        .row();
  }

  private List<Membership> members(AppGroup group, Set<String> stored) {
    List<Membership> members = new ArrayList<>();
    for (String id : group.members()) {
      int user = directory.find(id);
      int row = user < 0 ? -1 : users.rowOfUser(user);
      String key = row < 0 ? null : users.externalId(row);
      if (key != null && stored.contains(key)) {
        members.add(new Membership(group.externalId(), key, "User", null));
      }
    }
    return members;
  }
}
