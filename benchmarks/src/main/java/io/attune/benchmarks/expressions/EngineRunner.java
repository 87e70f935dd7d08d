package io.attune.benchmarks.expressions;

import io.attune.benchmarks.harness.ChildJvm;
import java.io.Closeable;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/** An engine's JVM, from outside; it lives through all rounds. */
final class EngineRunner implements Closeable {
  private final String engine;
  private final ChildJvm jvm;

  /**
   * Starts it.
   *
   * @param quick whether to leave the second compiler out: no time will be believed
   */
  EngineRunner(String engine, int sets, boolean quick) throws IOException {
    this.engine = engine;
    this.jvm =
        ChildJvm.start(
            engine,
            quick,
            List.of("-Xmx512m"),
            Redirect.INHERIT,
            EngineProcess.class,
            List.of(engine, Integer.toString(sets), quick ? "5" : "400"));
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
    return Measurement.parse(jvm.ask(compiling ? "compile" : "evaluate", Measurement.MARK));
  }

  @Override
  public void close() throws IOException {
    jvm.close();
  }
}
