package io.attune.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a record was found to be, and on what evidence. Source: formats, Plan.
 *
 * @param kind the finding
 * @param by the criteria that hold, such as {@code EMAIL}; empty where none decided
 * @param candidates the ids of people concerned, in the fixed order, at most 20
 * @param candidateCount how many people are concerned in all
 * @param reason what refines the kind, or null
 */
public record PlannedMatch(
    Kind kind,
    List<String> by,
    List<String> candidates,
    int candidateCount,
    @Nullable Reason reason) {
  /** A known link. */
  public static final PlannedMatch LINKED =
      new PlannedMatch(Kind.LINKED, List.of(), List.of(), 0, null);

  /** Nobody. */
  public static final PlannedMatch NONE =
      new PlannedMatch(Kind.NONE, List.of(), List.of(), 0, null);

  /** Copies the lists. */
  public PlannedMatch {
    by = List.copyOf(by);
    candidates = List.copyOf(candidates);
  }

  /** The findings. */
  public enum Kind {
    LINKED,
    EXACT,
    PARTIAL,
    NONE,
    AMBIGUOUS,
    CONFLICT
  }

  /** What refines a finding. */
  public enum Reason {
    DEACTIVATED,
    PARTIAL,
    ALREADY_LINKED,
    LOGIN_HELD,
    UNIQUE_HELD,
    SAME_USER_IN_FEED,
    USERNAME_FAILED
  }
}
