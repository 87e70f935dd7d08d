package io.attune.plan;

import io.attune.matching.MatchPopulation;
import io.attune.matching.MatchSubject;
import io.attune.plan.FeedRecords.Fate;
import io.attune.profile.PackedProfiles;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The usable records of a feed, mapped as an import maps them, and seen as a population: their
 * profiles are what the To Okta table makes of them, with the login that they would have.
 */
final class AuditedRecords implements MatchPopulation {
  private final FeedRecords records;
  private final PackedProfiles mapped;
  private final List<Integer> numbers = new ArrayList<>();
  private final List<@Nullable String> logins = new ArrayList<>();

  AuditedRecords(FeedRecords records, DirectorySnapshot directory, MappingSettings mapping) {
    this.records = records;
    this.mapped = new PackedProfiles(directory.userSchema());
    Drafter drafter = new Drafter(mapping, directory);
    for (int record : records.inOrder()) {
      Fate fate = records.fate(record);
      if ((fate == Fate.READ || fate == Fate.REPEATED) && records.isActive(record)) {
        Profile profile = records.profile(record);
        MappedRecord made = drafter.map(profile, Decision.NOBODY);
        if (!made.failed()) {
          add(record, made.values(), drafter.login(profile, made));
        }
      }
    }
  }

  private void add(int record, Profile values, @Nullable String login) {
    numbers.add(record);
    logins.add(login);
    mapped.add(values.with("login", login));
  }

  /** The key of a record at the app. */
  String externalId(int member) {
    return records.externalId(numbers.get(member));
  }

  /** A record as it is looked for. */
  MatchSubject subject(int member) {
    return new MatchSubject(mapped.get(member), logins.get(member));
  }

  @Override
  public ProfileSchema schema() {
    return mapped.schema();
  }

  @Override
  public int size() {
    return numbers.size();
  }

  @Override
  public @Nullable Object value(int member, int slot) {
    return mapped.value(member, slot);
  }

  /** They were added in the order of the plan. */
  @Override
  public int compare(int left, int right) {
    return Integer.compare(left, right);
  }
}
