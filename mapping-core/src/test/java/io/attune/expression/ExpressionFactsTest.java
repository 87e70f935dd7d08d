package io.attune.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.expression.ExpressionFacts.Form;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.ProfileSchema;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is known of an expression without running it. */
class ExpressionFactsTest {
  private static final ProfileSchema SCHEMA =
      ProfileSchema.of(
          AttributeDefinition.of("a", AttributeKind.STRING),
          AttributeDefinition.of("b", AttributeKind.STRING));
  private static final ExpressionScope TO_APP =
      ExpressionScope.toApp(SCHEMA, "hr", SCHEMA).withApp("ad", SCHEMA);

  private static ExpressionFacts facts(String text) {
    return ExpressionFacts.of(
        ((Compilation.Compiled) Expression.compile(text, TO_APP, null)).expression());
  }

  private static void reads(String text, Set<String> user, Set<String> app) {
    assertEquals(user, facts(text).userAttributes(), text);
    assertEquals(app, facts(text).appAttributes(), text);
  }

  @Test
  void namesWhatMayBeRead() {
    reads("user.a", Set.of("a"), Set.of());
    reads("user.profile.a", Set.of("a"), Set.of());
    reads("source.a + b", Set.of("a", "b"), Set.of());
    reads("hr.a ?: user.b", Set.of("b"), Set.of("a"));
    reads("ad.a", Set.of(), Set.of());
    reads("user.a == 'x' ? user.b.length() > 3 : hr.a != null", Set.of("a", "b"), Set.of("a"));
    reads("String.append(user.a, user.b.toUpperCase())", Set.of("a", "b"), Set.of());
    reads("user.a.substring(0, {1, 2}[1])", Set.of("a"), Set.of());
    reads("user.getGroups({'group.profile.name': 'x'}).![name]", Set.of(), Set.of());
  }

  @Test
  void tellsTheForm() {
    assertEquals(Form.CONSTANT, facts("'x'").form());
    assertEquals(Form.CONSTANT, facts("{'x', 'y'}").form());
    assertEquals(Form.COPY, facts("user.a").form());
    assertEquals(Form.COPY, facts("a").form());
    assertEquals(Form.LOWER_CASE, facts("String.toLowerCase(source.a)").form());
    assertEquals(Form.UPPER_CASE, facts("String.toUpperCase(a)").form());
    assertEquals(Form.OTHER, facts("user.a.length()").form());
    assertEquals(List.of("x", 1L), facts("user.a == 'x' ? 1 : 1").literals());
  }
}
