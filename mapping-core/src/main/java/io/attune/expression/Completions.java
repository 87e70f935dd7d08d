package io.attune.expression;

import io.attune.profile.AttributeDefinition;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may stand at a place of a text that need not be an expression yet: attributes with kind and
 * title, functions with signature and doc line. Secrets are never offered.
 */
public final class Completions {
  private final ExpressionScope scope;
  private final Roots roots;
  private final List<Completion> found = new ArrayList<>();

  private Completions(ExpressionScope scope) {
    this.scope = scope;
    this.roots = new Roots(scope);
  }

  /**
   * What may stand there, in the order of the schemas and of the function table.
   *
   * @param text what is written so far
   * @param column where the caret stands, from 1, in code points; behind the text its length + 1
   * @throws IllegalArgumentException if the column lies outside of the text
   */
  public static List<Completion> at(String text, int column, ExpressionScope scope) {
    if (column < 1 || column > text.codePointCount(0, text.length()) + 1) {
      throw new IllegalArgumentException("column " + column + " lies outside of the text");
    }
    int caret = text.offsetByCodePoints(0, column - 1);
    if (isQuoted(text, caret)) {
      return List.of();
    }
    int from = caret;
    while (from > 0 && isPartOfPath(text.charAt(from - 1))) {
      from--;
    }
    String path = text.substring(from, caret).replace("?.", ".");
    int dot = path.lastIndexOf('.');
    Completions completions = new Completions(scope);
    if (dot < 0) {
      completions.names();
    } else {
      completions.members(path.substring(0, dot));
    }
    String word = path.substring(dot + 1);
    return completions.found.stream().filter(each -> each.text().startsWith(word)).toList();
  }

  private static boolean isPartOfPath(char unit) {
    return Character.isLetterOrDigit(unit) || unit == '_' || unit == '.' || unit == '?';
  }

  /** Whether a place is within a text literal, where there is nothing to offer. */
  private static boolean isQuoted(String text, int caret) {
    char open = 0;
    for (int index = 0; index < caret; index++) {
      char unit = text.charAt(index);
      if (open == 0 && (unit == '\'' || unit == '"')) {
        open = unit;
      } else if (unit == open) {
        open = 0;
      }
    }
    return open != 0;
  }

  /** Whatever may begin a path. */
  private void names() {
    for (String name : roots.names()) {
      Roots.Root root = roots.find(name);
      if (root != null && isReadable(root)) {
        found.add(new Completion(name, "profile or properties", ""));
      }
    }
    attributes(scope.sourceSchema());
    for (String namespace : FunctionTable.namespaces()) {
      if (roots.find(namespace) == null) {
        found.add(new Completion(namespace, "functions", ""));
      }
    }
    functions("");
  }

  private boolean isReadable(Roots.Root root) {
    return switch (scope.direction()) {
      case TO_OKTA -> root.kind() != Roots.Kind.USER;
      case TO_APP -> !root.isAppUserByAlias();
      default -> true;
    };
  }

  /** Whatever may stand behind a base and a dot. */
  private void members(String base) {
    Roots.Root root = roots.find(base);
    boolean unreadable = root != null && !isReadable(root);
    if (unreadable) {
      return;
    }
    ProfileSchema schema = root == null ? null : root.schema();
    if (schema != null) {
      attributes(schema);
    }
    functions(base + ".");
    Kind kind = root == null && !FunctionTable.namespaces().contains(base) ? kind(base) : null;
    if (kind != null) {
      boolean array = Kinds.ARRAYS.has(kind);
      methods(FunctionTable.methods(array ? Kind.ARRAY : kind));
    }
  }

  /** The kind of an attribute that is written out; text where it is not known. */
  private Kind kind(String base) {
    int dot = base.lastIndexOf('.');
    Roots.@Nullable Root root = dot < 0 ? roots.source() : roots.find(base.substring(0, dot));
    ProfileSchema schema = root == null ? null : root.schema();
    AttributeDefinition attribute =
        schema == null ? null : schema.attribute(base.substring(dot + 1));
    Kind kind = attribute == null ? Kind.STRING : Kind.of(attribute.kind());
    return Kinds.TEXTUAL.has(kind) ? Kind.STRING : kind;
  }

  private void attributes(ProfileSchema schema) {
    for (String name : NameCompiler.nameable(schema)) {
      AttributeDefinition attribute = schema.attribute(name);
      if (attribute != null) {
        found.add(new Completion(name, attribute.kind().label(), attribute.title()));
      }
    }
  }

  private void functions(String prefix) {
    for (Function function : FunctionTable.all()) {
      String name = function.name();
      boolean here = name.startsWith(prefix) && name.indexOf('.', prefix.length()) < 0;
      if (here && function.instead() == null) {
        found.add(
            new Completion(
                name.substring(prefix.length()), function.signature(), function.documentation()));
      }
    }
  }

  private void methods(Map<String, Function> methods) {
    methods.forEach(
        (name, method) ->
            found.add(new Completion(name, method.methodSignature(), method.documentation())));
  }
}
