package io.attune.benchmarks.expressions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Engines that compute different things would not be comparable. */
class EnginesTest {

  static Set<String> engines() {
    return Engines.ALL.keySet();
  }

  @ParameterizedTest
  @MethodSource("engines")
  void giveWhatHandWrittenJavaGives(String name) throws Exception {
    Engine engine = Objects.requireNonNull(Engines.ALL.get(name)).get();
    MappingSet handWritten = new HandWritten().compile(3);
    MappingSet set = engine.compile(3);
    @Nullable Object[] expected = new @Nullable Object[MappingSet.SIZE];
    @Nullable Object[] actual = new @Nullable Object[MappingSet.SIZE];
    // Twice: SpEL compiles an expression after it has run once.
    for (int time = 0; time < 2; time++) {
      for (PersonForms person : PersonForms.people()) {
        handWritten.evaluate(person, expected);
        set.evaluate(person, actual);
        assertArrayEquals(expected, actual);
      }
    }
  }
}
