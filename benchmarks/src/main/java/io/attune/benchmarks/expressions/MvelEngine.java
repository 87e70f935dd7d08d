package io.attune.benchmarks.expressions;

import java.io.Serializable;
import java.util.List;
import org.mvel2.MVEL;

/** MVEL 2: expressions compiled once. */
final class MvelEngine implements Engine {
  private static List<String> texts(int set) {
    return List.of(
        "user.firstName + ' ' + user.lastName",
        "user.department.toUpperCase()",
        "user.login.substring(0, user.login.indexOf('@'))",
        "user.email == null ? user.login : user.email",
        "user.active ? 'ACTIVE " + set + "' : 'INACTIVE'",
        "user.nickName == null ? user.firstName : user.nickName",
        "user.level > 5 ? 'senior' : (user.level > 2 ? 'regular' : 'junior')",
        "user.login",
        "user.firstName.substring(0, 1) + user.lastName",
        "user.department == 'Sales' || user.department == 'Marketing'",
        "user.level * 1000 + " + set,
        "user.costCenter.replace('-', '') + ', ' + user.city");
  }

  @Override
  public MappingSet compile(int set) {
    Serializable[] expressions =
        texts(set).stream().map(MVEL::compileExpression).toArray(Serializable[]::new);
    return (person, out) -> {
      for (int index = 0; index < expressions.length; index++) {
        out[index] = MVEL.executeExpression(expressions[index], person.withNulls());
      }
    };
  }
}
