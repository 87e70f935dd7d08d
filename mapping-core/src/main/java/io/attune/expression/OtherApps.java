package io.attune.expression;

import io.attune.profile.Profile;
import org.jspecify.annotations.Nullable;

/** The person's app users at the other apps of the scope. Source: expression-language 2. */
@FunctionalInterface
public interface OtherApps {
  /** A person who is assigned to no other app. */
  OtherApps NONE = index -> null;

  /**
   * The app user at one app, null if the person is not assigned to it.
   *
   * @param index the app's place among {@link ExpressionScope#otherApps()}
   */
  @Nullable Profile profile(int index);
}
