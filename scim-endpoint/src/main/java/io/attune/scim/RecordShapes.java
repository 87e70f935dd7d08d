package io.attune.scim;

import io.attune.plan.AppRecord;
import io.attune.plan.Sha256;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of a feed's records, those met lately first. There are few, since it is one program
 * that writes them; where there are many, looking for one is given up.
 */
final class RecordShapes {
  private static final int MAX = 8;
  private static final int TRIAL = 256;

  private final List<RecordShape> shapes = new ArrayList<>(MAX);
  private long asked;
  private long known;

  /** The record of a line; null if it has no shape that is known. */
  @Nullable AppRecord read(byte[] line, Sha256 raw) {
    if (isGivenUp()) {
      return null;
    }
    asked++;
    for (int at = 0; at < shapes.size(); at++) {
      AppRecord record = shapes.get(at).read(line, raw);
      if (record != null) {
        known++;
        if (at > 0) {
          Collections.swap(shapes, at, at - 1);
        }
        return record;
      }
    }
    return null;
  }

  /** Whether another shape can be learned. */
  boolean hasRoom() {
    return shapes.size() < MAX && !isGivenUp();
  }

  void learn(RecordShape shape) {
    shapes.add(shape);
  }

  private boolean isGivenUp() {
    return asked > TRIAL && known * 2 < asked;
  }
}
