package io.attune.imports;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A defect as a log tells it: of what kind, and where. Its message may hold what a client sent. */
public final class DefectText {
  private static final int MOST_PLACES = 12;

  private DefectText() {}

  /** On one line, without a personal value. */
  public static String of(Throwable defect) {
    String places =
        Arrays.stream(defect.getStackTrace())
            .limit(MOST_PLACES)
            .map(StackTraceElement::toString)
            .collect(Collectors.joining(" < "));
    return defect.getClass().getName() + " at " + places;
  }
}
