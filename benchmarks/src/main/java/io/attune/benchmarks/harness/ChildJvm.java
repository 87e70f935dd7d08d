package io.attune.benchmarks.harness;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM on our own class path, from outside: it answers lines on its standard input by lines on its
 * standard output, which a mark tells from whatever else is printed there.
 */
public final class ChildJvm implements Closeable {
  private final String name;
  private final Process process;
  private final BufferedReader answers;
  private final Writer questions;

  private ChildJvm(String name, Process process) {
    this.name = name;
    this.process = process;
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.questions = process.outputWriter(StandardCharsets.UTF_8);
  }

  /**
   * Starts one, always with the serial collector.
   *
   * @param name as messages name it
   * @param quick whether to leave the second compiler out: no time will be believed
   * @param javaOptions more options of the JVM
   * @param errors where its standard error goes
   * @throws IOException if it cannot be started
   */
  public static ChildJvm start(
      String name,
      boolean quick,
      List<String> javaOptions,
      Redirect errors,
      Class<?> main,
      List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add(quick ? "-XX:TieredStopAtLevel=1" : "-XX:+TieredCompilation");
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return new ChildJvm(name, new ProcessBuilder(command).redirectError(errors).start());
  }

  /**
   * Asks, and waits for the answer.
   *
   * @param mark what the line of the answer begins with
   * @return the rest of that line
   * @throws IOException if the process ends before it answers
   */
  public String ask(String question, String mark) throws IOException {
    questions.write(question + "\n");
    questions.flush();
    return await(mark);
  }

  /**
   * Waits for a line.
   *
   * @param mark what it begins with
   * @return the rest of it
   * @throws IOException if the process ends before
   */
  public String await(String mark) throws IOException {
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith(mark)) {
        return line.substring(mark.length());
      }
    }
    throw new IOException("the process of `" + name + "` ended before its answer");
  }

  /** Ends it. */
  @Override
  public void close() throws IOException {
    questions.close();
    process.destroy();
  }
}
