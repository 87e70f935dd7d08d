package io.attune.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.ProfileSchema;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Compilations are kept by scope: whatever tells two scopes apart must make them unequal. */
class ExpressionScopeTest {
  private static final ProfileSchema EMPTY = ProfileSchema.of();
  private static final ProfileSchema FULL =
      ProfileSchema.of(AttributeDefinition.of("a", AttributeKind.STRING));
  private static final List<Supplier<ExpressionScope>> SCOPES =
      List.of(
          () -> ExpressionScope.toApp(EMPTY, "hr", EMPTY),
          () -> ExpressionScope.toOkta(EMPTY, "hr", EMPTY),
          () -> ExpressionScope.usernameFormat(EMPTY, "hr", EMPTY),
          () -> ExpressionScope.toApp(FULL, "hr", EMPTY),
          () -> ExpressionScope.toApp(EMPTY, "hr", FULL),
          () -> ExpressionScope.toApp(EMPTY, "ad", EMPTY),
          () -> ExpressionScope.toApp(EMPTY, "hr", EMPTY).withApp("ad", EMPTY),
          () -> ExpressionScope.toApp(EMPTY, "hr", EMPTY).withApp("ad", FULL),
          () -> ExpressionScope.untyped(Set.of("user")),
          () -> ExpressionScope.untyped(Set.of("appuser")));

  @Test
  void areEqualExactlyIfNothingTellsThemApart() {
    for (int left = 0; left < SCOPES.size(); left++) {
      for (int right = 0; right < SCOPES.size(); right++) {
        ExpressionScope a = SCOPES.get(left).get();
        ExpressionScope b = SCOPES.get(right).get();
        if (left == right) {
          assertEquals(a, b);
          assertEquals(a.hashCode(), b.hashCode());
        } else {
          assertNotEquals(a, b, left + " and " + right);
        }
      }
    }
    assertEquals(
        SCOPES.size(), SCOPES.stream().map(each -> each.get().hashCode()).distinct().count());
  }

  @Test
  void knowsAnAppOnce() {
    ExpressionScope scope = ExpressionScope.toApp(EMPTY, "hr", EMPTY).withApp("ad", FULL);
    assertThrows(IllegalArgumentException.class, () -> scope.withApp("hr", FULL));
    assertThrows(IllegalArgumentException.class, () -> scope.withApp("ad", FULL));
    assertEquals(0, scope.otherApp("ad"));
    assertEquals(-1, scope.otherApp("none"));
  }

  /** Without anybody whose attributes it could be, a bare name is unknown. */
  @Test
  void anUntypedScopeWithoutAPersonHasNoBareNames() {
    assertEquals(
        IssueCode.UNKNOWN_NAME,
        assertInstanceOf(
                Compilation.Rejected.class,
                Expression.compile("login", ExpressionScope.untyped(Set.of("payroll")), null))
            .issues()
            .get(0)
            .code());
    for (String root : List.of("user", "appuser", "appUser")) {
      assertInstanceOf(
          Compilation.Compiled.class,
          Expression.compile("login", ExpressionScope.untyped(Set.of(root)), null));
    }
  }
}
