package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import io.attune.store.NameKey;
import io.attune.store.ResourceKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Says filters in SQL, where that is exactly the same; else nothing, and the filter is evaluated
 * over the bodies. Source: RFC 7644, 3.4.2.2.
 */
final class FilterCondition {
  static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:";

  /** A query of its own, so that SQLite answers each alternative by the index that it has. */
  private static final String ALTERNATIVE =
      "select r.seq from resource r where r.app = :app and r.kind = :kind and r.deleted is null"
          + " and ";

  private static final String EMAILS = "emails";
  private static final Set<String> KEYS =
      Set.of("username", "displayname", "externalid", "id", "emails.value");

  private final ResourceKind kind;
  private final MembershipList memberships;
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  /** Over the resources of a kind. */
  FilterCondition(ResourceKind kind) {
    this.kind = kind;
    this.memberships = MembershipList.of(kind);
  }

  /** The values that the conditions said so far compare with, by name. */
  Map<String, Object> parameters() {
    return parameters;
  }

  /** The condition, or null if the database cannot say it; then nothing is left of its values. */
  @Nullable String say(Filter filter) {
    Set<String> before = Set.copyOf(parameters.keySet());
    String sql = sql(filter);
    if (sql == null) {
      parameters.keySet().retainAll(before);
    }
    return sql;
  }

  private @Nullable String sql(Filter filter) {
    if (filter.isCombiningFilter()) {
      boolean isAnd = filter.getFilterType() == FilterType.AND;
      boolean united =
          !isAnd && filter.getCombinedFilters().stream().allMatch(FilterCondition::isSelective);
      StringJoiner parts =
          united
              ? new StringJoiner(" union ", "r.seq in (", ")")
              : new StringJoiner(isAnd ? " and " : " or ", "(", ")");
      for (Filter part : filter.getCombinedFilters()) {
        String sql = sql(part);
        if (sql == null) {
          return null;
        }
        parts.add(united ? ALTERNATIVE + sql : sql);
      }
      return parts.toString();
    }
    if (filter.isNotFilter()) {
      String inner = sql(filter.getInvertedFilter());
      return inner == null ? null : "not coalesce(" + inner + ", false)";
    }
    if (filter.isComplexValueFilter()) {
      String list = name(filter.getAttributePath());
      if (kind == ResourceKind.USER && EMAILS.equals(list)) {
        return email(filter.getValueFilter());
      }
      return memberships.attribute().equals(list) ? membership(filter.getValueFilter()) : null;
    }
    return comparison(filter);
  }

  /** Whether an index finds the few resources for which it holds. */
  private static boolean isSelective(Filter filter) {
    if (filter.isComplexValueFilter()) {
      return EMAILS.equals(name(filter.getAttributePath()));
    }
    return filter.getFilterType() == FilterType.EQUAL
        && KEYS.contains(String.valueOf(name(filter.getAttributePath())));
  }

  /** Of one e-mail address: its value, or its value and its type, in any order. */
  private @Nullable String email(Filter filter) {
    EmailCondition email = new EmailCondition();
    for (Filter part : conjuncts(filter)) {
      String name = part.getFilterType() == FilterType.EQUAL ? name(part.getAttributePath()) : null;
      boolean isValue = "value".equals(name);
      if ((!isValue && !"type".equals(name)) || !part.getComparisonValue().isTextual()) {
        return null;
      }
      String key = String.valueOf(NameKey.of(part.getComparisonValue().textValue()));
      email = isValue ? email.value(parameter(key)) : email.type(parameter(key));
    }
    return email.sql();
  }

  /** What must hold, all of it. */
  static List<Filter> conjuncts(Filter filter) {
    return filter.getFilterType() == FilterType.AND
        ? filter.getCombinedFilters().stream().flatMap(part -> conjuncts(part).stream()).toList()
        : List.of(filter);
  }

  private @Nullable String comparison(Filter filter) {
    String name = name(filter.getAttributePath());
    if (name == null) {
      return null;
    }
    JsonNode value = filter.isComparisonFilter() ? filter.getComparisonValue() : null;
    return switch (name) {
      case "username" -> folded("r.user_name_key", filter, value);
      case "displayname" -> folded("r.display_key", filter, value);
      case "externalid" -> exact("r.external_id", filter, value);
      case "id" -> exact("r.id", filter, value);
      case "active" -> flag(filter, value);
      case "meta.created" -> time("r.created", filter, value);
      case "meta.lastmodified" -> time("r.last_modified", filter, value);
      case "emails.value" -> emailValue(filter, value);
      default -> {
        String attribute = memberships.part(name);
        String sql = attribute == null ? null : member(attribute, filter);
        yield sql == null ? null : memberships.among(sql);
      }
    };
  }

  /** The attribute's name in lower case; null for paths with a filter, or of another schema. */
  private static @Nullable String name(Path path) {
    String urn = path.getSchemaUrn();
    if (urn != null && !urn.regionMatches(true, 0, CORE, 0, CORE.length())) {
      return null;
    }
    StringJoiner name = new StringJoiner(".");
    for (Path.Element element : path) {
      if (element.getValueFilter() != null) {
        return null;
      }
      name.add(element.getAttribute().toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }

  /** Of one membership: what of it must hold, all at once. */
  private @Nullable String membership(Filter filter) {
    StringJoiner all = new StringJoiner(" and ");
    for (Filter part : conjuncts(filter)) {
      boolean isPlain = part.isComparisonFilter() || part.isPresentFilter();
      String sql = isPlain ? member(String.valueOf(name(part.getAttributePath())), part) : null;
      if (sql == null) {
        return null;
      }
      all.add(sql);
    }
    return memberships.among(all.toString());
  }

  /** What must hold of an attribute of a membership. */
  private @Nullable String member(String attribute, Filter filter) {
    JsonNode value = filter.isComparisonFilter() ? filter.getComparisonValue() : null;
    return switch (attribute) {
      case "value" -> exact(memberships.other(), filter, value);
      case "type" -> kind == ResourceKind.GROUP ? folded("lower(m.type)", filter, value) : null;
      case "display" -> {
        String sql = kind == ResourceKind.USER ? folded("g.display_key", filter, value) : null;
        yield sql == null ? null : MembershipList.IN_GROUP + sql + ")";
      }
      default -> null;
    };
  }

  private @Nullable String emailValue(Filter filter, @Nullable JsonNode value) {
    boolean isEqual = kind == ResourceKind.USER && filter.getFilterType() == FilterType.EQUAL;
    if (!isEqual || value == null || !value.isTextual()) {
      return null;
    }
    String key = String.valueOf(NameKey.of(value.textValue()));
    return new EmailCondition().value(parameter(key)).sql();
  }

  private @Nullable String folded(String column, Filter filter, @Nullable JsonNode value) {
    if (filter.isPresentFilter()) {
      return column + " is not null";
    }
    if (value == null || !value.isTextual()) {
      return null;
    }
    String key = String.valueOf(NameKey.of(value.textValue()));
    String like = key.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return switch (filter.getFilterType()) {
      case EQUAL -> column + " = " + parameter(key);
      case NOT_EQUAL -> "(" + column + " is null or " + column + " <> " + parameter(key) + ")";
      case CONTAINS -> column + " like " + parameter("%" + like + "%") + " escape '!'";
      case STARTS_WITH -> prefixed(column, key);
      case ENDS_WITH -> column + " like " + parameter("%" + like) + " escape '!'";
      default -> null;
    };
  }

  /** A range of the index: keys compare by their bytes, which is the order of code points. */
  private String prefixed(String column, String prefix) {
    String from = column + " >= " + parameter(prefix);
    int[] points = prefix.codePoints().toArray();
    for (int last = points.length - 1; last >= 0; last--) {
      if (points[last] < Character.MAX_CODE_POINT) {
        boolean jumps = points[last] + 1 == Character.MIN_SURROGATE;
        points[last] = jumps ? Character.MAX_SURROGATE + 1 : points[last] + 1;
        return "("
            + from
            + " and "
            + column
            + " < "
            + parameter(new String(points, 0, last + 1))
            + ")";
      }
    }
    return from;
  }

  private @Nullable String exact(String column, Filter filter, @Nullable JsonNode value) {
    if (filter.isPresentFilter()) {
      return column + " is not null";
    }
    if (value == null || !value.isTextual()) {
      return null;
    }
    return switch (filter.getFilterType()) {
      case EQUAL -> column + " = " + parameter(value.textValue());
      case NOT_EQUAL ->
          "(" + column + " is null or " + column + " <> " + parameter(value.textValue()) + ")";
      default -> null;
    };
  }

  private static @Nullable String flag(Filter filter, @Nullable JsonNode value) {
    boolean equal = filter.getFilterType() == FilterType.EQUAL;
    if (!equal || value == null || !value.isBoolean()) {
      return null;
    }
    return "r.active = " + (value.booleanValue() ? 1 : 0);
  }

  private @Nullable String time(String column, Filter filter, @Nullable JsonNode value) {
    String operator =
        switch (filter.getFilterType()) {
          case EQUAL -> " = ";
          case NOT_EQUAL -> " <> ";
          case GREATER_THAN -> " > ";
          case GREATER_OR_EQUAL -> " >= ";
          case LESS_THAN -> " < ";
          case LESS_OR_EQUAL -> " <= ";
          default -> "";
        };
    return value == null || value.isNull() || operator.isEmpty()
        ? null
        : column + operator + parameter(FilterTime.of(value).toEpochMilli());
  }

  private String parameter(Object value) {
    String name = "f" + parameters.size();
    parameters.put(name, value);
    return ":" + name;
  }
}
