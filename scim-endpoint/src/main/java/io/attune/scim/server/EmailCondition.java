package io.attune.scim.server;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of one e-mail address, in SQL. Addresses have rows of their own, except one that
 * is the user name as well: of that one the user's row tells the type.
 */
final class EmailCondition {
  private final StringJoiner rows = new StringJoiner(" and ");
  private final StringJoiner userNames = new StringJoiner(" and ");
  private boolean hasValue;

  /** It is the value of a parameter. */
  EmailCondition value(String parameter) {
    rows.add("e.value_key = " + parameter);
    userNames.add("n.user_name_key = " + parameter);
    hasValue = true;
    return this;
  }

  /** Its type is the value of a parameter. */
  EmailCondition type(String parameter) {
    rows.add("e.type_key = " + parameter);
    userNames.add("n.user_name_email = " + parameter);
    return this;
  }

  /** The users with such an address; null if no value is told, by which an index finds them. */
  @Nullable String sql() {
    return hasValue
        ? "r.id in (select e.id from resource_email e where e.app = :app and "
            + rows
            + " union all select n.id from resource n where n.app = :app and n.kind = 'USER' and"
            + " n.deleted is null and n.user_name_email is not null and "
            + userNames
            + ")"
        : null;
  }
}
