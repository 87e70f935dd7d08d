package io.attune.expression;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every input that {@link ExpressionFuzz} starts from or has found, without the fuzzer. */
class FuzzInputsTest {

  static List<Path> inputs() throws IOException, URISyntaxException {
    URL folder = FuzzInputsTest.class.getResource("ExpressionFuzzInputs/nothingEscapes");
    try (Stream<Path> files = Files.list(Path.of(Objects.requireNonNull(folder).toURI()))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void doesNotEscape(Path input) throws IOException, InterruptedException {
    FuzzTarget.run(Files.readAllBytes(input));
  }

  /** What the fuzzer kept because it reached something new, one input in base64 a line. */
  @Test
  void theCorpusDoesNotEscape() throws IOException, InterruptedException {
    try (InputStream in = FuzzInputsTest.class.getResourceAsStream("fuzz-corpus.txt")) {
      String corpus =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
      for (String line : corpus.lines().toList()) {
        FuzzTarget.run(Base64.getDecoder().decode(line));
      }
    }
  }

  @Test
  void hasASeedForEachRowOfTheLanguage() throws IOException, URISyntaxException {
    assertTrue(inputs().size() >= 70);
  }

  /** Bytes of no sense at all, the same in every run. */
  @Test
  void garbageDoesNotEscape() throws InterruptedException {
    Random random = new Random(20150731);
    for (int count = 0; count < 2_000; count++) {
      byte[] input = new byte[1 + random.nextInt(60)];
      random.nextBytes(input);
      FuzzTarget.run(input);
    }
  }
}
