package io.attune.expression;

import io.attune.expression.spel.FrontEnd;
import io.attune.expression.spel.Syntax;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that a text reads, whether it compiles or not: nothing may be taken away that
 * somebody's expression still names. Where it cannot be known whose attribute is meant, everyone's
 * is. Source: okta-behaviour 2.14.
 */
public final class AttributeReads {
  private static final Set<String> OF_A_USER =
      Set.of("getManagerUser", "getAssistantUser", "getLinkedObject");
  private static final Set<String> OF_AN_APP_USER =
      Set.of("getManagerAppUser", "getAssistantAppUser", "findDirectoryUser", "findWorkdayUser");

  private final String text;
  private final ExpressionScope scope;
  private final Roots roots;
  private final Set<AttributeRead> found = new LinkedHashSet<>();

  private AttributeReads(String text, ExpressionScope scope) {
    this.text = text;
    this.scope = scope;
    this.roots = new Roots(scope);
  }

  /** All of them by column; {@code scope} says what names stand for. */
  public static List<AttributeRead> of(String text, ExpressionScope scope) {
    AttributeReads reads = new AttributeReads(text, scope);
    if (FrontEnd.parse(text) instanceof FrontEnd.Tree tree) {
      reads.in(tree.syntax());
    } else {
      reads.inWords();
    }
    List<AttributeRead> sorted = new ArrayList<>(reads.found);
    sorted.sort(Comparator.comparingInt(AttributeRead::column));
    return sorted;
  }

  private void in(Syntax syntax) {
    if (syntax instanceof Syntax.Name name) {
      bare(name.name(), name.place().offset());
    } else if (syntax instanceof Syntax.Path path) {
      path(path);
    } else {
      Parts.of(syntax).forEach(this::in);
    }
  }

  private void path(Syntax.Path path) {
    List<Syntax.Step> steps = path.steps();
    boolean rooted = path.base() instanceof Syntax.Name name && rooted(name, steps);
    if (!rooted) {
      in(path.base());
    }
    String call = path.base() instanceof Syntax.Call function ? function.name() : "";
    List<Syntax> arguments =
        path.base() instanceof Syntax.Call function ? function.arguments() : List.of();
    for (Syntax.Step step : steps) {
      if (step instanceof Syntax.Member member) {
        related(call, arguments, member);
      }
      call = step instanceof Syntax.Invoke invoke ? invoke.name() : "";
      arguments = step instanceof Syntax.Invoke invoke ? invoke.arguments() : List.of();
      arguments.forEach(this::in);
    }
  }

  /** Whether a path begins at a root, or with a namespace of functions. */
  private boolean rooted(Syntax.Name name, List<Syntax.Step> steps) {
    Roots.Root root = roots.find(name.name());
    if (root != null && steps.get(0) instanceof Syntax.Member member) {
      of(root, member.name(), member.place().offset());
      if (member.name().equals("profile")
          && steps.size() > 1
          && steps.get(1) instanceof Syntax.Member inner) {
        of(root, inner.name(), inner.place().offset());
      }
      return true;
    }
    boolean namespace = FunctionTable.namespaces().contains(name.name());
    return root != null || (namespace && steps.get(0) instanceof Syntax.Invoke);
  }

  /** A member of somebody whom a function found. */
  private void related(String call, List<Syntax> arguments, Syntax.Member member) {
    int offset = member.place().offset();
    if (OF_A_USER.contains(call)) {
      add(null, member.name(), offset);
    } else if (OF_AN_APP_USER.contains(call)) {
      Syntax app = arguments.size() > 1 ? arguments.get(1) : null;
      if (app instanceof Syntax.Literal literal && literal.value() instanceof String name) {
        add(name, member.name(), offset);
      } else {
        ofAnyApp(member.name(), offset);
      }
    }
  }

  private void ofAnyApp(String attribute, int offset) {
    add(scope.appName(), attribute, offset);
    scope.otherApps().forEach(other -> add(other.name(), attribute, offset));
  }

  private void bare(String name, int offset) {
    boolean isRoot = roots.find(name) != null && scope.sourceSchema().slot(name) < 0;
    if (!isRoot) {
      of(roots.source(), name, offset);
    }
  }

  private void of(Roots.Root root, String attribute, int offset) {
    switch (root.kind()) {
      case USER -> add(null, attribute, offset);
      case APP_USER -> add(scope.appName(), attribute, offset);
      case OTHER_APP -> add(root.name(), attribute, offset);
      default -> {}
    }
  }

  private void add(@Nullable String app, String attribute, int offset) {
    int column = text.codePointCount(0, Math.min(offset, text.length())) + 1;
    found.add(new AttributeRead(app, attribute, column));
  }

  /** What cannot be parsed is read word by word; what stands in quotes is no name. */
  private void inWords() {
    int at = 0;
    char open = 0;
    while (at < text.length()) {
      char unit = text.charAt(at);
      if (open != 0 || unit == '\'' || unit == '"') {
        open = open == 0 ? unit : unit == open ? 0 : open;
        at++;
      } else if (isStart(unit)) {
        at = words(at);
      } else {
        at++;
      }
    }
  }

  private static boolean isStart(char unit) {
    return Character.isLetter(unit) || unit == '_';
  }

  /** Reads names with dots between them; answers where they end. */
  private int words(int start) {
    List<String> names = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    int at = start;
    while (at < text.length() && isStart(text.charAt(at))) {
      int end = at;
      while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
        end++;
      }
      names.add(text.substring(at, end));
      offsets.add(at);
      at = text.startsWith("?.", end) ? end + 2 : text.startsWith(".", end) ? end + 1 : end;
    }
    Roots.Root root = roots.find(names.get(0));
    if (root == null) {
      of(roots.source(), names.get(0), start);
    }
    for (int index = 1; root != null && index < Math.min(3, names.size()); index++) {
      of(root, names.get(index), offsets.get(index));
    }
    return at;
  }
}
