package io.attune.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.matching.reference.ReferenceMatcher;
import io.attune.profile.Profile;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Nobody is matched to somebody else: over pairs of texts that tables of Unicode call alike, an
 * exact match is found if, and only if, the two are equal by the stated rule, spelled out in {@link
 * ReferenceMatcher}; under every default locale. Source: trust 2.
 */
class AutomaticMatchProperties {
  private static final int PAIRS = Boolean.getBoolean("attune.proof") ? 1_000_000 : 100_000;

  private static final List<String> LOCALES = List.of("en-US", "tr-TR", "lt-LT", "az-AZ", "ar-EG");

  private static final List<Criterion> CRITERIA =
      List.of(
          new Criterion.Email(),
          new Criterion.Username(),
          new Criterion.Attribute("employeeNumber", Normalization.NONE),
          new Criterion.Attribute("employeeNumber", Normalization.TRIM),
          new Criterion.Attribute("employeeNumber", Normalization.CASEFOLD),
          new Criterion.Attribute("employeeNumber", Normalization.ALNUM));

  @Test
  void anExactMatchMeansEqualityUnderTheRule() {
    Lookalikes lookalikes = new Lookalikes();
    assertTrue(lookalikes.size() > 3000, "the tables are there: " + lookalikes.size());
    Locale before = Locale.getDefault();
    int[] matched = new int[CRITERIA.size()];
    try {
      for (int pair = 0; pair < PAIRS; pair++) {
        Locale.setDefault(Locale.forLanguageTag(LOCALES.get(pair % LOCALES.size())));
        Random random = new Random(pair);
        String left = lookalikes.text(random);
        String right = lookalikes.alike(left, random);
        for (int index = 0; index < matched.length; index++) {
          Criterion criterion = CRITERIA.get(index);
          boolean found = isFound(criterion, left, right);
          assertEquals(
              isEqual(criterion, left, right), found, () -> criterion + shown(left, right));
          matched[index] += found ? 1 : 0;
        }
      }
    } finally {
      Locale.setDefault(before);
    }
    for (int times : matched) {
      assertTrue(times > PAIRS / 50 && times < PAIRS / 10 * 9, "both happen often: " + times);
    }
  }

  private static boolean isFound(Criterion criterion, String left, String right) {
    Profile person = with(criterion, left);
    MatchPopulation one = new SmallPopulation(List.of(person));
    MatchSubject subject = new MatchSubject(with(criterion, right), right);
    return Matcher.over(one, MatchPolicy.allOf(criterion)).match(subject)
        instanceof MatchOutcome.Exact;
  }

  private static Profile with(Criterion criterion, String text) {
    return Profile.empty(SmallPopulation.USER).with(criterion.attribute(), text);
  }

  private static boolean isEqual(Criterion criterion, String left, String right) {
    return criterion instanceof Criterion.Attribute attribute
        ? ReferenceMatcher.sameAttribute(left, right, attribute.normalization())
        : ReferenceMatcher.sameAutomatically(left, right);
  }

  private static String shown(String left, String right) {
    return " " + left.codePoints().boxed().toList() + " " + right.codePoints().boxed().toList();
  }
}
