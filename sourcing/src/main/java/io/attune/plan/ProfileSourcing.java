package io.attune.plan;

import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeMaster;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import io.attune.sourcing.AttributeOwner;
import io.attune.sourcing.AttributeOwner.Reason;
import io.attune.sourcing.AttributeSourcing;
import io.attune.sourcing.SourceStanding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What an import writes into the Okta profile of somebody who exists: the attributes that the
 * importing app owns, and those that it passes on or loses to another source. Source:
 * okta-behaviour 5.2 to 5.9.
 */
final class ProfileSourcing {
  private final DirectorySnapshot directory;
  private final String app;
  private final Drafter drafter;
  private final Standings standings;
  private final AttributeSourcing rule;
  private final SourceOffers offers;
  private final boolean wholeProfiles;

  ProfileSourcing(ImportSettings settings, DirectorySnapshot directory, Drafter drafter) {
    this.directory = directory;
    this.app = settings.run().app();
    this.drafter = drafter;
    this.standings = new Standings(settings.sources(), app, directory);
    this.rule = new AttributeSourcing(settings.sources());
    SortedMap<String, MappingSettings> sources = new TreeMap<>(settings.otherSources());
    sources.put(app, settings.mapping());
    this.offers = new SourceOffers(sources, directory);
    this.wholeProfiles = areWhole(settings, directory);
  }

  /** Whether no attribute has an owner of its own: the highest source writes all or nothing. */
  static boolean areWhole(ImportSettings settings, DirectorySnapshot directory) {
    return settings.sources().firstNonNull().isEmpty()
        && directory.userSchema().attributes().stream()
            .allMatch(each -> each.master().type() == AttributeMaster.Type.PROFILE_MASTER);
  }

  /**
   * What the record of a person whom the importing app has writes; null where it may nothing, or
   * changes nothing and there is nothing to say.
   */
  @Nullable UserDraft written(Profile record, int person) {
    SourceStanding standing = standings.amongAssigned(person);
    if (standing == SourceStanding.NO_SOURCE) {
      return null;
    }
    if (wholeProfiles) {
      return standing == SourceStanding.HIGHEST
          ? update(drafter.map(record, person), person)
          : null;
    }
    SourceOffers.Of now = offers.with(person, new ToOkta.Arrived(app, record));
    return drafter.update(
        merged(now, slot -> writer(now, attribute(slot))), directory.profile(person));
  }

  /** Most records of a full feed change nothing: that is seen before the profile is unpacked. */
  private @Nullable UserDraft update(MappedRecord mapped, int person) {
    return mapped.diagnostics().isEmpty() && drafter.isAsStored(mapped, person)
        ? null
        : drafter.update(mapped, directory.profile(person));
  }

  /** Whose an attribute is of a person whom the importing app has, with this record. */
  AttributeOwner owner(Profile record, int person, int slot) {
    return rule.ownerOf(attribute(slot), offers.with(person, new ToOkta.Arrived(app, record)));
  }

  /** Whose value a record writes: its own, or that of the source that it passed on to. */
  private @Nullable String writer(SourceOffers.Of now, AttributeDefinition attribute) {
    AttributeOwner owner = rule.ownerOf(attribute, now);
    return app.equals(owner.app()) || owner.passed(app, Reason.NO_VALUE) ? owner.app() : null;
  }

  /**
   * What the importing app's attributes of a person fall to whom it no longer has; null where they
   * stay as they are, Okta's own from now on.
   */
  @Nullable UserDraft lost(int person) {
    boolean nobodyElse = standings.source(person, false) == null && wholeProfiles;
    if (standings.amongAssigned(person) == SourceStanding.NO_SOURCE || nobodyElse) {
      return null;
    }
    SourceOffers.Of before = offers.withAssigned(person, app, true);
    SourceOffers.Of after = offers.withAssigned(person, app, false);
    MappedRecord fallen =
        merged(
            after,
            slot ->
                app.equals(rule.ownerOf(attribute(slot), before).app())
                    ? rule.ownerOf(attribute(slot), after).app()
                    : null);
    return drafter.update(fallen, directory.profile(person));
  }

  /** The values of the sources that write, slot by slot; what nobody writes is kept. */
  private MappedRecord merged(SourceOffers.Of offered, IntFunction<@Nullable String> writers) {
    ProfileSchema schema = directory.userSchema();
    @Nullable Object[] values = new @Nullable Object[schema.size()];
    BitSet kept = new BitSet(values.length);
    BitSet refusing = new BitSet(0);
    Map<Integer, String> sources = new HashMap<>();
    Map<String, Set<String>> written = new LinkedHashMap<>(Map.of(app, new HashSet<>()));
    for (int slot = 0; slot < values.length; slot++) {
      String writer = writers.apply(slot);
      MappedRecord from = writer == null ? null : offered.mapped(writer);
      if (writer == null || from == null) {
        kept.set(slot);
        continue;
      }
      written.computeIfAbsent(writer, each -> new HashSet<>()).add(attribute(slot).name());
      boolean own = writer.equals(app);
      // Only the record itself can be refused; another source's failure leaves the value.
      refusing.set(slot, own && from.refusing().get(slot));
      kept.set(slot, from.kept().get(slot) || (!own && from.refusing().get(slot)));
      values[slot] = from.values().value(slot);
      if (!own) {
        sources.put(slot, writer);
      }
    }
    return new MappedRecord(
        Profile.ofOwned(schema, values), kept, refusing, diagnostics(offered, written), sources);
  }

  /** What is to be said of the attributes that are written: the importing app's first. */
  private static List<Diagnostic> diagnostics(
      SourceOffers.Of offered, Map<String, Set<String>> written) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    written.forEach(
        (source, attributes) -> {
          MappedRecord from = attributes.isEmpty() ? null : offered.mapped(source);
          if (from != null) {
            from.diagnostics().stream()
                .filter(each -> attributes.contains(each.attribute()))
                .forEach(diagnostics::add);
          }
        });
    return diagnostics;
  }

  private AttributeDefinition attribute(int slot) {
    return directory.userSchema().attribute(slot);
  }
}
