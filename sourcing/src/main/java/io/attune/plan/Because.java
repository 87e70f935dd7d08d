package io.attune.plan;

/**
 * Why an attribute has the value that a preview shows.
 *
 * @param rule which rule decided
 * @param detail what the rule's words leave open: an app, a group, a code; empty where nothing. It
 *     never holds an attribute's value
 */
public record Because(Rule rule, String detail) {

  /** The rules, in the order in which they decide. Source: okta-behaviour 1, 4, 5, 10. */
  public enum Rule {
    /** A mapping gave it. */
    MAPPED("mapped"),
    /** The app has no value for it and passed it on to another source, whose mapping gave it. */
    PASSED_ON("passed on to `%s`, which has it"),
    /** The attribute has the value already that its mapping gives. */
    SAME("mapped, and it has this value already"),
    /** The schema's default, for want of a value. */
    DEFAULT("the schema's default"),
    /** The username format computed it. */
    USERNAME_FORMAT("computed by the username format"),
    /** It was set for this person alone, which comes before everything else. */
    INDIVIDUAL("set for this person"),
    /** An assigned group gave it. */
    GROUP_VALUE("value of the group `%s`"),
    /** The assigned groups gave it together. */
    COMBINED("combined from the groups `%s`"),
    /** No mapping writes it. */
    NOT_MAPPED("not mapped"),
    /** Its mapping writes on create, and this is an update. */
    CREATE_ONLY("create only"),
    /** Another app, or Okta itself, is its source. */
    SOURCED_BY("sourced by `%s`"),
    /** Its expression failed, and the failure keeps the value. */
    EXPRESSION_FAILED("expression failed: %s"),
    /** What its mapping gives breaks a rule of the schema. */
    INVALID("not valid: %s"),
    /** Another attribute keeps everything of this person from being written. */
    REFUSED("nothing of this person is written: %s"),
    /** The record waits for a person or a later run. */
    WAITING("the record waits: %s"),
    /** The record is not active in the app and writes no profile. */
    INACTIVE("the record is not active in the app");

    private final String words;

    Rule(String words) {
      this.words = words;
    }

    /** The rule as a reason without detail. */
    public Because because() {
      return new Because(this, "");
    }

    /** The rule as a reason with what its words leave open. */
    public Because because(String detail) {
      return new Because(this, detail);
    }
  }

  /** The reason in words. */
  public String words() {
    return rule.words.replace("%s", detail);
  }
}
