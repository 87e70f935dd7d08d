package io.attune.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.expression.ExpressionScope;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.ProfileSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compiles one content once, and forgets within its bound. */
class MappingCacheTest {
  private static ProfileSchema schema(boolean required) {
    return ProfileSchema.of(
        AttributeDefinition.of("email", AttributeKind.STRING).withRequired(required));
  }

  private static ExpressionScope scope(boolean required) {
    return ExpressionScope.toOkta(schema(required), "acme", schema(false));
  }

  private static MappingTable table(String expression) {
    return new MappingTable(List.of(AttributeMapping.of("email", expression)));
  }

  @Test
  void answersEqualContentWithTheSameProgram() {
    MappingCache cache = new MappingCache(10_000);
    assertSame(
        cache.compile(table("appuser.email"), scope(false)),
        cache.compile(table("appuser.email"), scope(false)));
  }

  @Test
  void answersAnythingElseAnew() {
    MappingCache cache = new MappingCache(10_000);
    MappingCompilation first = cache.compile(table("appuser.email"), scope(false));
    assertNotSame(first, cache.compile(table("appuser.email "), scope(false)));
    MappingCompilation stricter = cache.compile(table("appuser.email"), scope(true));
    assertNotSame(first, stricter);
    assertEquals(0, first.issues().size());
    assertEquals("MAY_BE_NULL", stricter.issues().get(0).code());
  }

  @Test
  void holdsNoMoreThanItsWeight() {
    MappingCache cache = new MappingCache(1_000);
    for (int number = 0; number < 50; number++) {
      cache.compile(table("'" + number + "'"), scope(false));
    }
    cache.tidy();
    assertTrue(cache.size() >= 1 && cache.size() <= 2, () -> cache.size() + " tables");
  }
}
