package io.attune.benchmarks.harness;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A variant's JVM, from outside. It stays through all rounds, and keeps nothing between them. */
final class Runner implements Closeable {
  private final Variant variant;
  private final Process process;
  private final BufferedReader answers;
  private final Writer questions;

  /**
   * Starts it.
   *
   * @param quick whether to leave the second compiler out: no time will be believed
   */
  Runner(Variant variant, boolean quick) throws IOException {
    this.variant = variant;
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xss512k"));
    // A dozen of these wait beside the one that runs: what they do not use goes back.
    command.addAll(List.of("-Xmx2g", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=20"));
    if (quick) {
      command.add("-XX:TieredStopAtLevel=1");
    }
    command.addAll(variant.javaOptions());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(JobProcess.class.getName());
    command.add(variant.job().getName());
    command.addAll(variant.options());
    this.process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.questions = process.outputWriter(StandardCharsets.UTF_8);
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
    questions.write(question + "\n");
    questions.flush();
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (Sample.isOne(line)) {
        return Sample.parse(line);
      }
    }
    throw new IOException("the process of `" + variant.name() + "` ended before its answer");
  }

  @Override
  public void close() throws IOException {
    questions.close();
    process.destroy();
  }
}
