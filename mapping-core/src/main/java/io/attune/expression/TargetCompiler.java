package io.attune.expression;

import io.attune.expression.spel.Syntax;
import io.attune.profile.AttributeDefinition;
import org.jspecify.annotations.Nullable;

/** Converts a result into the kind of its target. Source: expression-language 4. */
final class TargetCompiler {
  private TargetCompiler() {}

  static Node convert(
      Compiler compiler, Syntax syntax, Node node, @Nullable AttributeDefinition target) {
    return node;
  }
}
