package io.attune.benchmarks.matching;

import io.attune.benchmarks.harness.Job;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the records that a look-up starts from, and looks nobody up: the floor of look-ups. */
final class RecordsJob implements Job {
  private @Nullable Crowd crowd;

  @Override
  public void prepare(Path data, List<String> options) {
    int people = Integer.parseInt(String.valueOf(data.getFileName()));
    crowd = crowd != null && crowd.size() == people ? crowd : new Crowd(people);
  }

  @Override
  public String run() {
    Crowd people = crowd;
    if (people == null) {
      throw new IllegalStateException("not prepared");
    }
    long made = 0;
    for (int person = 0; person < people.size(); person++) {
      made += Crowd.email(people.record(person).mapped()) == null ? 0 : 1;
    }
    return made + " records";
  }
}
