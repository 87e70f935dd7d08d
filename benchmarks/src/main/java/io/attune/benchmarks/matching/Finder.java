package io.attune.benchmarks.matching;

import io.attune.matching.ComparedKey;
import io.attune.matching.Criterion;
import io.attune.matching.MatchOutcome;
import io.attune.matching.MatchPolicy;
import io.attune.matching.MatchSubject;
import io.attune.matching.Matcher;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One way to find people by their e-mail, built over a crowd. */
interface Finder {
  /** Who the record is, or -1. */
  int find(MatchSubject record);

  /** Builds a finder of a kind, which is a row of the table. */
  static Finder over(Crowd crowd, String kind) {
    return switch (kind) {
      case "attune" -> attune(crowd);
      case "HashMap" -> hashMap(crowd);
      case "fastutil" -> fastutil(crowd);
      default -> throw new IllegalArgumentException("no finder `" + kind + "`");
    };
  }

  /** The matcher of an import, by its default rule. */
  static Finder attune(Crowd crowd) {
    Matcher matcher = Matcher.over(crowd, MatchPolicy.EMAIL);
    return record ->
        matcher.match(record) instanceof MatchOutcome.Exact found ? found.person() : -1;
  }

  /** A map from the same keys to people; it could not tell who shares one. */
  static Finder hashMap(Crowd crowd) {
    Map<String, Integer> people = new HashMap<>();
    for (int person = 0; person < crowd.size(); person++) {
      people.put(key(crowd.email(person)), person);
    }
    return record -> people.getOrDefault(key(Crowd.email(record.mapped())), -1);
  }

  /** The same with fastutil's open addressing, without boxes. */
  static Finder fastutil(Crowd crowd) {
    Object2IntOpenHashMap<String> people = new Object2IntOpenHashMap<>();
    people.defaultReturnValue(-1);
    for (int person = 0; person < crowd.size(); person++) {
      people.put(key(crowd.email(person)), person);
    }
    return record -> people.getInt(key(Crowd.email(record.mapped())));
  }

  private static String key(@Nullable Object email) {
    ComparedKey key = new Criterion.Email().key(email);
    return key == null ? "" : key.text();
  }
}
