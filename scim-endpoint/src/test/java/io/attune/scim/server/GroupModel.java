package io.attune.scim.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What groups of a SCIM service are after some requests, and who is in them, in two plain lists:
 * nothing is indexed, stored or shared with the service. Source: RFC 7643, 4.2; RFC 7644, 3.3 to
 * 3.7 and 3.14; the rules of members and of equal groups stand in {@code docs/scim-endpoint.md}.
 */
final class GroupModel {
  private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:Group";

  /** In the order of their creation; all that ever were. */
  private final List<String> users = new ArrayList<>();

  private final List<String> gone = new ArrayList<>();

  /** In the order of their creation, the deleted ones as well. */
  private final List<Group> groups = new ArrayList<>();

  /** What the references of a Bulk request stand for. */
  private final Map<String, String> references = new TreeMap<>();

  private long nowMillis = 1_000_000_000_001L;

  /** A group, once and for all at one place of the list. */
  final class Group {
    final String id;
    private final long createdMillis;
    private long modifiedMillis;
    private long version = 1;
    private String displayName;
    private String externalId;
    private List<String> members;

    private Group(String id, String displayName, String externalId, List<String> members) {
      this.id = id;
      this.displayName = displayName;
      this.externalId = externalId;
      this.members = members;
      this.createdMillis = nowMillis;
      this.modifiedMillis = nowMillis;
    }

    Content content() {
      return new Content(displayName, externalId, List.copyOf(members));
    }

    long version() {
      return version;
    }

    String tag() {
      return Precondition.tag(version);
    }

    /** The resource as it is answered. */
    ObjectNode resource() {
      ObjectNode resource = JsonNodeFactory.instance.objectNode();
      resource.putArray("schemas").add(CORE);
      resource.put("id", id).put("displayName", displayName);
      if (!externalId.isEmpty()) {
        resource.put("externalId", externalId);
      }
      ArrayNode list = resource.putArray("members");
      for (String each : members) {
        String type = users.contains(each) ? "User" : "Group";
        list.addObject()
            .put("value", each)
            .put("$ref", UserSteps.BASE + "/" + type + "s/" + each)
            .put("type", type);
      }
      resource
          .putObject("meta")
          .put("resourceType", "Group")
          .put("created", Instant.ofEpochMilli(createdMillis).toString())
          .put("lastModified", Instant.ofEpochMilli(modifiedMillis).toString())
          .put("location", UserSteps.BASE + "/Groups/" + id)
          .put("version", tag());
      return resource;
    }

    private void touch() {
      modifiedMillis = nowMillis;
      version++;
    }
  }

  /**
   * What should be answered.
   *
   * @param status of the answer
   * @param group which it shows, or which it wrote; null if none
   */
  record Expected(int status, @Nullable Group group) {
    static Expected status(int status) {
      return new Expected(status, null);
    }
  }

  /** What a write leaves of a group. */
  record Content(String displayName, String externalId, List<String> members) {}

  /** The time of the next request; no two have the same. */
  void tick() {
    nowMillis += 1000;
  }

  long nowMillis() {
    return nowMillis;
  }

  int userCount() {
    return users.size();
  }

  /** The id of a user, who may be deleted; of nobody if there never was one. */
  String user(int number) {
    return users.isEmpty() ? "nobody" : users.get(number % users.size());
  }

  /** The id of a group, which may be deleted; of nobody if there never was one. */
  String group(int number) {
    return groups.isEmpty() ? "nobody" : groups.get(number % groups.size()).id;
  }

  /** What a Bulk request refers to from now on. */
  void refer(String reference, String id) {
    references.put(reference, id);
  }

  void forgetReferences() {
    references.clear();
  }

  boolean knows(String reference) {
    return references.containsKey(reference);
  }

  private String resolved(String id) {
    return references.getOrDefault(id, id);
  }

  List<String> livingUsers() {
    return users.stream().filter(id -> !gone.contains(id)).toList();
  }

  List<Group> livingGroups() {
    return groups.stream().filter(group -> !gone.contains(group.id)).toList();
  }

  /** A group that is there, by its id or a reference. */
  @Nullable Group find(String id) {
    return livingGroups().stream()
        .filter(group -> group.id.equals(resolved(id)))
        .findFirst()
        .orElse(null);
  }

  /** The groups that a user is in, in the order of their creation. */
  List<String> groupsOf(String user) {
    return livingGroups().stream()
        .filter(group -> group.members.contains(user))
        .map(group -> group.id)
        .toList();
  }

  Expected addUser(String id) {
    users.add(id);
    return Expected.status(201);
  }

  Expected deleteUser(String id) {
    if (!livingUsers().contains(id)) {
      return Expected.status(404);
    }
    leave(id);
    return Expected.status(204);
  }

  /** Whoever goes leaves their groups, which are others from then on. */
  private void leave(String id) {
    gone.add(id);
    for (Group group : livingGroups()) {
      if (group.members.remove(id)) {
        group.touch();
      }
    }
  }

  /** A create, which the service answered with this id if it did it. */
  Expected addGroup(String id, Content content) {
    List<String> members = settled(List.of(), content.members);
    int refused = refusal(null, content, members);
    if (refused != 0) {
      return Expected.status(refused);
    }
    groups.add(new Group(id, content.displayName, content.externalId, members));
    return new Expected(201, groups.get(groups.size() - 1));
  }

  Expected read(String id, @Nullable String ifNoneMatch) {
    Group group = find(id);
    if (group == null) {
      return Expected.status(404);
    }
    boolean isKnown = Precondition.names(ifNoneMatch, group.version);
    return isKnown ? Expected.status(304) : new Expected(200, group);
  }

  /** A write of what a group has, answered with a status if it is done; of the same it is none. */
  Expected write(String id, int status, UnaryOperator<Content> change, @Nullable String ifMatch) {
    Group group = find(id);
    int unfit = unfit(group, ifMatch);
    if (group == null || unfit != 0) {
      return Expected.status(unfit);
    }
    Content before = group.content();
    Content after = change.apply(before);
    List<String> members = settled(group.members, after.members);
    int refused = refusal(group, after, members);
    if (refused != 0) {
      return Expected.status(refused);
    }
    if (!before.equals(new Content(after.displayName, after.externalId, members))) {
      group.displayName = after.displayName;
      group.externalId = after.externalId;
      group.members = members;
      group.touch();
    }
    return new Expected(status, group);
  }

  Expected deleteGroup(String id, @Nullable String ifMatch) {
    Group group = find(id);
    int unfit = unfit(group, ifMatch);
    if (group == null || unfit != 0) {
      return Expected.status(unfit);
    }
    leave(group.id);
    return Expected.status(204);
  }

  /** The status that says that a group is not there, or is not the one that is wanted; or 0. */
  private static int unfit(@Nullable Group group, @Nullable String ifMatch) {
    if (group == null) {
      return 404;
    }
    return ifMatch != null && !Precondition.names(ifMatch, group.version) ? 412 : 0;
  }

  /** The status of the refusal, or 0. */
  private int refusal(@Nullable Group group, Content content, List<String> members) {
    boolean isThere =
        !content.externalId.isEmpty()
            && livingGroups().stream()
                .anyMatch(
                    other ->
                        other != group
                            && other.externalId.equals(content.externalId)
                            && other.displayName.equals(content.displayName));
    if (isThere) {
      return 409;
    }
    return members.stream().allMatch(id -> livingUsers().contains(id) || find(id) != null)
        ? 0
        : 400;
  }

  /** Each member once: those who stay in their places, and those who come behind them. */
  private List<String> settled(List<String> before, List<String> after) {
    List<String> wanted = after.stream().map(this::resolved).toList();
    LinkedHashSet<String> settled = new LinkedHashSet<>(before);
    settled.retainAll(wanted);
    settled.addAll(wanted);
    return new ArrayList<>(settled);
  }
}
