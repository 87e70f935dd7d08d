package io.attune.workspace;

import io.attune.mapping.OnError;
import io.attune.matching.Normalization;
import io.attune.plan.ProfileUpdate;
import io.attune.sourcing.DeactivationRule;
import io.attune.sourcing.DeactivationRule.OnDeactivate;
import io.attune.sourcing.DeactivationRule.OnStaged;
import io.attune.sourcing.EffectLimits;
import io.attune.sourcing.ImportSafeguard;
import io.attune.sourcing.ReactivationRule;
import io.attune.sourcing.RollingWindow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code sync.json}: what Okta's API has no shape for. An unknown key is an error. Source: formats,
 * Workspace.
 */
record SyncFile(
    List<String> matchAttributes,
    Map<String, Normalization> normalize,
    boolean anyOf,
    boolean holdDoubtful,
    boolean profileSource,
    DeactivationRule deactivation,
    ReactivationRule reactivation,
    ImportSafeguard safeguard,
    BlockScope blockScope,
    EffectLimits limits,
    @Nullable RollingWindow window,
    OlderFeed olderFeed,
    OnError onExpressionError,
    ProfileUpdate profileUpdate,
    boolean requireProof,
    List<String> combinedGroupValues,
    boolean firstNonNull) {
  /** Whom a pause of this app blocks. */
  enum BlockScope {
    APP,
    ORG
  }

  /** What becomes of a feed that seems older than the one applied last. */
  enum OlderFeed {
    WARN,
    REFUSE
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
        "olderFeed",
        "toApp",
        "hook");
    Fields matching = sync.object("matching");
    matching.allowOnly("attributes", "normalize", "anyOf", "holdDoubtful");
    Fields reactivate = sync.object("reactivate");
    reactivate.allowOnly("suspended", "deactivated");
    Fields safeguard = sync.object("safeguard");
    safeguard.allowOnly(
        "enabled", "percent", "moreThanUsers", "comparison", "blockScope", "limits", "window");
    Fields toApp = sync.object("toApp");
    toApp.allowOnly("excludeUsernameUpdates", "reactivate", "push", "combineGroupValues");
    toApp.flag("excludeUsernameUpdates", false);
    toApp.flag("reactivate", true);
    toApp.constant("push", Push.class, Push.WHOLE_PROFILE);
    Fallback fallback = sync.constant("attributeFallback", Fallback.class, Fallback.STRICT);
    ImportSafeguard share = SafeguardFields.share(safeguard);
    return new SyncFile(
        matching.texts("attributes"),
        matching.constants("normalize", Normalization.class, Normalization.NONE),
        matching.flag("anyOf", false),
        matching.flag("holdDoubtful", false),
        sync.flag("profileSource", false),
        new DeactivationRule(
            sync.constant("onDeactivate", OnDeactivate.class, OnDeactivate.DEACTIVATE),
            sync.constant("onStaged", OnStaged.class, OnStaged.LEAVE)),
        new ReactivationRule(
            reactivate.flag("suspended", false), reactivate.flag("deactivated", false)),
        share,
        safeguard.constant("blockScope", BlockScope.class, BlockScope.APP),
        SafeguardFields.limits(safeguard),
        SafeguardFields.window(safeguard, share),
        sync.constant("olderFeed", OlderFeed.class, OlderFeed.WARN),
        sync.constant("onExpressionError", OnError.class, OnError.KEEP),
        sync.constant("profileUpdate", ProfileUpdate.class, ProfileUpdate.ATOMIC),
        sync.flag("requireProof", false),
        toApp.texts("combineGroupValues"),
        fallback == Fallback.FIRST_NON_NULL);
  }
}
