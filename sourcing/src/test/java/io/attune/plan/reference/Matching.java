package io.attune.plan.reference;

import io.attune.plan.reference.Rules.Criterion;
import io.attune.sourcing.UserStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who a record is. Source: okta-behaviour 3; trust 2. */
record Matching(Rules rules) {

  /** Somebody whom a record may be; {@code id} is null for people of this plan. */
  record Candidate(
      @Nullable String id, Map<String, Object> profile, UserStatus status, long since) {
    static final Comparator<Candidate> ORDER =
        Comparator.comparing((Candidate each) -> each.status() != UserStatus.ACTIVE)
            .thenComparing(Candidate::since)
            .thenComparing(each -> String.valueOf(each.id()), Texts.BYTES);
  }

  /** What a record brings. */
  record Subject(Map<String, Object> mapped, @Nullable String login) {}

  /** Everybody who matches, and by what: exactly, else by name, else nobody. */
  record Found(boolean exact, List<Candidate> people, List<String> by, boolean automatic) {
    boolean isOne() {
      return people.size() == 1;
    }

    boolean isNone() {
      return people.isEmpty();
    }
  }

  Found find(Subject subject, List<Candidate> everybody, @Nullable String banned) {
    List<Candidate> exact = those(everybody, banned, each -> matchesExactly(subject, each));
    if (!exact.isEmpty()) {
      List<String> by = new ArrayList<>();
      for (Criterion criterion : rules.exact()) {
        if (exact.stream().anyMatch(each -> holds(criterion, subject, each))) {
          by.add(criterion.label());
        }
      }
      return new Found(true, exact, by, true);
    }
    List<Candidate> namesakes =
        rules.partial() ? those(everybody, banned, each -> isNamesake(subject, each)) : List.of();
    boolean automatic =
        namesakes.size() == 1 && haveSameNamesAutomatically(subject, namesakes.get(0));
    return new Found(false, namesakes, List.of("FIRST_AND_LAST_NAME"), automatic);
  }

  private static List<Candidate> those(
      List<Candidate> everybody, @Nullable String banned, Predicate<Candidate> matches) {
    List<Candidate> found = new ArrayList<>();
    for (Candidate each : everybody) {
      if ((banned == null || !banned.equals(each.id())) && matches.test(each)) {
        found.add(each);
      }
    }
    found.sort(Candidate.ORDER);
    return found;
  }

  private boolean matchesExactly(Subject subject, Candidate person) {
    int holding = 0;
    for (Criterion criterion : rules.exact()) {
      holding += holds(criterion, subject, person) ? 1 : 0;
    }
    return holding > 0 && (rules.anyOf() || holding == rules.exact().size());
  }

  private static boolean holds(Criterion criterion, Subject subject, Candidate person) {
    return switch (criterion.attribute()) {
      case "EMAIL" ->
          Texts.sameAutomatically(subject.mapped().get("email"), person.profile().get("email"));
      case "USERNAME" -> Texts.sameAutomatically(subject.login(), person.profile().get("login"));
      default ->
          Texts.sameAttribute(
              subject.mapped().get(criterion.attribute()),
              person.profile().get(criterion.attribute()),
              criterion.normalize());
    };
  }

  private static boolean isNamesake(Subject subject, Candidate person) {
    return Texts.sameName(subject.mapped().get("firstName"), person.profile().get("firstName"))
        && Texts.sameName(subject.mapped().get("lastName"), person.profile().get("lastName"));
  }

  private static boolean haveSameNamesAutomatically(Subject subject, Candidate person) {
    return Texts.sameAutomatically(
            subject.mapped().get("firstName"), person.profile().get("firstName"))
        && Texts.sameAutomatically(
            subject.mapped().get("lastName"), person.profile().get("lastName"));
  }
}
