package io.attune.expression;

import io.attune.profile.Profile;
import io.attune.profile.UnusableNumber;
import org.jspecify.annotations.Nullable;

/** {@code user.x} or {@code appuser.x}: a slot; null where it or its profile is absent. */
final class SlotNode extends Node {
  private final boolean ofUser;
  private final int slot;

  SlotNode(int column, Kinds kinds, boolean ofUser, int slot) {
    super(column, kinds);
    this.ofUser = ofUser;
    this.slot = slot;
  }

  private @Nullable Object slot(Evaluator evaluator) {
    Profile profile = ofUser ? evaluator.user() : evaluator.appUser();
    return profile == null ? null : profile.value(slot);
  }

  @Override
  @Nullable Object value(Evaluator evaluator) {
    Object value = slot(evaluator);
    if (value == UnusableNumber.INSTANCE) {
      throw Values.unusable(evaluator, column);
    }
    return value;
  }

  @Override
  @Nullable String text(Evaluator evaluator) {
    Object value = slot(evaluator);
    if (value instanceof String text) {
      return text;
    }
    return value == null ? null : Values.render(evaluator, column, value);
  }

  @Override
  long integer(Evaluator evaluator) {
    return slot(evaluator) instanceof Long integer ? integer : super.integer(evaluator);
  }

  @Override
  boolean flag(Evaluator evaluator) {
    return slot(evaluator) instanceof Boolean flag ? flag : super.flag(evaluator);
  }
}
