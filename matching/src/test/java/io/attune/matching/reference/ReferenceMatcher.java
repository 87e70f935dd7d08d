package io.attune.matching.reference;

import io.attune.matching.ComparedKey;
import io.attune.matching.Criterion;
import io.attune.matching.Evidence;
import io.attune.matching.MatchOutcome;
import io.attune.matching.MatchPolicy;
import io.attune.matching.MatchPopulation;
import io.attune.matching.MatchSubject;
import io.attune.matching.Normalization;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules of matching as nested loops over pairs, each comparison spelled out. It shares nothing
 * with the engine but what goes in and what comes out (a test says so). Source: trust 2;
 * okta-behaviour 3.
 */
public final class ReferenceMatcher {
  private static final String WHITE_SPACE =
      "\t\n\u000b\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
          + "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000";

  private final MatchPopulation population;
  private final MatchPolicy policy;

  /** Over a population, by a policy. */
  public ReferenceMatcher(MatchPopulation population, MatchPolicy policy) {
    this.population = population;
    this.policy = policy;
  }

  /** Who the subject is. */
  public MatchOutcome match(MatchSubject subject) {
    List<Integer> exact = people(person -> isExact(subject, person));
    if (!exact.isEmpty()) {
      List<Evidence> evidence = new ArrayList<>();
      for (Criterion criterion : policy.exact()) {
        if (exact.stream().anyMatch(person -> holds(criterion, subject, person))) {
          evidence.add(new Evidence(criterion.label(), key(criterion, subject)));
        }
      }
      return exact.size() == 1
          ? new MatchOutcome.Exact(exact.get(0), evidence)
          : new MatchOutcome.Ambiguous(true, first(exact), exact.size(), evidence);
    }
    List<Integer> partial =
        policy.partial() ? people(person -> isNamesake(subject, person)) : List.of();
    if (partial.isEmpty()) {
      return new MatchOutcome.None();
    }
    List<Evidence> evidence = List.of(new Evidence("FIRST_AND_LAST_NAME", names(subject)));
    return partial.size() == 1
        ? new MatchOutcome.Partial(partial.get(0), evidence, isAutomatic(subject, partial.get(0)))
        : new MatchOutcome.Ambiguous(false, first(partial), partial.size(), evidence);
  }

  private static List<Integer> first(List<Integer> people) {
    return people.subList(0, Math.min(20, people.size()));
  }

  /** What the subject was compared by, given that the criterion holds. */
  private static ComparedKey key(Criterion criterion, MatchSubject subject) {
    if (criterion instanceof Criterion.Attribute attribute) {
      String text = nfc(text(subject, attribute.name()));
      return new ComparedKey(normalized(text, attribute.normalization()));
    }
    boolean isLogin = criterion instanceof Criterion.Username;
    String text = nfc(isLogin ? subject.login() : text(subject, "email"));
    return new ComparedKey(isAscii(text) ? lower(text) : text);
  }

  /** Both names, each after its length, so that no two pairs look the same. */
  private static ComparedKey names(MatchSubject subject) {
    StringBuilder key = new StringBuilder();
    for (String name : List.of("firstName", "lastName")) {
      String folded = nfc(folded(nfc(text(subject, name))));
      key.append(folded.length()).append(':').append(folded);
    }
    return new ComparedKey(key.toString());
  }

  private List<Integer> people(IntPredicate condition) {
    List<Integer> people = new ArrayList<>();
    for (int person = 0; person < population.size(); person++) {
      if (condition.test(person)) {
        people.add(person);
      }
    }
    return people;
  }

  private boolean isExact(MatchSubject subject, int person) {
    if (policy.exact().isEmpty()) {
      return false;
    }
    return policy.anyOf()
        ? policy.exact().stream().anyMatch(criterion -> holds(criterion, subject, person))
        : policy.exact().stream().allMatch(criterion -> holds(criterion, subject, person));
  }

  private boolean holds(Criterion criterion, MatchSubject subject, int person) {
    if (criterion instanceof Criterion.Username) {
      return sameAutomatically(subject.login(), text(person, "login"));
    }
    if (criterion instanceof Criterion.Attribute attribute) {
      return sameAttribute(
          text(subject, attribute.name()),
          text(person, attribute.name()),
          attribute.normalization());
    }
    return sameAutomatically(text(subject, "email"), text(person, "email"));
  }

  private boolean isNamesake(MatchSubject subject, int person) {
    return sameName(text(subject, "firstName"), text(person, "firstName"))
        && sameName(text(subject, "lastName"), text(person, "lastName"));
  }

  private boolean isAutomatic(MatchSubject subject, int person) {
    return sameAutomatically(text(subject, "firstName"), text(person, "firstName"))
        && sameAutomatically(text(subject, "lastName"), text(person, "lastName"));
  }

  private @Nullable String text(int person, String name) {
    return (String) population.value(person, population.schema().slot(name));
  }

  private static @Nullable String text(MatchSubject subject, String name) {
    return (String) subject.mapped().value(name);
  }

  /** ASCII as received without case; else the same code points after NFC, and not ASCII by it. */
  public static boolean sameAutomatically(@Nullable String left, @Nullable String right) {
    if (isBlank(left) || isBlank(right) || isAscii(left) != isAscii(right)) {
      return false;
    }
    if (isAscii(left)) {
      return lower(String.valueOf(left)).equals(lower(String.valueOf(right)));
    }
    String composed = nfc(left);
    return composed.equals(nfc(right)) && !isAscii(composed);
  }

  /** The same code points after NFC and what is made equal first. */
  public static boolean sameAttribute(
      @Nullable String left, @Nullable String right, Normalization normalization) {
    if (isBlank(left) || isBlank(right)) {
      return false;
    }
    String a = normalized(nfc(left), normalization);
    return !a.isEmpty() && a.equals(normalized(nfc(right), normalization));
  }

  private static String normalized(String text, Normalization normalization) {
    return switch (normalization) {
      case NONE -> text;
      case TRIM -> stripped(text);
      case CASEFOLD -> lower(text);
      case ALNUM -> lower(text).replaceAll("[^a-z0-9]", "");
    };
  }

  /** Full case folding, by hand for the letters that the population has. */
  private static boolean sameName(@Nullable String left, @Nullable String right) {
    return !isBlank(left) && !isBlank(right) && folded(nfc(left)).equals(folded(nfc(right)));
  }

  private static String folded(String text) {
    StringBuilder folded = new StringBuilder();
    for (int index = 0; index < text.length(); index++) {
      char unit = text.charAt(index);
      folded.append(
          switch (unit) {
            case '\u00df' -> "ss";
            case '\u212a' -> "k";
            case '\u017f' -> "s";
            case '\u0130' -> "i\u0307";
            case '\u00c9' -> "\u00e9";
            case '\u0131' -> "\u0131";
            default -> lower(String.valueOf(unit));
          });
    }
    return folded.toString();
  }

  private static String lower(String text) {
    StringBuilder lower = new StringBuilder();
    for (int index = 0; index < text.length(); index++) {
      char unit = text.charAt(index);
      lower.append(unit >= 'A' && unit <= 'Z' ? (char) (unit + 32) : unit);
    }
    return lower.toString();
  }

  /** Without what Unicode calls White_Space at both ends; the JDK's idea of it is another one. */
  private static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && WHITE_SPACE.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && WHITE_SPACE.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || stripped(text).isEmpty();
  }

  private static boolean isAscii(@Nullable String text) {
    return text != null && text.chars().allMatch(unit -> unit < 0x80);
  }

  private static String nfc(@Nullable String text) {
    return Normalizer.normalize(String.valueOf(text), Form.NFC);
  }
}
