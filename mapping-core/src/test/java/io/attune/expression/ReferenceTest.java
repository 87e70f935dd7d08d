package io.attune.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the reference to the engine, and the engine to the reference's examples. */
class ReferenceTest {

  @Test
  void isWhatTheTableSays() throws IOException {
    Path root = Path.of(Objects.requireNonNull(System.getProperty("attune.root")));
    Path page = root.resolve("docs/expression-language.md");
    if (Boolean.getBoolean("attune.reference.write")) {
      Files.writeString(page, ReferencePage.text());
    }
    assertEquals(Files.readString(page), ReferencePage.text());
  }

  @ParameterizedTest
  @EnumSource(IssueCode.class)
  void reportsWhatTheExampleOfACodeIsTold(IssueCode code) {
    if (!code.example().isEmpty()) {
      List<IssueCode> codes =
          Expression.compile(code.example(), ReferencePage.scope(), null).issues().stream()
              .map(Issue::code)
              .toList();
      assertTrue(codes.contains(code), () -> code + " is not among " + codes);
    }
  }

  @ParameterizedTest
  @EnumSource(FailureCode.class)
  void failsAsTheExampleOfACodeSays(FailureCode code) {
    if (!code.example().isEmpty()) {
      Compilation compilation = Expression.compile(code.example(), ReferencePage.scope(), null);
      Compilation.Compiled compiled =
          assertInstanceOf(
              Compilation.Compiled.class, compilation, () -> compilation.issues().toString());
      Evaluation.Failed failed =
          assertInstanceOf(
              Evaluation.Failed.class, compiled.expression().evaluate(ReferencePage.input()));
      assertEquals(code, failed.failure().code());
    }
  }
}
