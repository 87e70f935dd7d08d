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
  private static final Map<String, String> NAMES =
      Map.of("00g1", "Everyone", "00g2", "Engineering", "00g3", "Eng-Leads");

  SpelRoot(Map<String, Object> user) {
    super(SpelFunctions.namespaces());
    put("user", user);
  }

  private static boolean isInOne(Predicate<String> name) {
    return NAMES.values().stream().anyMatch(name);
  }

  public boolean isMemberOfGroupName(String name) {
    return isInOne(name::equals);
  }

  public boolean isMemberOfGroup(String id) {
    return NAMES.containsKey(id);
  }

  public boolean isMemberOfAnyGroup(String... ids) {
    return List.of(ids).stream().anyMatch(NAMES::containsKey);
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
