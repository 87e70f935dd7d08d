package io.attune.expression;

import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import io.attune.profile.UnusableNumber;
import org.jspecify.annotations.Nullable;

/** The people around a person at run time. Source: expression-language 3, Users and directories. */
final class UserNodes {
  private UserNodes() {}

  /** A call that answers a user, and the schema of that user's profile where it is known. */
  static final class Related extends Node {
    private final Node call;
    private final @Nullable ProfileSchema schema;

    Related(Node call, @Nullable ProfileSchema schema) {
      super(call.column, call.kinds);
      this.call = call;
      this.schema = schema;
    }

    @Nullable ProfileSchema schema() {
      return schema;
    }

    @Override
    @Nullable Object value(Evaluator evaluator) {
      return call.value(evaluator);
    }
  }

  /** An attribute of somebody, by name: the snapshot decides which schema that profile is over. */
  static final class Member extends Node {
    private final Node person;
    private final String name;

    Member(int column, Kinds kinds, Node person, String name) {
      super(column, kinds);
      this.person = person;
      this.name = name;
    }

    @Override
    @Nullable Object value(Evaluator evaluator) {
      Object value = person.value(evaluator);
      if (value == null) {
        return null;
      }
      if (!(value instanceof Profile profile)) {
        throw Values.wrongKind(evaluator, column, "a user", value);
      }
      int slot = profile.schema().slot(name);
      // A schema that the compiler did not see may still mark the attribute secret.
      if (slot < 0 || profile.schema().attribute(slot).isSecret()) {
        return null;
      }
      Object attribute = profile.value(slot);
      if (attribute == UnusableNumber.INSTANCE) {
        throw Values.unusable(evaluator, column);
      }
      return attribute;
    }
  }
}
