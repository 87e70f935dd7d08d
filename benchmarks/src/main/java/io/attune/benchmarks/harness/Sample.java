package io.attune.benchmarks.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * One run of a job, as its process tells it.
 *
 * @param output what the job answered
 * @param cpuNanos of the whole process, its collector and compiler included
 * @param wallNanos on the wall
 * @param peakBytes the most heap in use at once
 * @param keptBytes what the job says it keeps
 */
record Sample(String output, long cpuNanos, long wallNanos, long peakBytes, long keptBytes) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What its line begins with. */
  static final String MARK = "sample ";

  /** As a line of the process's output. */
  String line() {
    try {
      return MARK + MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads what follows the mark. */
  static Sample parse(String json) {
    try {
      return MAPPER.readValue(json, Sample.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a job's process answers nonsense", e);
    }
  }
}
