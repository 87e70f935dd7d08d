package io.attune.plan;

import io.attune.matching.MatchPopulation;
import io.attune.profile.ProfileSchema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The people of the directory as the matcher sees them, before the import or as it leaves them. New
 * people come last in the order of candidates.
 */
final class People implements MatchPopulation {
  private final DirectorySnapshot directory;
  private final Drafts drafts;
  private final Map<Integer, Integer> drafted;
  private final List<Integer> created;
  private final CandidateOrder order;

  private People(
      DirectorySnapshot directory,
      Drafts drafts,
      Map<Integer, Integer> drafted,
      List<Integer> created) {
    this.directory = directory;
    this.drafts = drafts;
    this.drafted = drafted;
    this.created = created;
    this.order = new CandidateOrder(directory);
  }

  /** Everybody as the import finds them. */
  static People before(DirectorySnapshot directory, Drafts drafts) {
    return new People(directory, drafts, Map.of(), List.of());
  }

  /**
   * Everybody as the import leaves them; new people come last.
   *
   * @param drafted by person, the row of the profile after
   * @param created the rows of the new people's profiles
   */
  static People after(
      DirectorySnapshot directory,
      Drafts drafts,
      Map<Integer, Integer> drafted,
      List<Integer> created) {
    return new People(directory, drafts, drafted, created);
  }

  @Override
  public ProfileSchema schema() {
    return directory.userSchema();
  }

  @Override
  public int size() {
    return directory.size() + created.size();
  }

  @Override
  public @Nullable Object value(int person, int slot) {
    if (person >= directory.size()) {
      return drafts.value(created.get(person - directory.size()), slot);
    }
    Integer draft = drafted.isEmpty() ? null : drafted.get(person);
    return draft == null ? directory.value(person, slot) : drafts.value(draft, slot);
  }

  @Override
  public int compare(int left, int right) {
    if (left >= directory.size() || right >= directory.size()) {
      return Integer.compare(left, right);
    }
    return order.compare(left, right);
  }
}
