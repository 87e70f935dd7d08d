package io.attune.expression;

import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an expression may name, and where it stands. Immutable. Source: expression-language 2.
 *
 * <p>The order of {@link #otherApps()} is the order in which {@link OtherApps} is asked.
 */
public final class ExpressionScope {
  private final Direction direction;
  private final ProfileSchema userSchema;
  private final ProfileSchema appSchema;
  private final String appName;
  private final List<OtherApp> otherApps;
  private final Set<String> roots;

  /** An app that is not the one being mapped: its name in expressions and its schema. */
  public record OtherApp(String name, ProfileSchema schema) {}

  private ExpressionScope(
      Direction direction,
      ProfileSchema userSchema,
      String appName,
      ProfileSchema appSchema,
      List<OtherApp> otherApps,
      Set<String> roots) {
    this.direction = direction;
    this.userSchema = userSchema;
    this.appName = appName;
    this.appSchema = appSchema;
    this.otherApps = List.copyOf(otherApps);
    this.roots = roots;
  }

  /** A mapping of an app's users into Okta users. */
  public static ExpressionScope toOkta(
      ProfileSchema userSchema, String appName, ProfileSchema appSchema) {
    return new ExpressionScope(
        Direction.TO_OKTA, userSchema, appName, appSchema, List.of(), Set.of());
  }

  /** A mapping of Okta users into an app's users. */
  public static ExpressionScope toApp(
      ProfileSchema userSchema, String appName, ProfileSchema appSchema) {
    return new ExpressionScope(
        Direction.TO_APP, userSchema, appName, appSchema, List.of(), Set.of());
  }

  /**
   * The username format of an import: {@code source} and bare names are the app user, and {@code
   * user} may be read too.
   */
  public static ExpressionScope usernameFormat(
      ProfileSchema userSchema, String appName, ProfileSchema appSchema) {
    return new ExpressionScope(
        Direction.USERNAME_FORMAT, userSchema, appName, appSchema, List.of(), Set.of());
  }

  /**
   * No schemas: unknown attributes are null and kinds are decided at run time.
   *
   * @param roots exactly the names that may begin a path: {@code user}, {@code appuser}, {@code
   *     app}, {@code org} and app names
   */
  public static ExpressionScope untyped(Set<String> roots) {
    ProfileSchema none = ProfileSchema.of();
    Set<String> ordered = new TreeSet<>(roots);
    if (ordered.remove("appUser")) {
      ordered.add("appuser");
    }
    return new ExpressionScope(Direction.UNTYPED, none, "", none, List.of(), ordered);
  }

  /**
   * The same, where expressions may also name this app.
   *
   * @throws IllegalArgumentException if the scope already knows an app of this name
   */
  public ExpressionScope withApp(String name, ProfileSchema schema) {
    if (name.equals(appName) || otherApp(name) >= 0) {
      throw new IllegalArgumentException("app `" + name + "` is already in scope");
    }
    List<OtherApp> more = new ArrayList<>(otherApps);
    more.add(new OtherApp(name, schema));
    return new ExpressionScope(direction, userSchema, appName, appSchema, more, roots);
  }

  /** Where the expression stands. */
  public Direction direction() {
    return direction;
  }

  /** The schema of {@code user}; empty where untyped. */
  public ProfileSchema userSchema() {
    return userSchema;
  }

  /** The schema of {@code appuser}; empty where untyped. */
  public ProfileSchema appSchema() {
    return appSchema;
  }

  /** The name of the app being mapped; empty where untyped. */
  public String appName() {
    return appName;
  }

  /** The other apps, in a fixed order. */
  public List<OtherApp> otherApps() {
    return otherApps;
  }

  /** For an untyped scope: the roots that the input supplies, in order of name. */
  public Set<String> roots() {
    return roots;
  }

  /** The place of an app among {@link #otherApps()}, or -1. */
  int otherApp(String name) {
    for (int index = 0; index < otherApps.size(); index++) {
      if (otherApps.get(index).name().equals(name)) {
        return index;
      }
    }
    return -1;
  }

  boolean isUntyped() {
    return direction == Direction.UNTYPED;
  }

  /** Whether {@code source} and bare names are the Okta user. */
  boolean sourceIsUser() {
    return isUntyped() ? !roots.contains("appuser") : direction == Direction.TO_APP;
  }

  /** The schema behind {@code source} and bare names. */
  ProfileSchema sourceSchema() {
    return sourceIsUser() ? userSchema : appSchema;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ExpressionScope scope
        && direction == scope.direction
        && appName.equals(scope.appName)
        && roots.equals(scope.roots)
        && userSchema.equals(scope.userSchema)
        && appSchema.equals(scope.appSchema)
        && otherApps.equals(scope.otherApps);
  }

  @Override
  public int hashCode() {
    return Objects.hash(direction, userSchema, appName, appSchema, otherApps, roots);
  }
}
