package io.attune.benchmarks.expressions;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** An engine's JVM, from outside; it lives through all rounds. */
final class EngineRunner implements Closeable {
  private final String engine;
  private final Process process;
  private final BufferedReader answers;
  private final Writer questions;

  /**
   * Starts it.
   *
   * @param quick whether to leave the second compiler out: no time will be believed
   */
  EngineRunner(String engine, int sets, boolean quick) throws IOException {
    this.engine = engine;
    this.process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                quick ? "-XX:TieredStopAtLevel=1" : "-XX:+TieredCompilation",
                "-cp",
                System.getProperty("java.class.path"),
                EngineProcess.class.getName(),
                engine,
                Integer.toString(sets),
                quick ? "5" : "400")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.questions = process.outputWriter(StandardCharsets.UTF_8);
  }

  String engine() {
    return engine;
  }

  /**
   * Measures one round.
   *
   * @throws IOException if the process ended, as it does where its outputs differ
   */
  Measurement measure(boolean compiling) throws IOException {
    questions.write(compiling ? "compile\n" : "evaluate\n");
    questions.flush();
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (Measurement.isOne(line)) {
        return Measurement.parse(line);
      }
    }
    throw new IOException("`" + engine + "` ended before its answer");
  }

  @Override
  public void close() throws IOException {
    questions.close();
    process.destroy();
  }
}
