package io.attune.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.matching.KeyCensus.Groups;
import io.attune.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How well criteria tell people apart. */
class KeyCensusTest {
  private static MatchPopulation numbers(@Nullable String... numbers) {
    List<Profile> people =
        Arrays.stream(numbers)
            .map(number -> Profile.empty(SmallPopulation.USER).with("employeeNumber", number))
            .toList();
    return new SmallPopulation(people);
  }

  private static KeyCensus of(Normalization normalization, @Nullable String... numbers) {
    return KeyCensus.of(new Criterion.Attribute("employeeNumber", normalization), numbers(numbers));
  }

  @Test
  void countsBlanksSharedKeysAndCollisions() {
    String[] numbers = {"E1", "e1", null, " ", "E-1", "2", "2", "--"};
    Groups none = new Groups(0, 0, 0, List.of());
    Groups two = new Groups(1, 2, 2, List.of(List.of(5, 6)));
    assertEquals(new KeyCensus(8, 6, 2, two, none), of(Normalization.NONE, numbers));
    Groups e1 = new Groups(1, 3, 3, List.of(List.of(0, 1, 4)));
    assertEquals(
        new KeyCensus(8, 5, 2, new Groups(2, 5, 3, List.of(List.of(0, 1, 4), List.of(5, 6))), e1),
        of(Normalization.ALNUM, numbers));
  }

  @Test
  void showsTheFirstGroupsAndTheirFirstMembers() {
    List<String> many = new ArrayList<>();
    for (int index = 0; index < 70; index++) {
      many.add(String.valueOf(index % 10));
    }
    KeyCensus census = of(Normalization.NONE, many.toArray(new String[0]));
    assertEquals(10, census.shared().keys());
    assertEquals(70, census.shared().members());
    assertEquals(KeyCensus.SHOWN, census.shared().examples().size());
    assertEquals(List.of(0, 10, 20, 30, 40), census.shared().examples().get(0));
    assertEquals(List.of(4, 14, 24, 34, 44), census.shared().examples().get(4));
  }

  @Test
  void countsNamesakes() {
    Profile ann = Profile.empty(SmallPopulation.USER).with("firstName", "Ann");
    KeyCensus census =
        KeyCensus.ofNames(
            new SmallPopulation(
                List.of(
                    ann.with("lastName", "Lee"),
                    ann.with("lastName", "LEE"),
                    ann.with("lastName", "Oz"),
                    ann)));
    Groups namesakes = new Groups(1, 2, 2, List.of(List.of(0, 1)));
    assertEquals(new KeyCensus(4, 3, 1, namesakes, namesakes), census);
  }
}
