package io.attune.expression;

import io.attune.expression.spel.SyntaxFault;

/**
 * What compiling may say. Each has an example that a test compiles. Source: expression-language 5.
 */
public enum IssueCode {
  EMPTY_EXPRESSION("there is nothing in the expression", " "),
  TEXT_TOO_LONG("the expression has more than 10000 characters", ""),
  NESTING_TOO_DEEP("more than 24 brackets, 4 signs or 128 levels are nested", "!!!!!true"),
  TOO_MANY_CONDITIONS("more than 8 conditions wait for their `:` at one bracket level", ""),
  TOO_MANY_OPERATORS("the expression has more than 400 operators", ""),
  TOO_MANY_NODES("the expression has more than 1000 parts", ""),
  CONTROL_CHARACTER("a control character, or one that reorders text, stands in it", ""),
  CHARACTER_NOT_ALLOWED("a character stands outside of a text that only a text may hold", "1;2"),
  UNCLOSED_TEXT("a text is opened and never closed", "'abc"),
  UNBALANCED_BRACKET("a bracket is not closed, or closes nothing", "(1"),
  NUMBER_FORM("a number is written in a form the language does not have", "0xFF"),
  NUMBER_TOO_LARGE("a number has no place in 64 bits", "9223372036854775808"),
  ASSIGNMENT("`=` stands where only `==` may", "user.login = 'x'"),
  UNSUPPORTED_CONSTRUCT("SpEL offers it, the language does not", "T(java.lang.Runtime)"),
  SYNTAX_ERROR("the text cannot be read as an expression", "1 +"),
  UNKNOWN_NAME("nothing in scope has this name", "usr.login"),
  UNKNOWN_ATTRIBUTE("the schema has no such attribute", "user.logn"),
  WRONG_DIRECTION("the name belongs to the other direction", "appuser.email"),
  SECRET_ATTRIBUTE("a secret attribute cannot be named", "user.password"),
  NO_SUCH_MEMBER("a value of this kind has no such member", "user.login.class"),
  UNKNOWN_FUNCTION("there is no function of this name", "String.lenght('x')"),
  NOT_IN_MAPPINGS(
      "the function exists for token claims, not for mappings",
      "Groups.startsWith('OKTA', 'a', 9)"),
  ARGUMENT_COUNT("a function got too few or too many arguments", "String.len()"),
  ARGUMENT_KIND("an argument has a kind that its parameter cannot take", "String.len({1})"),
  OPERAND_KIND("an operand has a kind that its operator cannot take", "'a' * 2"),
  NOT_A_CONDITION("what must be a boolean cannot be one", "user.login ? 1 : 2"),
  LITERAL_NEEDED(
      "an argument must be written as a literal", "user.getLinkedObject(user.login).email"),
  MISPLACED_MAP("a map stands where no criteria are wanted", "{'a': 1}"),
  INVALID_CRITERIA(
      "a map of group criteria has an unknown key or value", "user.getGroups({'a': 'b'}).![name]"),
  INVALID_REGEX("a constant pattern cannot be read or crosses a bound", "user.login matches '('"),
  NOT_A_VALUE("the result is a user, a group or a map, of which nothing can be stored", "user"),
  NEVER_FITS("the result can never be converted to the kind of the target", ""),
  MAY_NOT_FIT("the result cannot always be converted to the kind of the target", ""),
  MAY_BE_NULL("the result may be null and the target is required", ""),
  ALWAYS_FAILS("a constant part fails whenever it is evaluated", "1 / 0"),
  NEVER_EQUAL("the compared kinds are never equal", "user.login == 1"),
  DEPRECATED("there is a better form", "toUpperCase('a')");

  private final String meaning;
  private final String example;

  IssueCode(String meaning, String example) {
    this.meaning = meaning;
    this.example = example;
  }

  /** One sentence for the reference. */
  public String meaning() {
    return meaning;
  }

  /**
   * An expression that is told so in the reference's example scope; empty where one is too long.
   */
  public String example() {
    return example;
  }

  static IssueCode of(SyntaxFault fault) {
    return valueOf(fault.name());
  }
}
