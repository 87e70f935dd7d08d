package io.attune.benchmarks.expressions;

import java.util.List;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.MapContext;

/** Apache Commons JEXL 3: expressions created once and held. */
final class JexlEngine implements Engine {
  private final org.apache.commons.jexl3.JexlEngine engine =
      new JexlBuilder().strict(false).silent(false).safe(true).create();

  private static List<String> texts(int set) {
    return List.of(
        "user.firstName + ' ' + user.lastName",
        "user.department.toUpperCase()",
        "user.login.substring(0, user.login.indexOf('@'))",
        "user.email == null ? user.login : user.email",
        "user.active ? 'ACTIVE " + set + "' : 'INACTIVE'",
        "user.nickName ?: user.firstName",
        "user.level > 5 ? 'senior' : user.level > 2 ? 'regular' : 'junior'",
        "user.login",
        "user.firstName.substring(0, 1) + user.lastName",
        "user.department == 'Sales' || user.department == 'Marketing'",
        "user.level * 1000 + " + set,
        "user.costCenter.replace('-', '') + ', ' + user.city");
  }

  @Override
  public MappingSet compile(int set) {
    JexlExpression[] expressions =
        texts(set).stream().map(engine::createExpression).toArray(JexlExpression[]::new);
    return (person, out) -> {
      MapContext context = new MapContext(person.variables());
      for (int index = 0; index < expressions.length; index++) {
        out[index] = expressions[index].evaluate(context);
      }
    };
  }
}
