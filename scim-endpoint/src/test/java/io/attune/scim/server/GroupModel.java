package io.attune.scim.server;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is in which group of a SCIM service after some requests, in two plain lists: nothing is
 * indexed, stored or shared with the service. Source: RFC 7644, 3.3 to 3.7; the rules of members
 * and of equal groups stand in {@code docs/scim-endpoint.md}.
 */
final class GroupModel {
  /** In the order of their creation; all that ever were. */
  private final List<String> users = new ArrayList<>();

  private final List<String> gone = new ArrayList<>();

  /** In the order of their creation, the deleted ones as well. */
  private final List<Group> groups = new ArrayList<>();

  /** A group, once and for all at one place of the list. */
  static final class Group {
    final String id;
    private String displayName;
    private String externalId;
    private List<String> members;

    private Group(String id, String displayName, String externalId, List<String> members) {
      this.id = id;
      this.displayName = displayName;
      this.externalId = externalId;
      this.members = members;
    }

    String displayName() {
      return displayName;
    }

    String externalId() {
      return externalId;
    }

    List<String> members() {
      return List.copyOf(members);
    }
  }

  int userCount() {
    return users.size();
  }

  /** The id of a user, who may be deleted; of nobody if there never was one. */
  String user(int number) {
    return users.isEmpty() ? "nobody" : users.get(number % users.size());
  }

  /** The group of a number, which may be deleted; null if there never was one. */
  @Nullable Group group(int number) {
    return groups.isEmpty() ? null : groups.get(number % groups.size());
  }

  List<String> livingUsers() {
    return users.stream().filter(id -> !gone.contains(id)).toList();
  }

  List<Group> livingGroups() {
    return groups.stream().filter(group -> !gone.contains(group.id)).toList();
  }

  /** The groups that a user is in, in the order of their creation. */
  List<String> groupsOf(String user) {
    return livingGroups().stream()
        .filter(group -> group.members.contains(user))
        .map(group -> group.id)
        .toList();
  }

  int addUser(String id) {
    users.add(id);
    return 201;
  }

  int deleteUser(String id) {
    if (!livingUsers().contains(id)) {
      return 404;
    }
    gone.add(id);
    groups.forEach(group -> group.members.remove(id));
    return 204;
  }

  /** A create, which the service answered with this id if it did it. */
  int addGroup(String id, String displayName, String externalId, List<String> members) {
    int refused = refusal(null, displayName, externalId, members);
    if (refused == 0) {
      groups.add(new Group(id, displayName, externalId, distinct(members)));
    }
    return refused == 0 ? 201 : refused;
  }

  /** A write that would leave a group so. */
  int write(
      @Nullable Group group,
      int status,
      String displayName,
      String externalId,
      List<String> members) {
    if (group == null || gone.contains(group.id)) {
      return 404;
    }
    int refused = refusal(group, displayName, externalId, members);
    if (refused != 0) {
      return refused;
    }
    group.displayName = displayName;
    group.externalId = externalId;
    group.members = distinct(members);
    return status;
  }

  int deleteGroup(@Nullable Group group) {
    if (group == null || gone.contains(group.id)) {
      return 404;
    }
    gone.add(group.id);
    return 204;
  }

  /** The status of the refusal, or 0. */
  private int refusal(
      @Nullable Group group, String displayName, String externalId, List<String> members) {
    boolean isThere =
        !externalId.isEmpty()
            && livingGroups().stream()
                .anyMatch(
                    other ->
                        other != group
                            && other.externalId.equals(externalId)
                            && other.displayName.equals(displayName));
    if (isThere) {
      return 409;
    }
    return livingUsers().containsAll(members) ? 0 : 400;
  }

  private static List<String> distinct(List<String> members) {
    return new ArrayList<>(new LinkedHashSet<>(members));
  }
}
