package io.attune.matching;

import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People who are shown in another order than they were added in: the last added comes first. */
final class RankedPeople implements MatchPopulation {
  private final List<Profile> people = new ArrayList<>();
  private int reads;

  /** Adds somebody with these attributes, name and value in turn. */
  RankedPeople add(@Nullable String... attributes) {
    Profile person = Profile.empty(SmallPopulation.USER);
    for (int index = 0; index < attributes.length; index += 2) {
      person = person.with(String.valueOf(attributes[index]), attributes[index + 1]);
    }
    people.add(person);
    return this;
  }

  /** Adds many people with the same attributes. */
  RankedPeople add(int times, @Nullable String... attributes) {
    for (int time = 0; time < times; time++) {
      add(attributes);
    }
    return this;
  }

  /** How many values were read since this was last asked. */
  int reads() {
    int read = reads;
    reads = 0;
    return read;
  }

  @Override
  public ProfileSchema schema() {
    return SmallPopulation.USER;
  }

  @Override
  public int size() {
    return people.size();
  }

  @Override
  public @Nullable Object value(int person, int slot) {
    reads++;
    return people.get(person).value(slot);
  }

  @Override
  public int compare(int left, int right) {
    return Integer.compare(right, left);
  }
}
