package io.attune.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfileValidatorTest {
  private static final AttributeDefinition SIZE =
      AttributeDefinition.of("size", AttributeKind.STRING)
          .withFormat(AttributeFormat.EMAIL)
          .withConstraints(new Constraints(3, 4, null, null, null, List.of("a@bc", "long@x.y")));
  private static final AttributeDefinition LEVEL =
      AttributeDefinition.of("level", AttributeKind.INTEGER)
          .withConstraints(new Constraints(null, null, 1L, 9.5, null, List.of()));
  private static final AttributeDefinition TAGS =
      AttributeDefinition.of("tags", AttributeKind.STRING_ARRAY)
          .withConstraints(Constraints.length(2, 3));
  private static final AttributeDefinition NAME =
      AttributeDefinition.of("name", AttributeKind.STRING).withRequired(true);

  private static List<String> told(AttributeDefinition attribute, @Nullable Object value) {
    ProfileSchema schema = ProfileSchema.of(attribute);
    ProfileValidator validator = new ProfileValidator(schema);
    @Nullable Object[] values = {value};
    List<Violation> all = validator.validate(Profile.ofOwned(schema, values));
    BitSet slots = new BitSet();
    slots.set(0);
    List<Violation> first = validator.validate(values, slots);
    assertEquals(all.isEmpty(), first.isEmpty());
    assertEquals(all.stream().map(Violation::found).distinct().toList(), found(first));
    return all.stream().map(each -> each.rule() + " " + each.found()).toList();
  }

  private static List<String> found(List<Violation> violations) {
    return violations.stream().map(Violation::found).toList();
  }

  @Test
  void everyRuleThatAValueBreaks() {
    assertEquals(List.of(), told(SIZE, "a@bc"));
    assertEquals(List.of(), told(SIZE, null));
    assertEquals(List.of("MAX_LENGTH string"), told(SIZE, "long@x.y"));
    assertEquals(List.of("MIN_LENGTH string", "ENUM string", "FORMAT string"), told(SIZE, "x"));
    assertEquals(
        List.of("MAX_LENGTH string", "UNPAIRED_SURROGATE string", "ENUM string", "FORMAT string"),
        told(SIZE, "xxxx\ud800"));
    assertEquals(List.of("REQUIRED absent"), told(NAME, null));
    assertEquals(List.of(), told(NAME, ""));
    assertEquals(List.of("KIND integer"), told(NAME, 7L));
  }

  @Test
  void boundsOfIntegersAreExact() {
    assertEquals(List.of(), told(LEVEL, 9L));
    assertEquals(List.of("MAXIMUM integer"), told(LEVEL, 10L));
    assertEquals(List.of("MINIMUM integer"), told(LEVEL, 0L));
    assertEquals(List.of("KIND number"), told(LEVEL, 1.0));
  }

  @Test
  void ofAnArrayEachElementCounts() {
    assertEquals(List.of(), told(TAGS, List.of("ab", "abc")));
    assertEquals(
        List.of("MIN_LENGTH array", "MAX_LENGTH array"), told(TAGS, List.of("abcd", "ab", "a")));
    assertEquals(List.of("KIND array"), told(TAGS, List.of(1L)));
  }
}
