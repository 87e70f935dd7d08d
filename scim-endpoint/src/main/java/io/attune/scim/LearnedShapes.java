package io.attune.scim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of a file's lines, those met lately first. There are few, since it is one program that
 * writes them; where there are many, looking for one is given up.
 *
 * @param <S> what is known of a shape
 */
public final class LearnedShapes<S> {
  private static final int MAX = 8;
  private static final int TRIAL = 256;

  private final List<S> shapes = new ArrayList<>(MAX);
  private long asked;
  private long known;

  /** What the first shape reads that reads anything; null if none does. */
  public <T> @Nullable T read(Function<? super S, ? extends @Nullable T> reading) {
    if (isGivenUp()) {
      return null;
    }
    asked++;
    for (int at = 0; at < shapes.size(); at++) {
      T line = reading.apply(shapes.get(at));
      if (line != null) {
        known++;
        if (at > 0) {
          Collections.swap(shapes, at, at - 1);
        }
        return line;
      }
    }
    return null;
  }

  /** Whether another shape can be learned. */
  public boolean hasRoom() {
    return shapes.size() < MAX && !isGivenUp();
  }

  /** Learns a shape. */
  public void learn(S shape) {
    shapes.add(shape);
  }

  private boolean isGivenUp() {
    return asked > TRIAL && known * 2 < asked;
  }
}
