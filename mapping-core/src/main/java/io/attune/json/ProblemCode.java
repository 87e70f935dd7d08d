package io.attune.json;

/** What reading a file of the configuration may say. */
public enum ProblemCode {
  UNUSABLE_FILE("a file or folder is not there, or not what it should be"),
  NOT_UTF8("the file is no UTF-8"),
  NOT_JSON("the text is no JSON"),
  TOO_LARGE("the file crosses a bound of size or depth"),
  DUPLICATE_KEY("a key stands twice in one object"),
  WRONG_TYPE("a value has another JSON type than its key asks for"),
  MISSING_KEY("a key that must be there is not"),
  UNKNOWN_KEY("a key means nothing here; it is kept and ignored"),
  UNKNOWN_VALUE("a value is none of those that its key may have"),
  INVALID_NAME("an attribute has a name that no expression could write"),
  NAME_COLLISION("a custom attribute has the name of a base attribute"),
  NAMES_BY_CASE("names differ only by case"),
  CONTRADICTORY_BOUNDS("a lower bound lies above its upper bound, or below zero"),
  MISPLACED_KEY("a key means nothing for an attribute of this type"),
  INVALID_PATTERN("a pattern cannot be read, or not in linear time"),
  EMPTY_ENUM("an enumeration allows nothing"),
  DUPLICATE_ENUM("an enumeration names a value twice"),
  ENUM_TITLES("`oneOf` does not name the values of `enum` in their order"),
  ATTRIBUTE_IN_USE("an attribute is named elsewhere, so it cannot be removed"),
  CHANGE_REFUSED("a change breaks a rule of schemas or mappings; nothing was written"),
  INVALID_PATH("an `externalName` is no path, or selects no value"),
  NOTHING_WRITABLE("an `externalName` names what the app itself decides, so it is never sent"),
  PLACE_TAKEN("two attributes have one place in a SCIM resource; the first is sent"),
  DEFAULT_NOT_ALLOWED("a default breaks the attribute's own rules"),
  INVALID_PRIORITY("a priority stands without OVERRIDE, or OVERRIDE without a priority");

  private final String meaning;

  ProblemCode(String meaning) {
    this.meaning = meaning;
  }

  /** One sentence for the reference. */
  public String meaning() {
    return meaning;
  }
}
