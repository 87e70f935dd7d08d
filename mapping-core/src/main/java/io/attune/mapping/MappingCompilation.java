package io.attune.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What compiling a table gives.
 *
 * @param program ready to run; null if an issue is an error
 * @param issues all of them, in the order of the table
 */
public record MappingCompilation(@Nullable MappingProgram program, List<MappingIssue> issues) {
  /** Copies the list. */
  public MappingCompilation {
    issues = List.copyOf(issues);
  }
}
