package io.attune.plan.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.plan.PlannedChange.PlannedValue;
import io.attune.plan.PlannedChange.Target;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ChangeFormsProperties {
  /** Few of each, so that a form comes again, and after others than the last time. */
  @Provide
  Arbitrary<List<PlannedValue>> changes() {
    return Combinators.combine(
            Arbitraries.of(Target.values()),
            Arbitraries.of("title", "naïve \"名\"\n"),
            Arbitraries.of("default", "toOkta.title").injectNull(0.3),
            Arbitraries.of("hr", "crm").injectNull(0.3))
        .as((on, attribute, by, source) -> new PlannedValue(on, attribute, 1L, 2L, by, source))
        .list()
        .ofMaxSize(40);
  }

  private static String expected(PlannedValue value) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (value.on() == Target.APP_USER) {
      json.put("on", "appuser");
    }
    json.put("attribute", value.attribute()).put("from", 1).put("to", 2);
    if (value.by() != null) {
      json.put("by", value.by());
    }
    if (value.source() != null) {
      json.put("source", value.source());
    }
    return json.toString();
  }

  /** Whatever came before a change, what stands around its values is its own. */
  @Property(tries = 500)
  void saysWhatTheChangeIsInAnyOrder(@ForAll("changes") List<PlannedValue> changes) {
    ChangeForms forms = new ChangeForms();
    for (PlannedValue each : changes) {
      ChangeForms.Form form = forms.of(each);
      String start = new String(form.start(), StandardCharsets.UTF_8);
      String end = new String(form.end(), StandardCharsets.UTF_8);
      assertEquals(expected(each), start + "1,\"to\":2" + end);
    }
  }
}
