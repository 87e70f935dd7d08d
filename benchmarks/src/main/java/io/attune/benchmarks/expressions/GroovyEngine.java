package io.attune.benchmarks.expressions;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import groovy.lang.Script;
import java.util.List;

/**
 * Groovy as its guide to integration says: scripts parsed into classes once, each run over a
 * binding. One instance a script is kept, which serves one thread.
 */
final class GroovyEngine implements Engine {
  private final GroovyShell shell = new GroovyShell();

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
        "user.level * 1000L + " + set + "L",
        "user.costCenter.replace('-', '') + ', ' + user.city");
  }

  @Override
  public MappingSet compile(int set) {
    Script[] scripts = texts(set).stream().map(shell::parse).toArray(Script[]::new);
    return (person, out) -> {
      Binding binding = new Binding(person.variables());
      for (int index = 0; index < scripts.length; index++) {
        scripts[index].setBinding(binding);
        out[index] = scripts[index].run();
      }
    };
  }
}
