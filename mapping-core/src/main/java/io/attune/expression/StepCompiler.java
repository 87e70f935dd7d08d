package io.attune.expression;

import io.attune.expression.spel.Place;
import io.attune.expression.spel.Syntax;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.ProfileSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the steps of a path behind its first name. Source: expression-language 1. */
final class StepCompiler {
  private final Compiler compiler;
  private final CallCompiler calls;
  private final NameCompiler names;

  StepCompiler(Compiler compiler, CallCompiler calls, NameCompiler names) {
    this.compiler = compiler;
    this.names = names;
    this.calls = calls;
  }

  /**
   * @param column where the whole path begins
   */
  Node apply(Node base, Syntax.Step step, int column) {
    if (step instanceof Syntax.Index index) {
      return index(base, index, column);
    }
    if (step instanceof Syntax.Invoke invoke) {
      return calls.method(base, invoke, column);
    }
    if (step instanceof Syntax.Project project) {
      return project(base, project);
    }
    Syntax.Member member = (Syntax.Member) step;
    if (base.kinds.has(Kind.USER)) {
      return ofUser(base, member);
    }
    return base.kinds.has(Kind.GROUP)
        ? ofGroup(base, member)
        : noMember(base, member.place(), "has no member `" + member.name() + "`");
  }

  private Node project(Node base, Syntax.Project project) {
    if (!base.kinds.has(Kind.GROUP_ARRAY)) {
      return noMember(base, project.place(), "cannot be projected");
    }
    GroupField field = groupField(project.place(), String.join(".", project.names()));
    return field == null
        ? compiler.broken(project.place())
        : new GroupNodes.Projection(compiler.column(project.place()), base, field);
  }

  private Node ofGroup(Node base, Syntax.Member member) {
    GroupField field = groupField(member.place(), member.name());
    return field == null
        ? compiler.broken(member.place())
        : new GroupNodes.Member(compiler.column(member.place()), base, field, member.safe());
  }

  private @Nullable GroupField groupField(Place place, String name) {
    GroupField field = GroupField.named(name);
    if (field == null) {
      compiler.error(
          IssueCode.NO_SUCH_MEMBER,
          place,
          "a group has no member `" + name + "`",
          Suggestion.hint(name, GroupField.names()));
    }
    return field;
  }

  private Node ofUser(Node base, Syntax.Member member) {
    Place place = member.place();
    ProfileSchema schema = base instanceof UserNodes.Related related ? related.schema() : null;
    AttributeDefinition attribute = schema == null ? null : schema.attribute(member.name());
    if (base instanceof BrokenNode
        || names.isSecret(place, member.name(), attribute != null && attribute.isSecret())) {
      return compiler.broken(place);
    }
    if (schema != null && attribute == null) {
      compiler.error(
          IssueCode.UNKNOWN_ATTRIBUTE,
          place,
          "this user has no attribute `" + member.name() + "`",
          Suggestion.hint(member.name(), NameCompiler.nameable(schema)));
      return compiler.broken(place);
    }
    Kinds kinds = attribute == null ? Kinds.UNKNOWN : Kinds.of(Kind.of(attribute.kind())).orNull();
    return new UserNodes.Member(compiler.column(place), kinds, base, member.name());
  }

  private Node index(Node base, Syntax.Index index, int column) {
    Kinds kinds = base.kinds.notNull();
    if (!kinds.equals(Kinds.NONE) && !kinds.meets(Kinds.ARRAYS)) {
      return noMember(base, index.place(), "has no elements");
    }
    Node node = new StepNodes.Element(column, base, compiler.column(index.place()), index.index());
    return compiler.folded(index.place(), node, List.of(base));
  }

  private Node noMember(Node base, Place place, String what) {
    compiler.error(
        IssueCode.NO_SUCH_MEMBER,
        place,
        Values.article(base.kinds.notNull().label()) + " " + what,
        "");
    return compiler.broken(place);
  }
}
