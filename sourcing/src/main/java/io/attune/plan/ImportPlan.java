package io.attune.plan;

import java.util.List;
import java.util.function.Consumer;

/**
 * What an import would do, decided in full before anything is done. Its lines are made when they
 * are asked for, so that a plan of a million people fits beside the directory.
 */
public interface ImportPlan {
  /** Which import this is, and over which inputs. */
  ImportRun run();

  /** SHA-256 of the sorted digests of the raw records. */
  Sha256 records();

  /**
   * Hands over every line in the order of the plan: by the UTF-8 bytes of the externalId, lines
   * without one last by their record's digest. May be asked again, for the same lines.
   */
  void forEachLine(Consumer<? super PlannedChange> each);

  /** The records that the next import need not parse, made anew at each call. */
  RecordMemory memory();

  /** The lines about groups, in the order of the plan; none where the feed holds no group. */
  default List<PlannedGroup> groups() {
    return List.of();
  }

  /** What the lines come to, and what the safeguards say. */
  ImportReport report();
}
