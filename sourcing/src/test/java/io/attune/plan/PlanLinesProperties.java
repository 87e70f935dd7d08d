package io.attune.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.plan.json.LineModel;
import io.attune.plan.json.PlanWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Differential: the lines of written plans against trees that Jackson writes. */
class PlanLinesProperties {
  @Property(tries = 500)
  void linesAreWrittenAsTheModelSays(@ForAll long seed) throws IOException {
    ImportPlan plan = RandomImport.of(seed).plan();
    List<String> expected = new ArrayList<>();
    plan.forEachLine(line -> expected.add(LineModel.of(line).toString()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PlanWriter.write(plan, out, false);
    List<String> written = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(expected, written.subList(1, 1 + expected.size()));
  }
}
