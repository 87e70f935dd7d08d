package io.attune.expression;

import io.attune.expression.Function.Parameter;
import io.attune.expression.Function.Want;
import io.attune.expression.spel.Place;
import io.attune.expression.spel.Syntax;
import java.util.List;

/** Checks the arguments of a call against its parameters. Source: expression-language 3. */
final class ArgumentChecks {
  private final Compiler compiler;

  ArgumentChecks(Compiler compiler) {
    this.compiler = compiler;
  }

  /**
   * Whether all fit; if not, it has been said.
   *
   * @param nodes all arguments, the receiver of a method first
   * @param written those that stand between the brackets
   */
  boolean fit(Place call, Function function, List<Node> nodes, List<Syntax> written) {
    boolean fits = true;
    int offset = nodes.size() - written.size();
    for (int index = 0; index < nodes.size(); index++) {
      Place place = index < offset ? call : written.get(index - offset).place();
      Parameter parameter = function.parameter(index);
      String form = offset > 0 ? function.methodSignature() : function.signature();
      boolean kindFits = kindFits(function, form, parameter, nodes.get(index), place);
      fits &= kindFits;
      if (kindFits && parameter.want() == Want.LITERAL) {
        fits &= literalFits(function, parameter, written.get(index - offset));
      }
      if (parameter.want() == Want.PATTERN) {
        fits &= patternFits(nodes.get(index), place);
      }
    }
    return fits;
  }

  private boolean kindFits(
      Function function, String form, Parameter parameter, Node node, Place place) {
    Kinds kinds = node.kinds.notNull();
    if (kinds.equals(Kinds.NONE) || kinds.meets(parameter.want().kinds())) {
      return true;
    }
    compiler.error(
        IssueCode.ARGUMENT_KIND,
        place,
        named(function, parameter) + " cannot be " + Values.article(kinds.label()),
        "write `" + form + "`");
    return false;
  }

  private static String named(Function function, Parameter parameter) {
    return "`" + parameter.name() + "` of `" + function.name() + "`";
  }

  private boolean literalFits(Function function, Parameter parameter, Syntax argument) {
    boolean literal =
        argument instanceof Syntax.Literal written && written.value() instanceof String;
    if (!literal) {
      compiler.error(
          IssueCode.LITERAL_NEEDED,
          argument.place(),
          named(function, parameter) + " must be written as a text",
          "as in `" + function.example() + "`");
      return false;
    }
    String text = String.valueOf(((Syntax.Literal) argument).value());
    boolean property = function.name().equals(UserFunctions.INTERNAL_PROPERTY);
    if (property && !UserFunctions.isInternalProperty(text)) {
      compiler.error(
          IssueCode.UNKNOWN_ATTRIBUTE,
          argument.place(),
          "a user has no internal property `" + text + "`",
          "write `id` or `status`");
      return false;
    }
    return true;
  }

  private boolean patternFits(Node node, Place place) {
    String pattern = node instanceof ConstantNode ? node.text(new Evaluator()) : null;
    if (pattern != null
        && RegexGate.check(GroupFunctions.pattern(pattern)) instanceof RegexGate.Refused refused) {
      compiler.error(IssueCode.INVALID_REGEX, place, refused.message(), "");
      return false;
    }
    return true;
  }
}
