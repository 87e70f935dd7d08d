package io.attune.benchmarks.matching;

import io.attune.benchmarks.harness.Job;
import io.attune.matching.MatchSubject;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks everybody up once, far from the order in which they were added. */
final class LookUpJob implements Job {
  /** Prime to every size that is measured. */
  private static final long STRIDE = 7919;

  private @Nullable Crowd crowd;
  private @Nullable Finder finder;

  @Override
  public void prepare(Path data, List<String> options) {
    int people = Integer.parseInt(String.valueOf(data.getFileName()));
    if (crowd == null || crowd.size() != people) {
      Crowd fresh = new Crowd(people);
      crowd = fresh;
      finder = Finder.over(fresh, options.get(0));
    }
  }

  @Override
  public String run() {
    Crowd people = crowd;
    Finder by = finder;
    if (people == null || by == null) {
      throw new IllegalStateException("not prepared");
    }
    long wrong = 0;
    for (int round = 0; round < people.size(); round++) {
      int person = (int) (round * STRIDE % people.size());
      MatchSubject record = people.record(person);
      wrong += by.find(record) == person ? 0 : 1;
    }
    return wrong + " wrong";
  }
}
