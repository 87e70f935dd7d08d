package io.attune.plan;

import io.attune.matching.MatchPolicy;
import io.attune.sourcing.ProfileSources;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that decides an import besides the directory and the records.
 *
 * @param run which import it is
 * @param mapping how an app user becomes an Okta user
 * @param matching who a record may be
 * @param confirmation what needs no person's confirmation
 * @param sources which apps source Okta users
 * @param otherSources how the app users of every other source become Okta users, by app: what a
 *     person's attributes fall to where the importing app loses or passes them on
 * @param lifecycle what becomes of accounts
 * @param safeguards how much one import may take away
 * @param requireProof whether absence counts only in a feed that proved its end
 */
public record ImportSettings(
    ImportRun run,
    MappingSettings mapping,
    MatchPolicy matching,
    Confirmation confirmation,
    ProfileSources sources,
    SortedMap<String, MappingSettings> otherSources,
    Lifecycle lifecycle,
    Safeguards safeguards,
    boolean requireProof) {
  /** Copies the map. */
  public ImportSettings {
    otherSources = Collections.unmodifiableSortedMap(new TreeMap<>(otherSources));
  }

  /** Settings of an org whose other apps source nobody. */
  public ImportSettings(
      ImportRun run,
      MappingSettings mapping,
      MatchPolicy matching,
      Confirmation confirmation,
      ProfileSources sources,
      Lifecycle lifecycle,
      Safeguards safeguards,
      boolean requireProof) {
    this(
        run,
        mapping,
        matching,
        confirmation,
        sources,
        Collections.emptySortedMap(),
        lifecycle,
        safeguards,
        requireProof);
  }

  /** The same where expressions have no clock. */
  ImportSettings timeless() {
    SortedMap<String, MappingSettings> others = new TreeMap<>();
    otherSources.forEach((source, settings) -> others.put(source, settings.timeless()));
    return new ImportSettings(
        run,
        mapping.timeless(),
        matching,
        confirmation,
        sources,
        others,
        lifecycle,
        safeguards,
        requireProof);
  }

  /** The same for a feed that holds changes only. */
  public ImportSettings incremental() {
    ImportRun changes =
        new ImportRun(run.app(), ImportMode.INCREMENTAL, run.time(), run.config(), run.directory());
    return new ImportSettings(
        changes,
        mapping,
        matching,
        confirmation,
        sources,
        otherSources,
        lifecycle,
        safeguards,
        requireProof);
  }
}
