package io.attune.benchmarks.expressions;

/** Something that evaluates the twelve expressions. */
interface Engine {
  /**
   * Makes one mapping set ready to run.
   *
   * @param set a number that some constants of the set hold, so that no two sets are the same
   */
  MappingSet compile(int set) throws Exception;
}
