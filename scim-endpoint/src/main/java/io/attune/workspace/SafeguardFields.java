package io.attune.workspace;

import io.attune.sourcing.Effect;
import io.attune.sourcing.EffectLimits;
import io.attune.sourcing.ImportSafeguard;
import io.attune.sourcing.ImportSafeguard.Comparison;
import io.attune.sourcing.RollingWindow;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of a {@code safeguard} object. Source: formats, Workspace; added to it, docs. */
final class SafeguardFields {
  private static final int MANY = 1_000_000_000;

  private SafeguardFields() {}

  /** An app's share. */
  static ImportSafeguard share(Fields safeguard) {
    return ImportSafeguard.ofApp(
        safeguard.flag("enabled", true),
        safeguard.number("percent", 20, 0, 100),
        safeguard.number("moreThanUsers", 100, 0, MANY),
        safeguard.constant("comparison", Comparison.class, Comparison.STRICT));
  }

  /** Limits in numbers; none unless set. */
  static EffectLimits limits(Fields safeguard) {
    Fields limits = safeguard.object("limits");
    limits.allowOnly(Stream.of(Effect.values()).map(SafeguardFields::key).toArray(String[]::new));
    Map<Effect, Integer> most = new EnumMap<>(Effect.class);
    for (Effect effect : Effect.values()) {
      int limit = limits.number(key(effect), -1, 0, MANY);
      if (limit >= 0) {
        most.put(effect, limit);
      }
    }
    return new EffectLimits(most);
  }

  private static String key(Effect effect) {
    return effect.name().toLowerCase(Locale.ROOT);
  }

  /** The window over several runs, of the same apps and compared like their share; or null. */
  static @Nullable RollingWindow window(Fields safeguard, ImportSafeguard share) {
    Fields window = safeguard.object("window");
    window.allowOnly("days", "percent");
    int days = window.number("days", 7, 1, 366);
    int percent = window.number("percent", share.percent(), 0, 100);
    return safeguard.get("window") == null
        ? null
        : new RollingWindow(
            days,
            new ImportSafeguard(true, percent, share.minimumPopulation(), share.comparison()));
  }
}
