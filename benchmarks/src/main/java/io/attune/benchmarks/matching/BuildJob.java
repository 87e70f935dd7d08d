package io.attune.benchmarks.matching;

import io.attune.benchmarks.harness.Heap;
import io.attune.benchmarks.harness.Job;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the finder that the first option names, over as many people as the folder is called. */
final class BuildJob implements Job {
  private @Nullable Crowd crowd;
  private String kind = "";
  private @Nullable Finder built;
  private long before;

  @Override
  public void prepare(Path data, List<String> options) {
    int people = Integer.parseInt(String.valueOf(data.getFileName()));
    built = null;
    crowd = crowd != null && crowd.size() == people ? crowd : new Crowd(people);
    kind = options.get(0);
    before = Heap.usedBytes();
  }

  @Override
  public String run() {
    Crowd people = crowd;
    if (people == null) {
      throw new IllegalStateException("not prepared");
    }
    built = Finder.over(people, kind);
    return people.size() + " people";
  }

  /** What the finder alone keeps alive. */
  @Override
  public long kept() {
    return built == null ? 0 : Math.max(0, Heap.usedBytes() - before);
  }
}
