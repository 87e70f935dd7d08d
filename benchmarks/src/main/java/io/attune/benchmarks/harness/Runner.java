package io.attune.benchmarks.harness;

import java.io.Closeable;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A variant's JVM, from outside. It stays through all rounds, and keeps nothing between them. */
final class Runner implements Closeable {
  private final Variant variant;
  private final ChildJvm jvm;

  /**
   * Starts it.
   *
   * @param quick whether to leave the second compiler out: no time will be believed
   */
  Runner(Variant variant, boolean quick) throws IOException {
    this.variant = variant;
    // A dozen of these wait beside the one that runs: what they do not use goes back.
    List<String> options =
        new ArrayList<>(
            List.of("-Xss512k", "-Xmx2g", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=20"));
    options.addAll(variant.javaOptions());
    List<String> arguments = new ArrayList<>(List.of(variant.job().getName()));
    arguments.addAll(variant.options());
    this.jvm =
        ChildJvm.start(
            variant.name(), quick, options, Redirect.INHERIT, JobProcess.class, arguments);
  }

  Variant variant() {
    return variant;
  }

  /** Repeats the job over small data until the JIT is quiet. */
  Sample warmUp(Path data) throws IOException {
    return ask("warm " + data);
  }

  /** Does the job once. */
  Sample run(Path data) throws IOException {
    return ask("run " + data);
  }

  private Sample ask(String question) throws IOException {
    return Sample.parse(jvm.ask(question, Sample.MARK));
  }

  @Override
  public void close() throws IOException {
    jvm.close();
  }
}
