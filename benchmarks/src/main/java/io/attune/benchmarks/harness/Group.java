package io.attune.benchmarks.harness;

import java.io.IOException;
import java.util.List;

/** Measurements of one subject, run together. */
public interface Group {
  /** What it is called on the command line. */
  String name();

  /** One line: what it measures, and against what. */
  String about();

  /**
   * Measures everything.
   *
   * @throws Refused if a variant does not compute what the others do
   * @throws IOException if a file or a process fails
   */
  List<Table> run(Session session) throws IOException;
}
