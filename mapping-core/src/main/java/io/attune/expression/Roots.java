package io.attune.expression;

import io.attune.profile.ProfileSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that may begin a path in a scope. Source: expression-language 2. */
final class Roots {
  private static final Set<String> WELL_KNOWN =
      Set.of(Names.USER, Names.APP_USER, Names.APP_USER_ALIAS, Names.SOURCE, Names.APP, Names.ORG);

  private final Map<String, Root> byName = new LinkedHashMap<>();
  private final Root source;
  private final boolean sourceSupplied;

  /** What a root stands for. */
  enum Kind {
    USER,
    APP_USER,
    OTHER_APP,
    APP,
    ORG
  }

  /**
   * @param name its canonical name
   * @param spelled how the scope spells it, which may be an alias
   * @param schema null for properties, and where the scope is untyped
   * @param otherApp its place among the other apps, or -1
   */
  record Root(
      String name, String spelled, Kind kind, @Nullable ProfileSchema schema, int otherApp) {
    /** How messages name it. */
    String label() {
      return spelled;
    }

    /** Whether it is {@code appuser}, not the app's own name, which may be read either way. */
    boolean isAppUserByAlias() {
      return kind == Kind.APP_USER
          && (spelled.equals(Names.APP_USER) || spelled.equals(Names.APP_USER_ALIAS));
    }
  }

  Roots(ExpressionScope scope) {
    if (scope.isUntyped()) {
      for (String name : scope.roots()) {
        add(untyped(name));
      }
      sourceSupplied = byName.containsKey(Names.USER) || byName.containsKey(Names.APP_USER);
    } else {
      typed(scope);
      sourceSupplied = true;
    }
    boolean user = scope.sourceIsUser();
    ProfileSchema schema = scope.isUntyped() ? null : scope.sourceSchema();
    source =
        new Root(
            user ? Names.USER : Names.APP_USER,
            Names.SOURCE,
            user ? Kind.USER : Kind.APP_USER,
            schema,
            -1);
    if (sourceSupplied) {
      byName.put(Names.SOURCE, source);
    }
  }

  private static Root untyped(String name) {
    Kind kind =
        switch (name) {
          case Names.USER -> Kind.USER;
          case Names.APP_USER -> Kind.APP_USER;
          case Names.APP -> Kind.APP;
          case Names.ORG -> Kind.ORG;
          default -> Kind.OTHER_APP;
        };
    return new Root(name, name, kind, null, -1);
  }

  private void typed(ExpressionScope scope) {
    add(new Root(Names.USER, Names.USER, Kind.USER, scope.userSchema(), -1));
    ProfileSchema appSchema = scope.appSchema();
    add(new Root(Names.APP_USER, Names.APP_USER, Kind.APP_USER, appSchema, -1));
    add(new Root(Names.APP, Names.APP, Kind.APP, null, -1));
    add(new Root(Names.ORG, Names.ORG, Kind.ORG, null, -1));
    String app = scope.appName();
    byName.putIfAbsent(app, new Root(Names.APP_USER, app, Kind.APP_USER, appSchema, -1));
    String properties = app + Names.APP_SUFFIX;
    byName.putIfAbsent(properties, new Root(Names.APP, properties, Kind.APP, null, -1));
    List<ExpressionScope.OtherApp> others = scope.otherApps();
    for (int index = 0; index < others.size(); index++) {
      ExpressionScope.OtherApp other = others.get(index);
      byName.putIfAbsent(
          other.name(),
          new Root(other.name(), other.name(), Kind.OTHER_APP, other.schema(), index));
    }
  }

  private void add(Root root) {
    byName.put(root.name(), root);
    if (root.kind() == Kind.APP_USER) {
      Root alias = new Root(root.name(), Names.APP_USER_ALIAS, root.kind(), root.schema(), -1);
      byName.put(Names.APP_USER_ALIAS, alias);
    }
  }

  /** The root of this name, or null. */
  @Nullable Root find(String name) {
    return byName.get(name);
  }

  /** What {@code source} and bare names stand for. */
  Root source() {
    return source;
  }

  boolean sourceIsSupplied() {
    return sourceSupplied;
  }

  /** All names, in a fixed order. */
  List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** Whether every scope knows what the name would mean. */
  static boolean isWellKnown(String name) {
    return WELL_KNOWN.contains(name);
  }
}
