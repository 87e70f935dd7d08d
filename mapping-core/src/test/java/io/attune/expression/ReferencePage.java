package io.attune.expression;

import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import io.attune.profile.UnusableNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The reference of the language, written from the function table and the codes. */
final class ReferencePage {
  private static final ProfileSchema USER =
      ProfileSchema.of(
          AttributeDefinition.of("login", AttributeKind.STRING),
          AttributeDefinition.of("email", AttributeKind.STRING),
          AttributeDefinition.of("firstName", AttributeKind.STRING),
          AttributeDefinition.of("age", AttributeKind.INTEGER),
          AttributeDefinition.of("absent", AttributeKind.INTEGER),
          AttributeDefinition.of("unusable", AttributeKind.NUMBER),
          AttributeDefinition.of("tags", AttributeKind.STRING_ARRAY),
          AttributeDefinition.of("password", AttributeKind.STRING));
  private static final ProfileSchema PAYROLL =
      ProfileSchema.of(AttributeDefinition.of("salary", AttributeKind.INTEGER));

  private final StringBuilder out = new StringBuilder();

  private ReferencePage() {}

  /** What the examples may name. */
  static ExpressionScope scope() {
    return ExpressionScope.toApp(USER, "acme", Person.APP).withApp("payroll", PAYROLL);
  }

  /** The person that the examples are about. */
  static EvaluationInput input() {
    Profile ada =
        Profile.empty(USER)
            .with("login", "ada@example.com")
            .with("email", "ada@example.com")
            .with("firstName", "Ada")
            .with("age", 42L)
            .with("unusable", UnusableNumber.INSTANCE)
            .with("tags", List.of("red", "green", "blue"));
    UserRecord record = new UserRecord(ada, "00u1", "ACTIVE", null, null, null, null);
    return Person.input("app").withUser(record);
  }

  static String text() {
    ReferencePage page = new ReferencePage();
    page.intro();
    page.functions();
    page.methods();
    page.issues();
    page.failures();
    return page.out.toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void intro() {
    line("# Expression language: reference");
    line("");
    line("Written from the function table and the codes of the engine; a test compares this page");
    line("with them and runs every example. Examples are about Ada: `login` is `ada@example.com`,");
    line(
        "`age` is 42, `tags` are `red`, `green`, `blue`, `absent` is null. To write the page anew:");
    line("`mvn test -pl mapping-core -Dtest=ReferenceTest -Dattune.reference.write=true`.");
    line("");
    line("A null argument is an error unless the row says otherwise. Numbers and booleans stand");
    line("where texts are wanted; a text of comma-separated elements stands where an array is.");
    line("A function may stand To App, To Okta and in username formats, but for those of `user`,");
    line("as there is no Okta user yet To Okta. A call costs time by the length of its texts and");
    line("arrays, and what the last column adds.");
  }

  private void functions() {
    line("");
    line("## Functions");
    Map<String, StringBuilder> sections = new LinkedHashMap<>();
    for (Function function : FunctionTable.all()) {
      sections
          .computeIfAbsent(section(function), name -> new StringBuilder())
          .append(row(function, function.signature()));
    }
    sections.forEach(this::section);
  }

  private static String section(Function function) {
    if (function.instead() != null) {
      return "Deprecated";
    }
    return switch (function.reads()) {
      case GROUPS -> "Groups";
      case USER, RELATED_USERS -> "Users and directories";
      default -> function.name().substring(0, function.name().indexOf('.'));
    };
  }

  private void section(String name, CharSequence rows) {
    line("");
    line("### " + name);
    line("");
    line("| function | answers | example | gives | stands | cost |");
    line("|---|---|---|---|---|---|");
    out.append(rows);
  }

  private void methods() {
    line("");
    line("## Methods");
    line("");
    line(
        "The same functions, asked of a value: `a.f()` fails where `a` is null, `a?.f()` is null.");
    line("Those of times also read a time from the texts of `Time.now()`, `user.created`,");
    line("`user.lastUpdated`, `user.passwordChanged` and `user.lastLogin`.");
    Map<String, Kind> kinds = new LinkedHashMap<>();
    kinds.put("Of texts and numbers", Kind.STRING);
    kinds.put("Of arrays", Kind.ARRAY);
    kinds.put("Of times", Kind.TIME);
    kinds.put("Of country codes", Kind.COUNTRY_CODE);
    kinds.forEach(
        (title, kind) -> {
          StringBuilder rows = new StringBuilder();
          FunctionTable.methods(kind)
              .values()
              .forEach(method -> rows.append(row(method, method.methodSignature())));
          section(title, rows);
        });
  }

  private static String row(Function function, String signature) {
    String note =
        function.instead() == null ? "" : "; deprecated, write `" + function.instead() + "`";
    return cells(
        code(signature),
        function.result().label() + ": " + function.documentation() + note,
        code(function.example()),
        code(value(function.example())),
        function.allowedToOkta() ? "everywhere" : "not To Okta",
        function.reads().cost());
  }

  /** The value of an example as the language writes it. */
  static String value(String example) {
    Compilation compilation = Expression.compile(example, scope(), null);
    if (!(compilation instanceof Compilation.Compiled compiled)) {
      throw new AssertionError(example + ": " + compilation.issues());
    }
    String tree = compiled.expression().explain(input()).render();
    String first = tree.substring(0, tree.indexOf('\n'));
    if (!first.contains(" = ")) {
      throw new AssertionError(first);
    }
    return first.substring(first.lastIndexOf(" = ") + 3);
  }

  private void issues() {
    line("");
    line("## What compiling reports");
    line("");
    line("| code | meaning | example |");
    line("|---|---|---|");
    for (IssueCode code : IssueCode.values()) {
      out.append(cells(code(code.name()), code.meaning(), code(code.example())));
    }
  }

  private void failures() {
    line("");
    line("## Why an evaluation has no value");
    line("");
    line("| code | meaning | example | what to do |");
    line("|---|---|---|---|");
    for (FailureCode code : FailureCode.values()) {
      out.append(cells(code(code.name()), code.meaning(), code(code.example()), code.advice()));
    }
  }

  private static String code(String text) {
    return text.isBlank() ? "" : "`" + text + "`";
  }

  private static String cells(String... cells) {
    StringBuilder row = new StringBuilder("|");
    for (String cell : cells) {
      row.append(' ').append(cell.replace("|", "\\|")).append(" |");
    }
    return row.append('\n').toString();
  }
}
