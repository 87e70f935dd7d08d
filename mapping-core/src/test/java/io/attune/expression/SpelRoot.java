package io.attune.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What SpEL evaluates over: namespaces and the user by name, and the functions that stand alone.
 * The groups and the people are those of {@link DifferentialTest}.
 */
public final class SpelRoot extends LinkedHashMap<String, Object> {
  private static final long serialVersionUID = 1;
  static final List<Map<String, Object>> GROUPS =
      List.of(
          Map.of("id", "00g1", "name", "Everyone", "type", "BUILT_IN"),
          Map.of("id", "00g2", "name", "Engineering", "type", "OKTA_GROUP"),
          Map.of("id", "00g3", "name", "Eng-Leads", "type", "OKTA_GROUP"));
  private static final List<String> IDS = List.of("00g1", "00g2", "00g3");

  SpelRoot(Map<String, Object> profile) {
    super(SpelFunctions.namespaces());
    Map<String, Object> user = new LinkedHashMap<>(profile);
    user.put("id", "00u1");
    user.put("status", "ACTIVE");
    user.put("profile", profile);
    put("user", user);
  }

  private static boolean isInOne(Predicate<String> name) {
    return GROUPS.stream().anyMatch(group -> name.test((String) group.get("name")));
  }

  public boolean isMemberOfGroupName(String name) {
    return isInOne(name::equals);
  }

  public boolean isMemberOfGroup(String id) {
    return IDS.contains(id);
  }

  public boolean isMemberOfAnyGroup(String... ids) {
    return List.of(ids).stream().anyMatch(IDS::contains);
  }

  public boolean isMemberOfGroupNameStartsWith(String prefix) {
    return isInOne(name -> name.startsWith(prefix));
  }

  public boolean isMemberOfGroupNameContains(String part) {
    return isInOne(name -> name.contains(part));
  }

  public boolean isMemberOfGroupNameRegex(String pattern) {
    return isInOne(name -> name.matches(pattern));
  }

  public List<?> getFilteredGroups(List<?> ids, String field, long limit) {
    return GROUPS.stream()
        .filter(group -> ids.contains(group.get("id")))
        .map(group -> group.get("name"))
        .limit(limit)
        .toList();
  }

  public Map<String, Object> getManagerAppUser(String source, String attributeSource) {
    return Map.of("badge", "boss of " + source + " at " + attributeSource);
  }

  public Map<String, Object> getAssistantAppUser(String source, String attributeSource) {
    return Map.of("badge", "aide of " + source + " at " + attributeSource);
  }

  public boolean hasWorkdayUser() {
    return false;
  }

  public @Nullable Map<String, Object> findWorkdayUser() {
    return null;
  }

  public Map<String, Object> getManagerUser(String source) {
    return Map.of("login", "Charles of " + source);
  }

  public @Nullable Map<String, Object> getAssistantUser(String source) {
    return null;
  }

  public boolean hasDirectoryUser() {
    return true;
  }

  public Map<String, Object> findDirectoryUser() {
    return Map.of("login", "Augusta");
  }
}
