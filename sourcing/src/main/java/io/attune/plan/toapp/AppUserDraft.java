package io.attune.plan.toapp;

import io.attune.plan.Because;
import io.attune.profile.Profile;
import java.util.List;

/**
 * The app user that To App makes of a person.
 *
 * @param profile all values after, those that stay among them: a push sends the whole profile
 * @param because why each value is what it is, by slot
 * @param refused whether a failure forbids to write anything of it; {@code profile} is as before
 */
public record AppUserDraft(Profile profile, List<Because> because, boolean refused) {
  /** Copies the list. */
  public AppUserDraft {
    because = List.copyOf(because);
  }
}
