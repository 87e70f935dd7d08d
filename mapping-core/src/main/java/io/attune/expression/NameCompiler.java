package io.attune.expression;

import io.attune.expression.spel.Place;
import io.attune.expression.spel.Syntax;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.List;

/** Looks names up and builds paths. Source: expression-language 2. */
final class NameCompiler {
  private final Compiler compiler;
  private final ExpressionScope scope;
  private final Roots roots;
  private final CallCompiler calls;
  private final StepCompiler steps;

  NameCompiler(Compiler compiler, ExpressionScope scope) {
    this.compiler = compiler;
    this.scope = scope;
    this.roots = new Roots(scope);
    this.calls = new CallCompiler(compiler, scope);
    this.steps = new StepCompiler(compiler, calls, this);
  }

  /** The node of a name, a call or a path. */
  Node node(Syntax syntax) {
    if (syntax instanceof Syntax.Name name) {
      return bare(name);
    }
    if (syntax instanceof Syntax.Call call) {
      return calls.function(call.place(), call.name(), call.arguments());
    }
    return path((Syntax.Path) syntax);
  }

  private Node path(Syntax.Path path) {
    Syntax.Step first = path.steps().get(0);
    int taken = 1;
    Node node;
    if (!(path.base() instanceof Syntax.Name name)) {
      node = compiler.node(path.base());
      taken = 0;
    } else if (first instanceof Syntax.Invoke invoke && calls.isNamespace(name.name())) {
      Place place = new Place(name.place().offset(), invoke.place().end() - name.place().offset());
      node = namespaced(name, invoke, place);
    } else if (first instanceof Syntax.Member member && isRoot(name)) {
      boolean profile = isProfileOfUser(name, member) && path.steps().size() > 1;
      if (profile && path.steps().get(1) instanceof Syntax.Member attribute) {
        node = rooted(name, attribute, false);
        taken = 2;
      } else {
        node = rooted(name, member, true);
      }
    } else {
      node = bare(name);
      taken = 0;
    }
    for (Syntax.Step step : path.steps().subList(taken, path.steps().size())) {
      node = steps.apply(node, step, compiler.column(path.start()));
    }
    return node;
  }

  private Node namespaced(Syntax.Name name, Syntax.Invoke invoke, Place place) {
    Roots.Root root = roots.find(name.name());
    if (root != null && !allowed(root, name.place())) {
      compiler.nodes(invoke.arguments());
      return compiler.broken(place);
    }
    return calls.function(place, name.name() + "." + invoke.name(), invoke.arguments());
  }

  /** Whether a name can begin a path: a known root, or in front of a member anything unknown. */
  private boolean isRoot(Syntax.Name name) {
    return roots.find(name.name()) != null || sourceSchema().slot(name.name()) < 0;
  }

  private boolean isProfileOfUser(Syntax.Name name, Syntax.Member member) {
    Roots.Root root = roots.find(name.name());
    return root != null && root.kind() == Roots.Kind.USER && member.name().equals("profile");
  }

  private ProfileSchema sourceSchema() {
    return scope.sourceSchema();
  }

  /** A name without a step before or behind it: an attribute of the source, or a whole profile. */
  private Node bare(Syntax.Name name) {
    Place place = name.place();
    if (scope.isUntyped()) {
      return bareUntyped(name);
    }
    AttributeDefinition attribute = sourceSchema().attribute(name.name());
    Roots.Root root = roots.find(name.name());
    if (attribute == null && root != null) {
      return whole(root, place);
    }
    if (attribute == null) {
      return unknownName(place, name.name());
    }
    if (isSecret(place, attribute.name(), attribute.isSecret())) {
      return compiler.broken(place);
    }
    int slot = sourceSchema().slot(name.name());
    return slot(compiler.column(place), roots.source(), attribute, slot);
  }

  private Node bareUntyped(Syntax.Name name) {
    Place place = name.place();
    Roots.Root root = roots.find(name.name());
    if (root != null) {
      return whole(root, place);
    }
    if (Roots.isWellKnown(name.name()) || !roots.sourceIsSupplied()) {
      return notSupplied(place, name.name());
    }
    if (isSecret(place, name.name(), false)) {
      return compiler.broken(place);
    }
    return new AttributeNodes.OfRoot(compiler.column(place), roots.source().name(), name.name());
  }

  private Node whole(Roots.Root root, Place place) {
    if (!allowed(root, place)) {
      return compiler.broken(place);
    }
    if (root.kind() == Roots.Kind.APP || root.kind() == Roots.Kind.ORG) {
      compiler.error(
          IssueCode.NOT_A_VALUE,
          place,
          "`" + root.name() + "` is no value by itself",
          "name one of its properties, as in `" + root.name() + ".name`");
      return compiler.broken(place);
    }
    return new AttributeNodes.Whole(compiler.column(place), root.name(), root.otherApp());
  }

  private Node rooted(Syntax.Name name, Syntax.Member member, boolean record) {
    Roots.Root root = roots.find(name.name());
    if (root == null) {
      return scope.isUntyped()
          ? notSupplied(name.place(), name.name())
          : unknownName(name.place(), name.name());
    }
    if (!allowed(root, name.place())) {
      return compiler.broken(name.place());
    }
    int column = compiler.column(name.place());
    RecordField field = record ? RecordField.named(member.name()) : null;
    if (root.kind() == Roots.Kind.USER && field != null && !scope.isUntyped()) {
      return new AttributeNodes.OfRecord(column, field);
    }
    return attribute(root, member, column);
  }

  private Node attribute(Roots.Root root, Syntax.Member member, int column) {
    Place place = member.place();
    ProfileSchema schema = root.schema();
    AttributeDefinition attribute = schema == null ? null : schema.attribute(member.name());
    if (isSecret(place, member.name(), attribute != null && attribute.isSecret())) {
      return compiler.broken(place);
    }
    if (root.kind() == Roots.Kind.APP || root.kind() == Roots.Kind.ORG) {
      return new AttributeNodes.OfProperties(column, root.kind() == Roots.Kind.APP, member.name());
    }
    if (schema == null) {
      return new AttributeNodes.OfRoot(column, root.name(), member.name());
    }
    if (attribute == null) {
      compiler.error(
          IssueCode.UNKNOWN_ATTRIBUTE,
          place,
          root.label() + " has no attribute `" + member.name() + "`",
          Suggestion.hint(member.name(), nameable(schema)));
      return compiler.broken(place);
    }
    return slot(column, root, attribute, schema.slot(member.name()));
  }

  private Node slot(int column, Roots.Root root, AttributeDefinition attribute, int slot) {
    // Who is mapped has what the schema requires; a person on the other side need not be there.
    boolean present = attribute.required() && root.kind() == roots.source().kind();
    Kinds kind = Kinds.of(Kind.of(attribute.kind()));
    Kinds kinds = present ? kind : kind.orNull();
    return switch (root.kind()) {
      case USER -> new SlotNode(column, kinds, true, slot);
      case APP_USER -> new SlotNode(column, kinds, false, slot);
      default -> new AttributeNodes.OfOtherApp(column, kinds, root.otherApp(), slot);
    };
  }

  /** Whether the direction lets the root be read; if not, it has been said. */
  private boolean allowed(Roots.Root root, Place place) {
    boolean wrong =
        (root.kind() == Roots.Kind.USER && scope.direction() == Direction.TO_OKTA)
            || (root.isAppUserByAlias() && scope.direction() == Direction.TO_APP);
    if (wrong) {
      String other = root.kind() == Roots.Kind.USER ? "appuser" : "user";
      compiler.error(
          IssueCode.WRONG_DIRECTION,
          place,
          "`" + root.name() + "` cannot be read in " + scope.direction().label(),
          "write `" + other + "` or `source`");
    }
    return !wrong;
  }

  boolean isSecret(Place place, String name, boolean marked) {
    boolean secret =
        marked || name.equalsIgnoreCase("password") || name.equalsIgnoreCase("credentials");
    if (secret) {
      compiler.error(
          IssueCode.SECRET_ATTRIBUTE,
          place,
          "`" + name + "` is secret and cannot be read by an expression",
          "");
    }
    return secret;
  }

  private Node notSupplied(Place place, String name) {
    List<String> known = new ArrayList<>(roots.names());
    compiler.error(
        IssueCode.UNKNOWN_NAME,
        place,
        "the context supplies no `" + name + "`",
        Suggestion.hint(name, known));
    return compiler.broken(place);
  }

  private Node unknownName(Place place, String name) {
    List<String> known = new ArrayList<>(roots.names());
    known.addAll(nameable(sourceSchema()));
    known.addAll(calls.namespaces());
    compiler.error(
        IssueCode.UNKNOWN_NAME,
        place,
        "nothing in scope is named `" + name + "`",
        Suggestion.hint(name, known));
    return compiler.broken(place);
  }

  /** What may be suggested: a secret is not even hinted at. */
  static List<String> nameable(ProfileSchema schema) {
    return schema.attributes().stream()
        .filter(attribute -> !attribute.isSecret())
        .map(AttributeDefinition::name)
        .toList();
  }
}
