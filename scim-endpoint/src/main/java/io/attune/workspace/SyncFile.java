package io.attune.workspace;

import io.attune.mapping.OnError;
import io.attune.matching.Normalization;
import io.attune.plan.ProfileUpdate;
import io.attune.sourcing.DeactivationRule;
import io.attune.sourcing.DeactivationRule.OnDeactivate;
import io.attune.sourcing.DeactivationRule.OnStaged;
import io.attune.sourcing.ImportSafeguard;
import io.attune.sourcing.ReactivationRule;
import java.util.List;
import java.util.Map;

/**
 * {@code sync.json}: what Okta's API has no shape for. An unknown key is an error. Source: formats,
 * Workspace.
 */
record SyncFile(
    List<String> matchAttributes,
    Map<String, Normalization> normalize,
    boolean anyOf,
    boolean profileSource,
    DeactivationRule deactivation,
    ReactivationRule reactivation,
    ImportSafeguard safeguard,
    BlockScope blockScope,
    OnError onExpressionError,
    ProfileUpdate profileUpdate,
    boolean requireProof,
    boolean firstNonNull) {
  /** Whom a pause of this app blocks. */
  enum BlockScope {
    APP,
    ORG
  }

  private enum Fallback {
    STRICT,
    FIRST_NON_NULL
  }

  private enum Push {
    WHOLE_PROFILE,
    CHANGED_ONLY
  }

  static SyncFile read(Fields sync) {
    sync.allowOnly(
        "matching",
        "profileSource",
        "onDeactivate",
        "onStaged",
        "reactivate",
        "safeguard",
        "attributeFallback",
        "onExpressionError",
        "profileUpdate",
        "requireProof",
        "toApp",
        "hook");
    Fields matching = sync.object("matching");
    matching.allowOnly("attributes", "normalize", "anyOf");
    Fields reactivate = sync.object("reactivate");
    reactivate.allowOnly("suspended", "deactivated");
    Fields safeguard = sync.object("safeguard");
    safeguard.allowOnly("enabled", "percent", "moreThanUsers", "comparison", "blockScope");
    Fields toApp = sync.object("toApp");
    toApp.allowOnly("excludeUsernameUpdates", "reactivate", "push");
    toApp.flag("excludeUsernameUpdates", false);
    toApp.flag("reactivate", true);
    toApp.constant("push", Push.class, Push.WHOLE_PROFILE);
    Fallback fallback = sync.constant("attributeFallback", Fallback.class, Fallback.STRICT);
    return new SyncFile(
        matching.texts("attributes"),
        matching.constants("normalize", Normalization.class, Normalization.NONE),
        matching.flag("anyOf", false),
        sync.flag("profileSource", false),
        new DeactivationRule(
            sync.constant("onDeactivate", OnDeactivate.class, OnDeactivate.DEACTIVATE),
            sync.constant("onStaged", OnStaged.class, OnStaged.LEAVE)),
        new ReactivationRule(
            reactivate.flag("suspended", false), reactivate.flag("deactivated", false)),
        ImportSafeguard.ofApp(
            safeguard.flag("enabled", true),
            safeguard.number("percent", 20, 0, 100),
            safeguard.number("moreThanUsers", 100, 0, 1_000_000_000),
            safeguard.constant(
                "comparison", ImportSafeguard.Comparison.class, ImportSafeguard.Comparison.STRICT)),
        safeguard.constant("blockScope", BlockScope.class, BlockScope.APP),
        sync.constant("onExpressionError", OnError.class, OnError.KEEP),
        sync.constant("profileUpdate", ProfileUpdate.class, ProfileUpdate.ATOMIC),
        sync.flag("requireProof", false),
        fallback == Fallback.FIRST_NON_NULL);
  }
}
