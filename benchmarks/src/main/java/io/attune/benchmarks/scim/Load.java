package io.attune.benchmarks.scim;

import java.util.ArrayList;
import java.util.List;

/**
 * An operation, asked for over so many connections at once.
 *
 * @param operation what is asked for
 * @param connections how many clients wait for an answer each, from 1
 */
record Load(Operation operation, int connections) {
  /** Of every operation. */
  static final int CONNECTIONS = 8;

  /** Of creates, too: what a commit costs is shared by whoever waits for it. */
  static final int CROWD = 64;

  /** In the order in which they are measured. */
  static final List<Load> ALL = all();

  private static List<Load> all() {
    List<Load> all = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      all.add(new Load(operation, CONNECTIONS));
      if (operation == Operation.CREATE) {
        all.add(new Load(operation, CROWD));
      }
    }
    return List.copyOf(all);
  }

  /** As tables name it. */
  String words() {
    return connections == CONNECTIONS
        ? operation.words()
        : operation.words() + " by " + connections;
  }
}
