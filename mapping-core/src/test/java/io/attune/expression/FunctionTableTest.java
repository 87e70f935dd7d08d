package io.attune.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The table is the sum of what builds it, name by name and parameter by parameter. */
class FunctionTableTest {
  private static List<String> signatures(List<Function> functions) {
    return functions.stream()
        .map(function -> function.signature() + ": " + function.documentation())
        .toList();
  }

  private static Function in(Map<String, Function> methods, String name) {
    return Objects.requireNonNull(methods.get(name));
  }

  @Test
  void holdsAllFunctionsInTheOrderOfTheSpecification() {
    List<Function> built = new ArrayList<>();
    built.addAll(StringFunctions.all());
    built.addAll(ArrayFunctions.all());
    built.addAll(ConvertFunctions.all());
    built.addAll(CountryFunctions.all());
    built.addAll(TimeFunctions.all());
    built.add(TimeMethods.now());
    built.addAll(GroupFunctions.all());
    built.addAll(UserFunctions.all());
    List<Function> table =
        FunctionTable.all().stream().filter(function -> function.instead() == null).toList();
    assertEquals(signatures(table), signatures(built));
    assertEquals(FunctionTable.all().stream().map(Function::name).toList(), FunctionTable.names());
  }

  @Test
  void holdsAllMethods() {
    assertEquals(FunctionTable.methods(Kind.TIME).keySet(), TimeMethods.ofTime().keySet());
    assertEquals(
        List.of(
            "toWindows()",
            "toUnix()",
            "toString([pattern])",
            "toZone(zone)",
            "plusDays(days)",
            "plusHours(hours)",
            "plusMinutes(minutes)",
            "plusSeconds(seconds)",
            "minusDays(days)",
            "minusHours(hours)",
            "minusMinutes(minutes)",
            "minusSeconds(seconds)",
            "withinDays(days)",
            "withinHours(hours)",
            "withinMinutes(minutes)",
            "withinSeconds(seconds)"),
        TimeMethods.ofTime().values().stream()
            .map(method -> method.methodSignature().replaceFirst("time\\.", ""))
            .toList());
    assertEquals(
        List.of("parseWindowsTime", "parseUnixTime", "parseStringTime"),
        List.copyOf(TimeMethods.ofText().keySet()));
    assertEquals(
        FunctionTable.methods(Kind.COUNTRY_CODE).keySet(), CountryFunctions.methods().keySet());
    Map<String, Function> ofText = FunctionTable.methods(Kind.STRING);
    assertEquals(
        signatures(List.of(CountryFunctions.parse(), ConvertFunctions.toIntegerMethod())),
        signatures(List.of(in(ofText, "parseCountryCode"), in(ofText, "toInteger"))));
    assertEquals(
        signatures(List.of(ArrayFunctions.flattenMethod())),
        signatures(List.of(in(FunctionTable.methods(Kind.ARRAY), "flatten"))));
    int methods =
        List.of(Kind.STRING, Kind.ARRAY, Kind.TIME, Kind.COUNTRY_CODE).stream()
            .mapToInt(kind -> FunctionTable.methods(kind).size())
            .sum();
    assertEquals(methods, FunctionTable.methodNames().size());
  }

  @Test
  void saysWhichWayATimeMoves() {
    assertEquals(
        "the time so many days later", in(TimeMethods.ofTime(), "plusDays").documentation());
    assertEquals(
        "the time so many seconds earlier",
        in(TimeMethods.ofTime(), "minusSeconds").documentation());
    assertEquals(
        "whether the time is at most so many hours from now",
        in(TimeMethods.ofTime(), "withinHours").documentation());
  }

  /** What the table says of a direction is what the compiler does. */
  @Test
  void saysWhereAFunctionMayStand() {
    for (Function function : FunctionTable.all()) {
      for (String scope : List.of("app", "okta", "format")) {
        boolean refused =
            Expression.compile(function.name() + "()", Person.scope(scope), null).issues().stream()
                .anyMatch(issue -> issue.code() == IssueCode.WRONG_DIRECTION);
        assertEquals(scope.equals("okta") && !function.allowedToOkta(), refused, function.name());
      }
    }
  }
}
