package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import io.attune.store.Membership;
import io.attune.store.MembershipChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a PATCH of a group that changes nothing but its members, so that it can be written as rows:
 * a group of ten thousand is not copied for one of them.
 */
final class MemberPatch {
  private final String groupId;
  private final Map<String, Membership> adds = new LinkedHashMap<>();
  private final Set<String> removes = new LinkedHashSet<>();
  private boolean clears;

  private MemberPatch(String groupId) {
    this.groupId = groupId;
  }

  /**
   * The change, or null if the body does something else too.
   *
   * @param patch in the form of {@link PatchBody#normal}
   */
  static @Nullable MembershipChange of(ObjectNode patch, String groupId) {
    MemberPatch members = new MemberPatch(groupId);
    for (JsonNode operation : patch.path("Operations")) {
      if (!members.take(operation)) {
        return null;
      }
    }
    return new MembershipChange(
        members.clears, List.copyOf(members.removes), List.copyOf(members.adds.values()));
  }

  private boolean take(JsonNode operation) {
    String op = operation.path("op").asText();
    String path = operation.path("path").textValue();
    JsonNode value = operation.path("value");
    if (path == null) {
      boolean onlyMembers = value.size() == 1 && PatchBody.field(value, "members") != null;
      return onlyMembers && write(op, PatchBody.field(value, "members"));
    }
    if (path.equalsIgnoreCase("members")) {
      return op.equals("remove") ? remove(value) : write(op, value);
    }
    String removed = op.equals("remove") ? selected(path) : null;
    if (removed == null) {
      return false;
    }
    remove(removed);
    return true;
  }

  private boolean write(String op, @Nullable JsonNode value) {
    List<Membership> members = members(value);
    if (members == null) {
      return false;
    }
    if (op.equals("replace")) {
      clears = true;
      adds.clear();
      removes.clear();
    }
    for (Membership member : members) {
      adds.put(member.memberId(), member);
    }
    return true;
  }

  private boolean remove(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      clears = true;
      adds.clear();
      removes.clear();
      return true;
    }
    List<Membership> members = members(value);
    if (members == null) {
      return false;
    }
    members.forEach(member -> remove(member.memberId()));
    return true;
  }

  private void remove(String member) {
    adds.remove(member);
    removes.add(member);
  }

  /** The members that a value lists, or null if it lists something else. */
  private @Nullable List<Membership> members(@Nullable JsonNode value) {
    if (value == null || !(value.isArray() || value.isObject())) {
      return null;
    }
    List<Membership> members = new ArrayList<>();
    for (JsonNode each : value.isArray() ? value : List.of(value)) {
      String id = each.path("value").textValue();
      if (id == null) {
        return null;
      }
      members.add(
          new Membership(
              groupId, id, each.path("type").textValue(), each.path("display").textValue()));
    }
    return members;
  }

  /** The id in {@code members[value eq "id"]}, or null. */
  private static @Nullable String selected(String path) {
    try {
      Path parsed = Path.fromString(path);
      Filter filter = parsed.size() == 1 ? parsed.getElement(0).getValueFilter() : null;
      if (filter == null) {
        return null;
      }
      boolean one =
          parsed.getElement(0).getAttribute().equalsIgnoreCase("members")
              && filter.getFilterType() == FilterType.EQUAL
              && filter.getAttributePath().toString().equalsIgnoreCase("value");
      return one ? filter.getComparisonValue().textValue() : null;
    } catch (BadRequestException e) {
      return null;
    }
  }
}
