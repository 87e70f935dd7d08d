package io.attune.plan;

import io.attune.matching.MatchPolicy;
import io.attune.sourcing.ProfileSources;
import java.util.List;

/** Settings of an import into {@link SmallOrg}, changed one at a time. */
record Settings(
    MappingSettings mapping,
    MatchPolicy matching,
    Confirmation confirmation,
    ProfileSources sources,
    Lifecycle lifecycle,
    Safeguards safeguards,
    boolean requireProof) {
  /** HR sources people, matches by e-mail, and everything is confirmed. */
  static Settings ofSource() {
    return new Settings(
        MappingSettings.of(SmallOrg.TO_OKTA),
        MatchPolicy.EMAIL,
        Confirmation.ALL,
        new ProfileSources(List.of(SmallOrg.HR)),
        Lifecycle.DEFAULT,
        Safeguards.DEFAULT,
        false);
  }

  Settings mapping(MappingSettings newMapping) {
    return new Settings(
        newMapping, matching, confirmation, sources, lifecycle, safeguards, requireProof);
  }

  Settings matching(MatchPolicy policy) {
    return new Settings(
        mapping, policy, confirmation, sources, lifecycle, safeguards, requireProof);
  }

  Settings confirmation(Confirmation newConfirmation) {
    return new Settings(
        mapping, matching, newConfirmation, sources, lifecycle, safeguards, requireProof);
  }

  Settings lifecycle(Lifecycle newLifecycle) {
    return new Settings(
        mapping, matching, confirmation, sources, newLifecycle, safeguards, requireProof);
  }

  Settings sources(String... ranking) {
    return new Settings(
        mapping,
        matching,
        confirmation,
        new ProfileSources(List.of(ranking)),
        lifecycle,
        safeguards,
        requireProof);
  }

  ImportSettings settings() {
    return new ImportSettings(
        SmallOrg.run(),
        mapping,
        matching,
        confirmation,
        sources,
        lifecycle,
        safeguards,
        requireProof);
  }

  ImportPlan plan(SmallOrg org, ImportRecord... records) {
    return plan(org, List.of(records));
  }

  ImportPlan plan(SmallOrg org, List<? extends ImportRecord> records) {
    return ImportPlanner.plan(
        SmallOrg.batch(new FeedEnd.Unproven(), records), org.snapshot(), settings());
  }
}
