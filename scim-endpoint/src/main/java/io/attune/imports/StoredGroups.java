package io.attune.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.plan.GroupRecord;
import io.attune.plan.GroupRecord.Faulty;
import io.attune.plan.GroupRecord.Gone;
import io.attune.plan.GroupRecord.Memberships;
import io.attune.plan.GroupRecord.Says;
import io.attune.plan.GroupRecord.Whole;
import io.attune.plan.Sha256;
import io.attune.store.Condition;
import io.attune.store.Database;
import io.attune.store.Membership;
import io.attune.store.MembershipStore;
import io.attune.store.ResourceKind;
import io.attune.store.ResourceOrder;
import io.attune.store.ResourceStore;
import io.attune.store.StoredImport;
import io.attune.store.StoredResource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The groups of imports, as an app's endpoint stores them now. SCIM's groups have no description,
 * so nothing is said of it. Source: RFC 7643, 4.2; imports, "Groups".
 */
final class StoredGroups {
  private final ResourceStore resources;
  private final MembershipStore memberships;

  StoredGroups(Database database) {
    this.resources = new ResourceStore(database);
    this.memberships = new MembershipStore(database);
  }

  /** Every group of an app. */
  List<GroupRecord> all(String app) {
    List<StoredResource> stored = new ArrayList<>();
    resources.scan(
        app, ResourceKind.GROUP, Condition.ALL, ResourceOrder.CREATION, true, stored::add);
    return stored.stream().map(this::whole).toList();
  }

  /**
   * The groups that were written, wholly, and of the users that were written the memberships in
   * others: whoever gets the app joins them, and whoever loses it leaves them.
   */
  List<GroupRecord> written(List<StoredImport> writes) {
    String app = writes.get(0).app();
    Map<String, GroupRecord> groups = new TreeMap<>();
    List<String> users = new ArrayList<>();
    for (StoredImport write : writes) {
      String id = String.valueOf(write.record());
      if (write.kind() == ResourceKind.GROUP) {
        Optional<StoredResource> group = resources.find(app, ResourceKind.GROUP, id);
        groups.put(id, group.map(this::whole).orElseGet(() -> gone(id)));
      } else {
        users.add(id);
      }
    }
    Map<String, List<String>> others = new TreeMap<>();
    for (Membership each : memberships.groupsOf(app, users)) {
      others.computeIfAbsent(each.groupId(), id -> new ArrayList<>()).add(each.memberId());
    }
    others.forEach((id, keys) -> groups.putIfAbsent(id, memberships(id, keys)));
    return List.copyOf(groups.values());
  }

  private GroupRecord whole(StoredResource group) {
    String name = group.keys().displayName();
    if (name == null || name.isBlank()) {
      return record(group.id(), new Faulty("MISSING_NAME"), text(group.id()));
    }
    List<String> members =
        memberships.members(group.app(), group.id()).stream()
            .filter(each -> !each.isGroup() || !isUser(group.app(), each.memberId()))
            .map(Membership::memberId)
            .toList();
    ObjectNode text = text(group.id()).put("displayName", name);
    members.forEach(text.putArray("members")::add);
    return record(group.id(), new Whole(name, null, members), text);
  }

  /** A group within a group may have the key of a user, who is in neither for that. */
  private boolean isUser(String app, String key) {
    return resources.find(app, ResourceKind.USER, key).isPresent();
  }

  private static GroupRecord gone(String id) {
    return record(id, new Gone(), text(id).put("gone", true));
  }

  private static GroupRecord memberships(String id, List<String> keys) {
    ObjectNode text = text(id);
    keys.forEach(text.putArray("memberships")::add);
    return record(id, new Memberships(keys), text);
  }

  private static ObjectNode text(String id) {
    return JsonNodeFactory.instance.objectNode().put("group", id);
  }

  /** The text stands for the bytes that an app would have sent. */
  private static GroupRecord record(String id, Says says, ObjectNode text) {
    return new GroupRecord(id, says, Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
