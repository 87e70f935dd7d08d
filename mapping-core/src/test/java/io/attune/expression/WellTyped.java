package io.attune.expression;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Makes well-typed expressions over the attributes of {@link DifferentialTest}. An integer literal
 * is followed by {@code ~}: nothing in our language, {@code L} in SpEL, whose bare integers have 32
 * bits. Deterministic by its seed.
 */
final class WellTyped {
  private static final List<String> TEXTS =
      List.of(
          "''", "'a'", "'b c'", "'it''s'", "'\u00e9'", "'e\u0301'", "'\ud83d\ude00'", "'\u05d0'");
  private static final List<String> COUNTRIES = List.of("'US'", "'USA'", "'840'", "'IN'", "'AUS'");
  private static final List<String> TIMES =
      List.of(
          "'2015-07-31T17:18:37.979Z'", "'1970-01-01T00:00:00.000Z'", "'1999-12-31T23:59:59.001Z'");
  private static final List<String> COUNTS = List.of("'0'", "'1438363117979'", "'946684799001'");
  private static final List<String> DAYS = List.of("'2015-07-31'", "'2000-02-29'", "'1970-01-01'");
  private static final List<String> NAMES = List.of("'Everyone'", "'Eng'", "'Engineering'", "'x'");
  private static final List<String> PATTERNS = List.of("'a*'", "'[a-z]+'", "'.*b.*'", "''");

  private final Random random;
  private final Map<String, Integer> histogram = new TreeMap<>();
  private int nodes;

  WellTyped(long seed) {
    random = new Random(seed);
  }

  /** One expression of any kind. */
  String expression() {
    int depth = 4;
    return switch (random.nextInt(9)) {
      case 0 -> integer(depth);
      case 1 -> number(depth);
      case 2 -> list(depth);
      case 3 -> text(depth);
      default -> flag(depth);
    };
  }

  /** How often each kind of node was made. */
  Map<String, Integer> histogram() {
    return histogram;
  }

  /** All nodes made so far. */
  int nodes() {
    return nodes;
  }

  private String note(String name, String made) {
    histogram.merge(name, 1, Integer::sum);
    nodes++;
    return made;
  }

  private String integer(int depth) {
    int next = depth - 1;
    return switch (depth == 0 ? random.nextInt(3) : random.nextInt(15)) {
      case 0 -> note("integer literal", random.nextInt(20) + "~");
      case 1 -> note("integer attribute", "user.age");
      case 2 -> note("integer attribute", "user['count']");
      case 3 -> note("index", "{" + integer(next) + ", " + integer(next) + "}[1]");
      case 4 -> note("sign", "(- " + integer(next) + ")");
      case 5 -> note("elvis", "(" + integer(next) + " ?: " + integer(next) + ")");
      case 6 -> choice(integer(next), integer(next), next);
      case 7 -> binary("-", integer(next), integer(next));
      case 8 -> binary("*", integer(next), integer(next));
      case 9 -> binary("/", integer(next), integer(next));
      case 10 -> binary("%", integer(next), integer(next));
      case 12 -> call("String.len", text(next));
      case 13 -> call("Arrays.size", list(next));
      case 14 -> call("Convert.toInt", number(next));
      default -> binary("+", integer(next), integer(next));
    };
  }

  private String number(int depth) {
    int next = depth - 1;
    return switch (depth == 0 ? random.nextInt(3) : random.nextInt(10)) {
      case 2 -> call("Convert.toNum", "'" + random.nextInt(20) + ".75'");
      case 9 -> note("sign", "(- " + number(next) + ")");
      case 0 -> note("number literal", random.nextInt(20) + ".25");
      case 1 -> note("number attribute", "user.score");
      case 3 -> choice(number(next), number(next), next);
      case 4 -> binary("-", number(next), integer(next));
      case 5 -> binary("*", integer(next), number(next));
      case 6 -> binary("/", number(next), number(next));
      case 7 -> binary("%", number(next), number(next));
      default -> binary("+", number(next), number(next));
    };
  }

  private String text(int depth) {
    int next = depth - 1;
    if (depth == 0 ? random.nextInt(5) > 1 : random.nextInt(5) == 0) {
      return textOfConstants();
    }
    return switch (depth == 0 ? random.nextInt(3) : random.nextInt(25)) {
      case 18 -> call("String.replaceFirst", text(next), part(), text(next));
      case 19 -> call("String.join", text(next), text(next), text(next));
      case 20 -> call("String.stringSwitch", text(next), text(next), part(), text(next));
      case 21 -> call("Arrays.toCsvString", texts(next));
      case 22 -> call("Arrays.get", call("Arrays.add", texts(next), part()), "0~");
      case 23 -> call("String.replaceFirst", text(next), part(), text(next));
      case 24 -> call("String.stringSwitch", text(next), text(next), part(), text(next));
      case 0 -> note("text literal", TEXTS.get(random.nextInt(TEXTS.size())));
      case 1 -> note("text attribute", "user.login");
      case 2 -> note("text attribute", "user?.middleName");
      case 3 -> note("elvis", "(" + text(next) + " ?: " + text(next) + ")");
      case 4 -> choice(text(next), text(next), next);
      case 5 -> note("join", "(" + text(next) + " + " + integer(next) + ")");
      case 8 -> call("String.append", text(next), text(next));
      case 9 -> call("String.removeSpaces", text(next));
      case 10 -> call("String.replace", text(next), part(), text(next));
      case 11 -> substring(text(next));
      case 12 -> call("String.substringBefore", text(next), part());
      case 13 -> call("String.substringAfter", text(next), part());
      case 14 -> call("String.toUpperCase", text(next));
      case 15 -> call("String.toLowerCase", text(next));
      case 6 -> note("join", "(" + flag(next) + " + " + text(next) + ")");
      default -> note("join", "(" + text(next) + " + " + text(next) + ")");
    };
  }

  private String any(List<String> literals) {
    return literals.get(random.nextInt(literals.size()));
  }

  /** Functions of what is written as it must be to mean a country, a time or a person. */
  private String textOfConstants() {
    return switch (random.nextInt(13)) {
      case 0 -> call("Iso3166Convert.toAlpha2", any(COUNTRIES));
      case 1 -> call("Iso3166Convert.toAlpha3", any(COUNTRIES));
      case 2 -> call("Iso3166Convert.toNumeric", any(COUNTRIES));
      case 3 -> call("Iso3166Convert.toName", any(COUNTRIES));
      case 4 -> call("Time.fromUnixToIso8601", any(COUNTS));
      case 5 -> call("Time.fromWindowsToIso8601", "'130828367179790000'");
      case 6 -> call("Time.fromIso8601ToUnix", any(TIMES));
      case 7 -> call("Time.fromIso8601ToWindows", any(TIMES));
      case 8 -> call("Time.fromIso8601ToString", any(TIMES), "'MM/dd/yyyy HH:mm'");
      case 9 -> call("Time.fromStringToIso8601", any(DAYS), "'yyyy-MM-dd'");
      case 10 -> call("getManagerUser", "'ad'") + "?.login";
      case 11 -> call("getAssistantUser", "'ad'") + "?.login";
      default -> call("findDirectoryUser") + "?.login";
    };
  }

  private String flagOfGroups() {
    return switch (random.nextInt(7)) {
      case 0 -> call("isMemberOfGroupName", any(NAMES));
      case 1 -> call("isMemberOfGroup", random.nextBoolean() ? "'00g1'" : "'00g9'");
      case 2 -> call("isMemberOfAnyGroup", "'00g8'", random.nextBoolean() ? "'00g2'" : "'00g9'");
      case 3 -> call("isMemberOfGroupNameStartsWith", any(NAMES));
      case 4 -> call("isMemberOfGroupNameContains", any(NAMES));
      case 5 -> call("isMemberOfGroupNameRegex", random.nextBoolean() ? "'Eng.*'" : "'.ng'");
      default -> call("hasDirectoryUser");
    };
  }

  /** A list of texts only. */
  private String texts(int depth) {
    int next = Math.max(0, depth - 1);
    return depth == 0 || random.nextBoolean()
        ? note("list attribute", "user.tags")
        : note("list", "{" + text(next) + ", " + part() + "}");
  }

  private String flag(int depth) {
    int next = depth - 1;
    if (depth == 0 ? random.nextInt(4) > 0 : random.nextInt(6) == 0) {
      return flagOfGroups();
    }
    return switch (depth == 0 ? random.nextInt(2) : random.nextInt(32)) {
      case 0 -> note("boolean literal", random.nextBoolean() ? "true" : "false");
      case 1 -> note("boolean attribute", "user.active");
      case 2, 29 -> note("not", "(not " + flag(next) + ")");
      case 3, 27 -> note("and", "(" + flag(next) + " and " + flag(next) + ")");
      case 4, 28 -> note("or", "(" + flag(next) + " || " + flag(next) + ")");
      case 5, 30 -> note("null check", "(" + text(next) + " != null)");
      case 6, 31 -> note("matches", "(" + text(next) + " matches " + pattern() + ")");
      case 7 -> note("equal", "(" + text(next) + " == " + text(next) + ")");
      case 8 -> note("equal", "(" + integer(next) + " != " + integer(next) + ")");
      case 9 -> order(text(next), text(next));
      case 10 -> order(number(next), number(next));
      case 11 -> choice(flag(next), flag(next), next);
      case 15, 23, 24 -> call("String.startsWith", text(next), text(next));
      case 16, 25, 26 -> call("String.stringContains", text(next), text(next));
      case 17, 19, 20 -> call("Arrays.contains", list(next), part());
      case 18, 21, 22 -> call("Arrays.isEmpty", list(next));
      case 12, 13 -> note("equal", "(" + list(next) + " == " + list(next) + ")");
      default -> order(integer(next), integer(next));
    };
  }

  private String list(int depth) {
    int next = Math.max(0, depth - 1);
    return switch (random.nextInt(depth > 0 ? 14 : 6)) {
      case 8, 9 -> call("Arrays.remove", list(next), part());
      case 10, 11 -> call("Arrays.flatten", texts(next), texts(next));
      case 12, 13 -> call("Arrays.clear", list(next));
      case 0, 1 -> note("list attribute", "user.tags");
      case 2 -> note("list", "{}");
      case 6, 7 -> call("Arrays.add", list(next), part());
      case 3 -> note("list", "{" + text(next) + ", " + integer(next) + "}");
      default -> note("list", "{" + flag(next) + ", " + number(next) + "}");
    };
  }

  private String call(String function, String... arguments) {
    return note(function, function + "(" + String.join(", ", arguments) + ")");
  }

  private String substring(String text) {
    return note(
        "String.substring", "String.substring(" + text + ", 0~, " + call("String.len", text) + ")");
  }

  /** A text to look for, no node of its own: an empty one would be an error each time. */
  private String part() {
    return TEXTS.get(1 + random.nextInt(TEXTS.size() - 1));
  }

  private String pattern() {
    return PATTERNS.get(random.nextInt(PATTERNS.size()));
  }

  private String order(String left, String right) {
    String operator = List.of("<", "<=", ">", ">=").get(random.nextInt(4));
    return note("order", "(" + left + " " + operator + " " + right + ")");
  }

  private String choice(String then, String otherwise, int depth) {
    return note("choice", "(" + flag(depth) + " ? " + then + " : " + otherwise + ")");
  }

  private String binary(String operator, String left, String right) {
    return note(operator, "(" + left + " " + operator + " " + right + ")");
  }
}
