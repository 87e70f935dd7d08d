package io.attune.expression;

import io.attune.expression.spel.FrontEnd;
import io.attune.expression.spel.Syntax;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of an expression without running it: what it may read, and how it is made. What
 * it reads of related users, groups and other apps is not among the attributes.
 *
 * @param userAttributes the Okta user's attributes that it may read
 * @param appAttributes the attributes of the app user being mapped that it may read
 * @param literals the constants in it, in the order of the text, null left out
 * @param form how it is made
 */
public record ExpressionFacts(
    SortedSet<String> userAttributes,
    SortedSet<String> appAttributes,
    List<Object> literals,
    Form form) {

  /** How an expression is made, as far as it lets one conclude without running it. */
  public enum Form {
    /** A literal: the same value for everybody. */
    CONSTANT,
    /** One attribute as it is. */
    COPY,
    /** The lower case of one attribute: doing it twice changes nothing more. */
    LOWER_CASE,
    /** The upper case of one attribute: doing it twice changes nothing more. */
    UPPER_CASE,
    /** Anything else. */
    OTHER
  }

  /** Copies the collections. */
  public ExpressionFacts {
    userAttributes = Collections.unmodifiableSortedSet(new TreeSet<>(userAttributes));
    appAttributes = Collections.unmodifiableSortedSet(new TreeSet<>(appAttributes));
    literals = List.copyOf(literals);
  }

  /** The facts of a compiled expression. */
  public static ExpressionFacts of(Expression expression) {
    if (!(FrontEnd.parse(expression.text()) instanceof FrontEnd.Tree tree)) {
      throw new IllegalStateException("a compiled expression cannot be read again");
    }
    Reader reader = new Reader(expression.scope());
    reader.read(tree.syntax());
    return new ExpressionFacts(
        reader.user, reader.app, List.copyOf(reader.literals), reader.form(tree.syntax()));
  }

  /** Walks a tree once and collects. */
  private static final class Reader {
    private final SortedSet<String> user = new TreeSet<>();
    private final SortedSet<String> app = new TreeSet<>();
    private final Set<Object> literals = new LinkedHashSet<>();
    private final ExpressionScope scope;
    private final Roots roots;

    Reader(ExpressionScope scope) {
      this.scope = scope;
      this.roots = new Roots(scope);
    }

    void read(Syntax syntax) {
      if (syntax instanceof Syntax.Literal literal && literal.value() != null) {
        literals.add(literal.value());
      } else if (syntax instanceof Syntax.Name name) {
        bare(name.name());
      } else if (syntax instanceof Syntax.Path path) {
        path(path);
      } else {
        inner(syntax).forEach(this::read);
      }
    }

    private static List<Syntax> inner(Syntax syntax) {
      List<Syntax> inner = new ArrayList<>();
      if (syntax instanceof Syntax.ListOf list) {
        inner.addAll(list.elements());
      } else if (syntax instanceof Syntax.Not not) {
        inner.add(not.operand());
      } else if (syntax instanceof Syntax.Signed signed) {
        inner.add(signed.operand());
      } else if (syntax instanceof Syntax.Comparison comparison) {
        inner.addAll(List.of(comparison.left(), comparison.right()));
      } else if (syntax instanceof Syntax.Chain chain) {
        inner.add(chain.first());
        chain.links().forEach(link -> inner.add(link.operand()));
      } else if (syntax instanceof Syntax.Choice choice) {
        choice.arms().forEach(arm -> inner.addAll(List.of(arm.condition(), arm.value())));
        inner.add(choice.otherwise());
      } else if (syntax instanceof Syntax.FirstOf firstOf) {
        inner.addAll(firstOf.options());
      } else if (syntax instanceof Syntax.Call call) {
        inner.addAll(call.arguments());
      }
      return inner;
    }

    private void bare(String name) {
      if (scope.sourceSchema().slot(name) >= 0) {
        note(roots.source().kind(), name);
      }
    }

    private void path(Syntax.Path path) {
      for (Syntax.Step step : path.steps()) {
        if (step instanceof Syntax.Invoke invoke) {
          invoke.arguments().forEach(this::read);
        }
      }
      String attribute = attribute(path);
      if (attribute != null) {
        note(kind(path), attribute);
      } else if (!(path.base() instanceof Syntax.Name name) || roots.find(name.name()) == null) {
        read(path.base());
      }
    }

    /** The attribute of a profile that a path begins with, or null. */
    private @Nullable String attribute(Syntax.Path path) {
      Roots.Root root = path.base() instanceof Syntax.Name name ? roots.find(name.name()) : null;
      if (root == null || !(path.steps().get(0) instanceof Syntax.Member first)) {
        return null;
      }
      ProfileSchema schema = root.schema();
      if (schema == null) {
        return null;
      }
      boolean throughProfile =
          root.kind() == Roots.Kind.USER
              && first.name().equals("profile")
              && path.steps().size() > 1;
      if (throughProfile && path.steps().get(1) instanceof Syntax.Member second) {
        return schema.slot(second.name()) < 0 ? null : second.name();
      }
      return schema.slot(first.name()) < 0 ? null : first.name();
    }

    private Roots.Kind kind(Syntax.Path path) {
      Roots.Root root = roots.find(((Syntax.Name) path.base()).name());
      return root == null ? Roots.Kind.ORG : root.kind();
    }

    private void note(Roots.Kind kind, String attribute) {
      if (kind == Roots.Kind.USER) {
        user.add(attribute);
      } else if (kind == Roots.Kind.APP_USER) {
        app.add(attribute);
      }
    }

    Form form(Syntax syntax) {
      if (syntax instanceof Syntax.Literal || isLiteralList(syntax)) {
        return Form.CONSTANT;
      }
      if (isAttribute(syntax)) {
        return Form.COPY;
      }
      if (syntax instanceof Syntax.Path path
          && path.steps().size() == 1
          && path.base() instanceof Syntax.Name name
          && name.name().equals("String")
          && path.steps().get(0) instanceof Syntax.Invoke invoke
          && invoke.arguments().size() == 1
          && isAttribute(invoke.arguments().get(0))) {
        return switch (invoke.name()) {
          case "toLowerCase" -> Form.LOWER_CASE;
          case "toUpperCase" -> Form.UPPER_CASE;
          default -> Form.OTHER;
        };
      }
      return Form.OTHER;
    }

    private static boolean isLiteralList(Syntax syntax) {
      return syntax instanceof Syntax.ListOf list
          && list.elements().stream().allMatch(Syntax.Literal.class::isInstance);
    }

    private boolean isAttribute(Syntax syntax) {
      if (syntax instanceof Syntax.Name name) {
        return scope.sourceSchema().slot(name.name()) >= 0;
      }
      return syntax instanceof Syntax.Path path
          && attribute(path) != null
          && path.steps().stream().allMatch(Syntax.Member.class::isInstance);
    }
  }
}
