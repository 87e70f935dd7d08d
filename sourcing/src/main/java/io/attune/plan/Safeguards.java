package io.attune.plan;

import io.attune.sourcing.EffectLimits;
import io.attune.sourcing.ImportSafeguard;

/**
 * The limits on what one import may take away. Source: okta-behaviour 6.1, 6.7.
 *
 * @param app the importing app's own limit
 * @param org the limit over all apps of the org
 * @param effects limits in numbers, on this and on other effects
 */
public record Safeguards(ImportSafeguard app, ImportSafeguard org, EffectLimits effects) {
  /** Okta's two limits alone. */
  public Safeguards(ImportSafeguard app, ImportSafeguard org) {
    this(app, org, EffectLimits.NONE);
  }

  /** 20 % each, for apps of more than 100 users and orgs of at least 100 assignments. */
  public static final Safeguards DEFAULT =
      new Safeguards(
          ImportSafeguard.ofApp(true, 20, 100, ImportSafeguard.Comparison.STRICT),
          new ImportSafeguard(true, 20, 100, ImportSafeguard.Comparison.STRICT));
}
