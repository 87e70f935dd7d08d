package io.attune.benchmarks.expressions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Script;
import org.mozilla.javascript.ScriptableObject;

/** Rhino: scripts compiled to bytecode once, run in one scope. */
final class RhinoEngine implements Engine {
  private final Context context = Context.enter();
  private final ScriptableObject scope = context.initStandardObjects();

  private static List<String> texts(int set) {
    return List.of(
        "user.firstName + ' ' + user.lastName",
        "user.department.toUpperCase()",
        "user.login.substring(0, user.login.indexOf('@'))",
        "user.email == null ? user.login : user.email",
        "user.active ? 'ACTIVE " + set + "' : 'INACTIVE'",
        "user.nickName || user.firstName",
        "user.level > 5 ? 'senior' : user.level > 2 ? 'regular' : 'junior'",
        "user.login",
        "user.firstName.substring(0, 1) + user.lastName",
        "user.department === 'Sales' || user.department === 'Marketing'",
        "user.level * 1000 + " + set,
        "user.costCenter.replace(/-/g, '') + ', ' + user.city");
  }

  @Override
  public MappingSet compile(int set) {
    context.setInterpretedMode(false);
    Script[] scripts =
        texts(set).stream()
            .map(text -> context.compileString(text, "mapping", 1, null))
            .toArray(Script[]::new);
    return (person, out) -> {
      ScriptableObject.putProperty(scope, "user", person.object());
      for (int index = 0; index < scripts.length; index++) {
        out[index] = value(scripts[index].exec(context, scope));
      }
    };
  }

  /** Concatenations are ropes, and all numbers are doubles. */
  private static @Nullable Object value(Object result) {
    if (result instanceof Number number) {
      return number.longValue();
    }
    return result instanceof CharSequence text ? text.toString() : result;
  }
}
