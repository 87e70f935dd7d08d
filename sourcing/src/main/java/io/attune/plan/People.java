package io.attune.plan;

import io.attune.matching.MatchPopulation;
import io.attune.profile.ProfileSchema;
import io.attune.sourcing.UserStatus;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The people of the directory as the matcher sees them, before the import or as it leaves them.
 * Candidates are ordered ACTIVE first, then by creation, then by id. Source: okta-behaviour 3.8.
 */
final class People implements MatchPopulation {
  private final DirectorySnapshot directory;
  private final Drafts drafts;
  private final IntUnaryOperator draftOf;

  private People(DirectorySnapshot directory, Drafts drafts, IntUnaryOperator draftOf) {
    this.directory = directory;
    this.drafts = drafts;
    this.draftOf = draftOf;
  }

  /** Everybody as the import finds them. */
  static People before(DirectorySnapshot directory, Drafts drafts) {
    return new People(directory, drafts, person -> Decision.NO_DRAFT);
  }

  /**
   * Everybody as the import leaves them.
   *
   * @param draftOf the row of a person's profile after, or {@link Decision#NO_DRAFT}
   */
  static People after(DirectorySnapshot directory, Drafts drafts, IntUnaryOperator draftOf) {
    return new People(directory, drafts, draftOf);
  }

  @Override
  public ProfileSchema schema() {
    return directory.userSchema();
  }

  @Override
  public int size() {
    return directory.size();
  }

  @Override
  public @Nullable Object value(int person, int slot) {
    int draft = draftOf.applyAsInt(person);
    return draft == Decision.NO_DRAFT ? directory.value(person, slot) : drafts.value(draft, slot);
  }

  @Override
  public int compare(int left, int right) {
    int byStatus = Boolean.compare(isActive(right), isActive(left));
    if (byStatus != 0) {
      return byStatus;
    }
    int byCreation = Long.compare(directory.createdMillis(left), directory.createdMillis(right));
    return byCreation != 0 ? byCreation : directory.compareIds(left, right);
  }

  private boolean isActive(int person) {
    return directory.status(person) == UserStatus.ACTIVE;
  }
}
