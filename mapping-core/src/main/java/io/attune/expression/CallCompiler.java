package io.attune.expression;

import io.attune.expression.spel.Place;
import io.attune.expression.spel.Syntax;
import java.util.List;

/** Looks functions up and checks their arguments. Source: expression-language 3. */
final class CallCompiler {
  private final Compiler compiler;

  CallCompiler(Compiler compiler) {
    this.compiler = compiler;
  }

  boolean isNamespace(String name) {
    return name.equals("String");
  }

  List<String> namespaces() {
    return List.of("String");
  }

  Node function(Place place, String name, List<Syntax> arguments) {
    compiler.error(IssueCode.UNKNOWN_FUNCTION, place, "there is no function `" + name + "`", "");
    return compiler.broken(place);
  }

  Node method(Node receiver, Syntax.Invoke invoke, int column) {
    return function(invoke.place(), invoke.name(), invoke.arguments());
  }
}
