package io.attune.expression;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Coverage-guided fuzzing of all that takes an author's text, by {@code mvn test -Pfuzz -pl
 * mapping-core}. Inputs that it found, or was given, are run by {@link FuzzInputsTest} in every
 * build.
 */
class ExpressionFuzz {

  @DictionaryFile(resourcePath = "expression.dict")
  @FuzzTest(maxDuration = "5m")
  void nothingEscapes(byte[] input) throws InterruptedException {
    FuzzTarget.run(input);
  }
}
