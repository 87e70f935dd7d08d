package io.attune.scim.server;

import io.attune.store.ResourceKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The attribute that lists the memberships of a resource, which are rows and no part of bodies. */
enum MembershipList {
  /** What a user is in. */
  GROUPS("m.member_id", "m.group_id"),
  /** What is in a group. */
  MEMBERS("m.group_id", "m.member_id");

  /** Begins what must hold of the group {@code g} of a membership {@code m}. */
  static final String IN_GROUP =
      "m.group_id in (select g.id from resource g where g.app = :app and g.kind = 'GROUP' and"
          + " g.deleted is null and ";

  private final String own;
  private final String other;

  MembershipList(String own, String other) {
    this.own = own;
    this.other = other;
  }

  static MembershipList of(ResourceKind kind) {
    return kind == ResourceKind.GROUP ? MEMBERS : GROUPS;
  }

  /** The attribute's name. */
  String attribute() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The column of who or what is at the other end. */
  String other() {
    return other;
  }

  /**
   * What a path says of a membership: {@code value} by default, null if it leads elsewhere.
   *
   * @param path in lower case, parted by dots
   */
  @Nullable String part(String path) {
    String[] names = path.split("\\.", 2);
    if (!names[0].equals(attribute())) {
      return null;
    }
    return names.length == 1 ? "value" : names[1];
  }

  /** The resources of which a membership is such. */
  String among(String condition) {
    return "r.id in (select "
        + own
        + " from membership m where m.app = :app and "
        + condition
        + ")";
  }
}
