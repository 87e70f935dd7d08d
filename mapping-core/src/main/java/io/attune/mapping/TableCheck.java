package io.attune.mapping;

import io.attune.expression.Direction;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a table as a whole before it runs: nothing here hinders it, and all of it is
 * worth a look. Source: okta-behaviour 1.1.8, 1.2.11, 1.6.38, 2.20, 4.1.2.
 */
public final class TableCheck {
  /** Written by the username format or by Sign On, so they need no mapping. */
  private static final Set<String> NAMED_ELSEWHERE = Set.of("login", "userName");

  private final MappingTable table;
  private final Direction direction;
  private final ProfileSchema target;
  private final List<MappingIssue> issues = new ArrayList<>();

  private TableCheck(MappingTable table, Direction direction, ProfileSchema target) {
    this.table = table;
    this.direction = direction;
    this.target = target;
  }

  /**
   * Everything to say about a table, by target name.
   *
   * @param direction {@link Direction#TO_OKTA} or {@link Direction#TO_APP}
   * @param target the schema of what it writes
   * @param isProfileSource whether the app is a profile source
   * @param hasUsernameFormat whether a username format of its own computes the login
   */
  public static List<MappingIssue> of(
      MappingTable table,
      Direction direction,
      ProfileSchema target,
      boolean isProfileSource,
      boolean hasUsernameFormat) {
    TableCheck check = new TableCheck(table, direction, target);
    check.namesByCase();
    check.requiredUnmapped();
    for (AttributeMapping mapping : table.mappings()) {
      check.pushStatus(mapping, isProfileSource);
      check.neverSent(mapping);
      if (hasUsernameFormat && direction == Direction.TO_OKTA && mapping.target().equals("login")) {
        check.warn(
            mapping.target(),
            "TWO_WRITERS",
            "`login` has a mapping and a username format; the mapping wins",
            "remove one of them");
      }
    }
    check.issues.sort((left, right) -> left.target().compareTo(right.target()));
    return List.copyOf(check.issues);
  }

  private void namesByCase() {
    Map<String, String> folded = new TreeMap<>();
    for (String name : table.mappings().stream().map(AttributeMapping::target).sorted().toList()) {
      String other = folded.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
      if (other != null) {
        String message = "`" + other + "` and `" + name + "` differ only by case";
        warn(name, "NAMES_BY_CASE", message, "");
      }
    }
  }

  private void requiredUnmapped() {
    Set<String> mapped =
        Set.copyOf(table.mappings().stream().map(AttributeMapping::target).toList());
    for (AttributeDefinition attribute : target.attributes()) {
      boolean needed = attribute.required() && attribute.defaultValue() == null;
      String name = attribute.name();
      if (needed && !mapped.contains(name) && !NAMED_ELSEWHERE.contains(name)) {
        String message = "`" + name + "` is required, and nothing writes it";
        warn(name, "REQUIRED_UNMAPPED", message, "map it, or give it a default");
      }
    }
  }

  private void pushStatus(AttributeMapping mapping, boolean isProfileSource) {
    PushStatus said = mapping.pushStatus();
    PushStatus effective = effective(direction, isProfileSource, said);
    if (said != null && said != effective) {
      String role = isProfileSource ? "a profile source" : "an app that is no profile source";
      String message = "`" + said + "` means nothing for " + role + "; `" + effective + "` counts";
      warn(mapping.target(), "PUSH_STATUS_DERIVED", message, "write `" + effective + "`");
    }
  }

  private void neverSent(AttributeMapping mapping) {
    AttributeDefinition attribute = target.attribute(mapping.target());
    boolean unsent =
        attribute != null
            && attribute.external() != null
            && attribute.external().namespace() == null;
    if (direction == Direction.TO_APP && unsent) {
      String message = "`" + mapping.target() + "` has no `externalNamespace` and is never sent";
      warn(mapping.target(), "NEVER_SENT", message, "give it a namespace in the app's schema");
    }
  }

  /**
   * When a mapping writes, whatever the table says: To Okta it follows from the app being a source;
   * To App a mapping that says nothing writes on create and update.
   */
  public static PushStatus effective(
      Direction direction, boolean isProfileSource, @Nullable PushStatus said) {
    if (direction == Direction.TO_OKTA) {
      return isProfileSource ? PushStatus.PUSH : PushStatus.DONT_PUSH;
    }
    return said == null ? PushStatus.PUSH : said;
  }

  private void warn(String attribute, String code, String message, String hint) {
    issues.add(new MappingIssue(attribute, code, false, message, hint, null));
  }
}
