package io.attune.store;

/**
 * An order of resources. Ties keep the order of their creation, so that pages never overlap;
 * resources without the value come last, or first in a descending order. Source: RFC 7644, 3.4.2.3.
 */
public enum ResourceOrder {
  /** By creation: new resources come last. */
  CREATION("r.seq"),
  /** By user name, without case. */
  USER_NAME("r.user_name_key"),
  /** By display name, without case. */
  DISPLAY_NAME("r.display_key"),
  /** By the client's own key. */
  EXTERNAL_ID("r.external_id"),
  /** By id. */
  ID("r.id"),
  /** By the last change. */
  LAST_MODIFIED("r.last_modified");

  private final String column;

  ResourceOrder(String column) {
    this.column = column;
  }

  /** The {@code order by} list. */
  String sql(boolean ascending) {
    if (this == CREATION) {
      return column + (ascending ? " asc" : " desc");
    }
    return column + (ascending ? " asc nulls last" : " desc nulls first") + ", r.seq asc";
  }
}
