package io.attune.benchmarks.expressions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Every engine by the name of its row. */
final class Engines {
  static final String HAND_WRITTEN = "hand-written";
  static final String ATTUNE = "attune";
  static final Map<String, Supplier<Engine>> ALL = all();

  private Engines() {}

  private static Map<String, Supplier<Engine>> all() {
    Map<String, Supplier<Engine>> all = new LinkedHashMap<>();
    all.put(HAND_WRITTEN, HandWritten::new);
    all.put(ATTUNE, AttuneEngine::new);
    all.put("SpEL compiled", () -> new SpelEngine(true));
    all.put("MVEL", MvelEngine::new);
    all.put("Groovy", GroovyEngine::new);
    all.put("Rhino", RhinoEngine::new);
    all.put("JEXL", JexlEngine::new);
    all.put("CEL", CelEngine::new);
    all.put("SpEL interpreted", () -> new SpelEngine(false));
    return all;
  }
}
