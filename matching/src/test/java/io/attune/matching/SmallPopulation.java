package io.attune.matching;

import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import io.attune.profile.UserSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A few people who have nearly the same names and addresses; the first added comes first. */
record SmallPopulation(List<Profile> people) implements MatchPopulation {
  static final ProfileSchema USER = UserSchema.base();

  static final List<String> NAMES =
      List.of("login", "email", "firstName", "lastName", "employeeNumber");

  /** Cases, marks composed and not, letters that fold to others, blanks, absent values. */
  private static final List<@Nullable String> TEXTS =
      Arrays.asList(
          "ann@x",
          "ANN@X",
          "ann@x ",
          "\u00e9@x",
          "e\u0301@x",
          "\u00c9@x",
          "K@x",
          "\u212a@x",
          "k@x",
          "stra\u00dfe",
          "strasse",
          "STRASSE",
          "\u0131",
          "i",
          "I",
          "\u0130",
          "\u017f",
          "s",
          "",
          " ",
          null,
          "E-01",
          "e01",
          "\u2003E01");

  static Profile person(Random random) {
    Profile profile = Profile.empty(USER);
    for (String name : NAMES) {
      // Few first names, so that people have namesakes.
      int texts = name.equals("firstName") ? 6 : TEXTS.size();
      profile = profile.with(name, TEXTS.get(random.nextInt(texts)));
    }
    return profile;
  }

  static SmallPopulation of(Random random) {
    List<Profile> people = new ArrayList<>();
    int size = random.nextInt(12);
    for (int index = 0; index < size; index++) {
      people.add(person(random));
    }
    return new SmallPopulation(people);
  }

  /** Hundreds of people who have three addresses and two names between them. */
  static SmallPopulation crowd(Random random) {
    List<Profile> people = new ArrayList<>();
    for (int size = 80 + random.nextInt(300); size > 0; size--) {
      Profile profile = Profile.empty(USER);
      for (String name : NAMES) {
        profile = profile.with(name, TEXTS.get(random.nextInt(name.endsWith("Name") ? 2 : 3)));
      }
      people.add(profile);
    }
    return new SmallPopulation(people);
  }

  @Override
  public ProfileSchema schema() {
    return USER;
  }

  @Override
  public int size() {
    return people.size();
  }

  @Override
  public @Nullable Object value(int person, int slot) {
    return people.get(person).value(slot);
  }

  @Override
  public int compare(int left, int right) {
    return Integer.compare(left, right);
  }
}
