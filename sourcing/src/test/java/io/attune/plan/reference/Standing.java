package io.attune.plan.reference;

import io.attune.plan.reference.Matching.Found;
import io.attune.plan.reference.World.Choice;
import io.attune.plan.reference.World.Waiting;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person's choice about a record is worth now. One that has lost its sense decides nothing,
 * and nothing is decided automatically in its place. Source: matching, "What waits".
 *
 * @param choice what decides, or null
 * @param lapsed why a choice decides no more, or null
 * @param why the same for people
 */
record Standing(@Nullable Choice choice, @Nullable String lapsed, @Nullable String why) {
  static final Standing NONE = new Standing(null, null, null);

  boolean isAutomatic() {
    return choice == null && lapsed == null;
  }

  static Standing of(@Nullable Waiting waiting, Found found, World world) {
    if (waiting == null || waiting.choice() == null || waiting.choice() == Choice.NOT_USER) {
      return NONE;
    }
    if (waiting.choice() == Choice.USER && !world.people().containsKey(waiting.userId())) {
      return new Standing(null, "CHOSEN_USER_GONE", "the chosen user is not in the directory");
    }
    if (waiting.choice() == Choice.EXACT) {
      if (!found.exact() || !found.isOne()) {
        return new Standing(null, "CHOSEN_MATCH_CHANGED", "no one person matches exactly any more");
      }
      String seen = waiting.userId() != null ? waiting.userId() : waiting.exactUser();
      if (seen != null && !Objects.equals(seen, found.people().get(0).id())) {
        return new Standing(
            null, "CHOSEN_MATCH_CHANGED", "`" + seen + "` was confirmed, who is not the match");
      }
    }
    return new Standing(waiting.choice(), null, null);
  }
}
