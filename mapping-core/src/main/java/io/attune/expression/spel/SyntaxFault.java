package io.attune.expression.spel;

/** Why a text is no expression of the language, before any name in it is looked up. */
public enum SyntaxFault {
  EMPTY_EXPRESSION,
  TEXT_TOO_LONG,
  NESTING_TOO_DEEP,
  TOO_MANY_CONDITIONS,
  TOO_MANY_OPERATORS,
  TOO_MANY_NODES,
  CONTROL_CHARACTER,
  CHARACTER_NOT_ALLOWED,
  UNCLOSED_TEXT,
  UNBALANCED_BRACKET,
  NUMBER_FORM,
  NUMBER_TOO_LARGE,
  ASSIGNMENT,
  UNSUPPORTED_CONSTRUCT,
  SYNTAX_ERROR
}
