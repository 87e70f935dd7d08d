package io.attune.plan.reference;

import io.attune.plan.reference.Judgement.Draft;
import io.attune.plan.reference.Matching.Candidate;
import io.attune.plan.reference.Matching.Found;
import io.attune.plan.reference.Rules.Criterion;
import io.attune.plan.reference.Rules.Normalize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What speaks against matches and moves that the rules allow. Source: matching, Dangers. */
record Dangers(World world, Rules rules) {
  private static final List<String> NAMES = List.of("firstName", "lastName");

  /** Whom the rules found alone, and what is odd about it. */
  void noteMatch(Judgement judgement, Map<String, Object> mapped, Found found) {
    if (!found.isOne()) {
      return;
    }
    Candidate person = found.people().get(0);
    if (!found.exact()) {
      Object here = mapped.get("employeeNumber");
      Object there = person.profile().get("employeeNumber");
      boolean both =
          Texts.sameAttribute(here, here, Normalize.NONE)
              && Texts.sameAttribute(there, there, Normalize.NONE);
      if (both && !Texts.sameAttribute(here, there, Normalize.NONE)) {
        judgement.note("NAMESAKE_OTHER_NUMBER", "employeeNumber", null);
      }
    } else if (haveNoNameInCommon(mapped, person.profile())) {
      for (Criterion criterion : rules.exact()) {
        String attribute = attribute(criterion);
        if (found.by().contains(criterion.label()) && !NAMES.contains(attribute)) {
          judgement.note("RECYCLED_IDENTIFIER", attribute, null);
        }
      }
    }
  }

  private static boolean haveNoNameInCommon(Map<String, Object> left, Map<String, Object> right) {
    for (String one : NAMES) {
      if (!Texts.sameName(left.get(one), left.get(one))
          || !Texts.sameName(right.get(one), right.get(one))) {
        return false;
      }
    }
    for (String one : NAMES) {
      for (String other : NAMES) {
        if (Texts.sameName(left.get(one), right.get(other))) {
          return false;
        }
      }
    }
    return true;
  }

  private static String attribute(Criterion criterion) {
    return switch (criterion.attribute()) {
      case "EMAIL" -> "email";
      case "USERNAME" -> "login";
      default -> criterion.attribute();
    };
  }

  /** Identifiers that go from one person to another. */
  void noteMoves(List<Judgement> inOrder) {
    List<Criterion> watched =
        new ArrayList<>(
            List.of(
                new Criterion("EMAIL", Normalize.NONE), new Criterion("USERNAME", Normalize.NONE)));
    for (Criterion criterion : rules.exact()) {
      if (watched.stream().noneMatch(each -> attribute(each).equals(attribute(criterion)))) {
        watched.add(criterion);
      }
    }
    for (Criterion criterion : watched) {
      for (Judgement taker : inOrder) {
        Judgement giver = giver(criterion, taker, inOrder);
        if (giver != null) {
          boolean swap = same(criterion, after(criterion, giver), before(criterion, taker));
          taker.note(
              swap ? "IDENTIFIERS_SWAPPED" : "IDENTIFIER_PASSED_ON",
              attribute(criterion),
              (swap ? "with `" : "from `") + giver.person + "`");
        }
      }
    }
  }

  /** The first who gives up what this one takes, or null. */
  private @Nullable Judgement giver(Criterion criterion, Judgement taker, List<Judgement> inOrder) {
    Object taken = after(criterion, taker);
    if (taken == null || same(criterion, taken, before(criterion, taker))) {
      return null;
    }
    for (Judgement giver : inOrder) {
      Object given = before(criterion, giver);
      if (same(criterion, taken, given) && !same(criterion, given, after(criterion, giver))) {
        return giver;
      }
    }
    return null;
  }

  private @Nullable Object before(Criterion criterion, Judgement judgement) {
    return judgement.draft == null || judgement.person == null
        ? null
        : Objects.requireNonNull(world.people().get(judgement.person))
            .profile()
            .get(attribute(criterion));
  }

  private static @Nullable Object after(Criterion criterion, Judgement judgement) {
    Draft draft = judgement.draft;
    return draft == null ? null : draft.after().get(attribute(criterion));
  }

  private static boolean same(Criterion criterion, @Nullable Object left, @Nullable Object right) {
    return switch (criterion.attribute()) {
      case "EMAIL", "USERNAME" -> Texts.sameAutomatically(left, right);
      default -> Texts.sameAttribute(left, right, criterion.normalize());
    };
  }
}
