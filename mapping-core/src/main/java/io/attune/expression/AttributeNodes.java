package io.attune.expression;

import io.attune.profile.Profile;
import io.attune.profile.UnusableNumber;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that read an attribute elsewhere than {@link SlotNode} does: of another app, or by name.
 */
final class AttributeNodes {
  private AttributeNodes() {}

  /** {@code <appName>.x} of another app. */
  static final class OfOtherApp extends Node {
    private final int app;
    private final int slot;

    OfOtherApp(int column, Kinds kinds, int app, int slot) {
      super(column, kinds);
      this.app = app;
      this.slot = slot;
    }

    @Override
    @Nullable Object value(Evaluator evaluator) {
      Profile profile = evaluator.input().otherApps().profile(app);
      return profile == null ? null : usable(evaluator, column, profile.value(slot));
    }
  }

  /** A part of the user's own record: {@code user.status}. */
  static final class OfRecord extends Node {
    private final RecordField field;

    OfRecord(int column, RecordField field) {
      super(column, Kinds.TEXT.orNull());
      this.field = field;
    }

    boolean isTime() {
      return field != RecordField.ID && field != RecordField.STATUS;
    }

    @Override
    @Nullable Object value(Evaluator evaluator) {
      UserRecord user = evaluator.input().user();
      return user == null ? null : field.of(user);
    }
  }

  /** {@code app.x} and {@code org.x}: what a run knows by name only. */
  static final class OfProperties extends Node {
    private final boolean ofApp;
    private final String name;

    OfProperties(int column, boolean ofApp, String name) {
      super(column, Kinds.UNKNOWN);
      this.ofApp = ofApp;
      this.name = name;
    }

    @Override
    @Nullable Object value(Evaluator evaluator) {
      EvaluationRun run = evaluator.input().run();
      return usable(evaluator, column, (ofApp ? run.app() : run.org()).get(name));
    }
  }

  /** An attribute of a root that has no schema. */
  static final class OfRoot extends Node {
    private final String root;
    private final String name;

    OfRoot(int column, String root, String name) {
      super(column, Kinds.UNKNOWN);
      this.root = root;
      this.name = name;
    }

    @Override
    @Nullable Object value(Evaluator evaluator) {
      Map<String, Object> attributes = evaluator.input().roots().get(root);
      if (attributes == null) {
        return null;
      }
      // A context may give a user as Okta's API does, with the attributes under `profile`.
      Object nested = attributes.get("profile");
      Object value = nested instanceof Map<?, ?> profile ? profile.get(name) : null;
      return usable(evaluator, column, value == null ? attributes.get(name) : value);
    }
  }

  /** A whole profile; only its absence can be asked for. */
  static final class Whole extends Node {
    private final String root;
    private final int app;

    /**
     * @param app the place among the other apps, or -1
     */
    Whole(int column, String root, int app) {
      super(column, Kinds.of(Kind.USER, Kind.NULL));
      this.root = root;
      this.app = app;
    }

    @Override
    @Nullable Object value(Evaluator evaluator) {
      if (app >= 0) {
        return evaluator.input().otherApps().profile(app);
      }
      return switch (root) {
        case Names.USER -> evaluator.user();
        case Names.APP_USER -> evaluator.appUser();
        default -> evaluator.input().roots().get(root);
      };
    }
  }

  /** Lets pass what is a closed value. */
  private static @Nullable Object usable(Evaluator evaluator, int column, @Nullable Object value) {
    if (value == UnusableNumber.INSTANCE) {
      throw Values.unusable(evaluator, column);
    }
    if (value instanceof List<?> list && list.contains(UnusableNumber.INSTANCE)) {
      throw Values.unusable(evaluator, column);
    }
    return value;
  }
}
