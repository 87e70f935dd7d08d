package io.attune.benchmarks;

import io.attune.benchmarks.expressions.ExpressionGroup;
import io.attune.benchmarks.harness.Group;
import io.attune.benchmarks.imports.GrowthGroup;
import io.attune.benchmarks.imports.ImportGroup;
import io.attune.benchmarks.imports.MemoryGroup;
import io.attune.benchmarks.matching.MatchGroup;
import io.attune.benchmarks.scim.ScimGroup;
import java.util.List;

/** Every group of benchmarks, in the order of the report. */
final class Groups {
  static final List<Group> ALL =
      List.of(
          new ExpressionGroup(),
          new MatchGroup(),
          new ImportGroup(),
          new GrowthGroup(),
          new MemoryGroup(),
          new ScimGroup());

  private Groups() {}
}
