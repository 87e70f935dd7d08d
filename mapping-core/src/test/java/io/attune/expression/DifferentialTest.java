package io.attune.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.EvaluationException;
import org.springframework.expression.PropertyAccessor;
import org.springframework.expression.TypedValue;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.DataBindingMethodResolver;
import org.springframework.expression.spel.support.SimpleEvaluationContext;

/**
 * Our evaluation against SpEL's interpreter on generated expressions and profiles: where the
 * language does not differ on purpose, see {@link IntendedDifference}, both give the same.
 */
class DifferentialTest {
  private static final int PROFILES = 10;
  private static final int EXPRESSIONS = Boolean.getBoolean("attune.proof") ? 500_000 : 10_000;
  private static final ProfileSchema USER =
      ProfileSchema.of(
          AttributeDefinition.of("login", AttributeKind.STRING),
          AttributeDefinition.of("middleName", AttributeKind.STRING),
          AttributeDefinition.of("age", AttributeKind.INTEGER),
          AttributeDefinition.of("count", AttributeKind.INTEGER),
          AttributeDefinition.of("score", AttributeKind.NUMBER),
          AttributeDefinition.of("active", AttributeKind.BOOLEAN),
          AttributeDefinition.of("tags", AttributeKind.STRING_ARRAY));
  private static final ProfileSchema PAYROLL =
      ProfileSchema.of(AttributeDefinition.of("badge", AttributeKind.STRING));
  private static final ExpressionScope SCOPE =
      ExpressionScope.toApp(USER, "acme", ProfileSchema.of()).withApp("payroll", PAYROLL);

  private static final List<Group> GROUPS =
      List.of(
          Group.of("00g1", "Everyone", "BUILT_IN"),
          Group.of("00g2", "Engineering", "OKTA_GROUP"),
          Group.of("00g3", "Eng-Leads", "OKTA_GROUP"));
  private static final EvaluationRun RUN =
      new EvaluationRun(Map.of(), Map.of(), SpelTimes.NOW, DifferentialTest::related);

  private final Random random = new Random(20150731);
  private final WellTyped generator = new WellTyped(1438363117979L);
  private final SpelExpressionParser parser = new SpelExpressionParser();
  private final EvaluationContext context =
      SimpleEvaluationContext.forPropertyAccessors(new MapReader())
          .withMethodResolvers(
              new SpelMethods.Resolver(), DataBindingMethodResolver.forInstanceMethodInvocation())
          .build();
  private int errors;
  private int compared;
  private int zerosInLists;

  @Test
  void givesWhatSpelGives() {
    for (int count = 0; count < EXPRESSIONS; count++) {
      compare(generator.expression());
    }
    int pairs = EXPRESSIONS * PROFILES;
    assertTrue(errors <= pairs / 5, () -> errors + " of " + pairs + " are errors");
    assertTrue(compared >= pairs / 2, () -> "only " + compared + " pairs were comparable");
    assertTrue(zerosInLists <= pairs / 100_000, () -> zerosInLists + " differ by zeros in lists");
    assertTrue(generator.nodes() >= 8L * EXPRESSIONS, () -> generator.nodes() + " nodes");
    generator
        .histogram()
        .forEach(
            (node, made) ->
                assertTrue(
                    made * 200L >= generator.nodes(),
                    () -> node + " of " + generator.nodes() + " in " + generator.histogram()));
  }

  /** Deprecated functions are others behind another name, and the only ones that are not made. */
  @Test
  void makesEveryFunctionAndMethod() {
    Set<String> made = generator.histogram().keySet();
    Set<String> wanted = new TreeSet<>();
    for (Function function : FunctionTable.all()) {
      if (function.instead() == null) {
        wanted.add(function.name());
      }
    }
    Map.of(
            "text",
            Kind.STRING,
            "array",
            Kind.ARRAY,
            "time",
            Kind.TIME,
            "country",
            Kind.COUNTRY_CODE)
        .forEach(
            (kind, of) ->
                FunctionTable.methods(of).keySet().forEach(name -> wanted.add(kind + "." + name)));
    wanted.removeAll(made);
    assertEquals(Set.of(), wanted);
  }

  private void compare(String expression) {
    String ours = expression.replace("~", "");
    Compilation.Compiled compiled =
        assertInstanceOf(Compilation.Compiled.class, Expression.compile(ours, SCOPE, null), ours);
    var theirs = parser.parseExpression(expression.replace('~', 'L'));
    for (int profile = 0; profile < PROFILES; profile++) {
      Map<String, Object> attributes = attributes();
      Evaluation evaluation = compiled.expression().evaluate(input(attributes));
      if (evaluation instanceof Evaluation.Failed) {
        errors++;
      }
      if (!IntendedDifference.covers(evaluation)) {
        compared++;
        Object expected = theirValue(theirs, attributes);
        boolean same = IntendedDifference.sameButForZeros(expected, ourValue(evaluation));
        if (!same && comparesLists(ours)) {
          // Our lists compare their elements as numbers, 0.0 equal to -0.0; Java's lists do not.
          zerosInLists++;
        } else {
          assertTrue(
              same,
              () ->
                  ours + " for " + attributes + ": " + expected + ", not " + ourValue(evaluation));
        }
      }
    }
  }

  private static boolean comparesLists(String expression) {
    return Stream.of("} == ", "} != ", " == {", " != {", " == Arrays.", " != Arrays.")
        .anyMatch(expression::contains);
  }

  private static Object ourValue(Evaluation evaluation) {
    if (evaluation instanceof Evaluation.Value value) {
      return value.value();
    }
    return evaluation instanceof Evaluation.Absent ? "null" : "failed";
  }

  private Object theirValue(
      org.springframework.expression.Expression expression, Map<String, Object> attributes) {
    try {
      Object value = expression.getValue(context, new SpelRoot(attributes));
      return Objects.requireNonNullElse(value, "null");
    } catch (EvaluationException | ArithmeticException | IllegalStateException failed) {
      return "failed";
    }
  }

  private Map<String, Object> attributes() {
    Map<String, Object> attributes = new LinkedHashMap<>();
    put(attributes, "login", List.of("ada", "b", "", "\u00e9", "\ud83d\ude00"), 50);
    put(attributes, "middleName", List.of("a", "zz", "e\u0301"), 8);
    put(attributes, "age", List.of(0L, 1L, -1L, 42L, 7L, 1L << 40), 50);
    put(
        attributes,
        "count",
        List.of(2L, 3L, -5L, 100L, 2L, 4L, 9L, Long.MAX_VALUE, Long.MIN_VALUE),
        50);
    put(attributes, "score", List.of(7.5, -0.5, 1.0, 3.25, 1e300), 50);
    put(attributes, "active", List.of(true, false), 50);
    put(attributes, "tags", List.of(List.of(), List.of("red", "green")), 20);
    return attributes;
  }

  /** One of the values; one time in {@code absence} none. */
  private void put(Map<String, Object> attributes, String name, List<?> values, int absence) {
    if (random.nextInt(absence) != 0) {
      attributes.put(name, values.get(random.nextInt(values.size())));
    }
  }

  private static EvaluationInput input(Map<String, Object> attributes) {
    Profile profile = Profile.empty(USER);
    for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
      profile = profile.with(attribute.getKey(), attribute.getValue());
    }
    UserRecord user = new UserRecord(profile, "00u1", "ACTIVE", null, null, null, null);
    return EvaluationInput.ofUser(RUN, user).withGroups(GROUPS);
  }

  private static List<Profile> related(
      EvaluationInput person,
      RelatedUsers.Relation relation,
      @Nullable String source,
      @Nullable String attributeSource) {
    return switch (relation) {
      case MANAGER_USER -> List.of(named("Charles of " + source));
      case DIRECTORY_USER -> List.of(named("Augusta"));
      case WORKDAY_USER -> List.of(named("Ada"), named("Byron"));
      case LINKED_OBJECT -> "manager".equals(source) ? List.of(named("Babbage")) : List.of();
      case MANAGER_APP_USER -> List.of(badge("boss of " + source + " at " + attributeSource));
      case ASSISTANT_APP_USER -> List.of(badge("aide of " + source + " at " + attributeSource));
      case ASSISTANT_USER -> List.of();
    };
  }

  private static Profile badge(String badge) {
    return Profile.empty(PAYROLL).with("badge", badge);
  }

  private static Profile named(String login) {
    return Profile.empty(USER).with("login", login);
  }

  /** Lets SpEL read a map as it reads a bean, absent attributes as null. */
  private static final class MapReader implements PropertyAccessor {
    @Override
    public Class<?>[] getSpecificTargetClasses() {
      return new Class<?>[] {Map.class};
    }

    @Override
    public boolean canRead(EvaluationContext context, @Nullable Object target, String name) {
      return target instanceof Map;
    }

    @Override
    public TypedValue read(EvaluationContext context, @Nullable Object target, String name) {
      Object value = target instanceof Map<?, ?> map ? map.get(name) : null;
      return value == null ? TypedValue.NULL : new TypedValue(value);
    }

    @Override
    public boolean canWrite(EvaluationContext context, @Nullable Object target, String name) {
      return false;
    }

    @Override
    public void write(
        EvaluationContext context, @Nullable Object target, String name, @Nullable Object value) {
      throw new UnsupportedOperationException();
    }
  }
}
