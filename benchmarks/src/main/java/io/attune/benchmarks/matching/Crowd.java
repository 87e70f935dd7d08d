package io.attune.benchmarks.matching;

import io.attune.matching.MatchPopulation;
import io.attune.matching.MatchSubject;
import io.attune.profile.PackedProfiles;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import io.attune.profile.UserSchema;
import org.jspecify.annotations.Nullable;

/** People, packed as a directory packs them; everybody has an e-mail of their own. */
final class Crowd implements MatchPopulation {
  /** The class of the records: another case, as other systems write it. */
  private static final String DOMAIN = "@Example.com";

  private final PackedProfiles profiles = new PackedProfiles(UserSchema.base());
  private final Profile empty = Profile.empty(profiles.schema());

  Crowd(int people) {
    for (int person = 0; person < people; person++) {
      String mail = "given.family." + person + "@example.com";
      profiles.add(
          empty
              .with("login", mail)
              .with("email", mail)
              .with("firstName", "Given" + person % 5000)
              .with("lastName", "Family" + person % 7000));
    }
  }

  /** A record of a person, whose address is written in another case. */
  MatchSubject record(int person) {
    return new MatchSubject(empty.with("email", "Given.Family." + person + DOMAIN), null);
  }

  /** The address of a person, or of a record. */
  static @Nullable Object email(Profile profile) {
    return profile.value("email");
  }

  /** The address of a person. */
  @Nullable Object email(int person) {
    return profiles.value(person, profiles.schema().slot("email"));
  }

  @Override
  public ProfileSchema schema() {
    return profiles.schema();
  }

  @Override
  public int size() {
    return profiles.size();
  }

  @Override
  public @Nullable Object value(int person, int slot) {
    return profiles.value(person, slot);
  }

  @Override
  public int compare(int left, int right) {
    return Integer.compare(left, right);
  }
}
