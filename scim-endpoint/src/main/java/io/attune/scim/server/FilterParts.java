package io.attune.scim.server;

import com.unboundid.scim2.common.filters.Filter;
import io.attune.store.Condition;
import io.attune.store.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What a filter asks for, in two parts: it holds where both hold.
 *
 * @param said what the database can say of it
 * @param left what it cannot say, which is evaluated over bodies; null if nothing is left
 */
record FilterParts(Condition said, @Nullable Filter left) {
  /**
   * The parts of a filter; all resources if there is none.
   *
   * @throws Refusal if what is left asks about memberships, which are no part of bodies
   */
  static FilterParts of(@Nullable Filter filter, ResourceKind kind) {
    if (filter == null) {
      return new FilterParts(Condition.ALL, null);
    }
    FilterCondition condition = new FilterCondition(kind);
    StringJoiner said = new StringJoiner(" and ").setEmptyValue(Condition.ALL.sql());
    List<Filter> left = new ArrayList<>();
    for (Filter part : FilterCondition.conjuncts(filter)) {
      String sql = condition.say(part);
      if (sql == null) {
        refuseMemberships(part, MembershipList.of(kind).attribute());
        left.add(part);
      } else {
        said.add(sql);
      }
    }
    return new FilterParts(
        new Condition(said.toString(), condition.parameters()),
        left.size() > 1 ? Filter.and(left) : left.isEmpty() ? null : left.get(0));
  }

  private static void refuseMemberships(Filter filter, String list) {
    if (filter.isCombiningFilter()) {
      filter.getCombinedFilters().forEach(part -> refuseMemberships(part, list));
    } else if (filter.isNotFilter()) {
      refuseMemberships(filter.getInvertedFilter(), list);
    } else if (filter
        .getAttributePath()
        .getElement(0)
        .getAttribute()
        .toLowerCase(Locale.ROOT)
        .equals(list)) {
      throw Refusal.of(
          400,
          "invalidFilter",
          "`" + list + "` cannot be asked about like this; ask by `" + list + ".value eq`");
    }
  }
}
