package io.attune.plan;

import io.attune.matching.MatchPolicy;
import io.attune.sourcing.ProfileSources;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

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

  Settings safeguards(Safeguards newSafeguards) {
    return new Settings(
        mapping, matching, confirmation, sources, lifecycle, newSafeguards, requireProof);
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

  /** The same, where these sources pass on what they have no value for. */
  Settings firstNonNull(String... apps) {
    return new Settings(
        mapping,
        matching,
        confirmation,
        new ProfileSources(sources.ranking(), new TreeSet<>(List.of(apps))),
        lifecycle,
        safeguards,
        requireProof);
  }

  /** Every other source maps as {@link SmallOrg#TO_OKTA} does. */
  private SortedMap<String, MappingSettings> otherSources() {
    SortedMap<String, MappingSettings> others = new TreeMap<>();
    for (String app : sources.ranking()) {
      if (!app.equals(SmallOrg.HR)) {
        others.put(app, MappingSettings.of(SmallOrg.TO_OKTA));
      }
    }
    return others;
  }

  ImportSettings settings() {
    return new ImportSettings(
        SmallOrg.run(),
        mapping,
        matching,
        confirmation,
        sources,
        otherSources(),
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
