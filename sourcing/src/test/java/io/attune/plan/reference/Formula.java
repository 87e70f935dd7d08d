package io.attune.plan.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The few forms of expression that random orgs have, each with its meaning spelled out. */
public sealed interface Formula {

  /** What may be read: the record, and the person's rows in other apps. */
  record Scope(Map<String, Object> record, Map<String, Map<String, Object>> others) {}

  /** What came out: a value or null, or the code of a failure; and warnings on the way. */
  record Result(@Nullable Object value, @Nullable String failure, List<String> warnings) {
    static Result of(@Nullable Object value) {
      return new Result(value, null, List.of());
    }
  }

  /** As people write it. */
  String text();

  /** What it comes to. */
  Result in(Scope scope);

  /** An attribute of the record, by one of its spellings: {@code appuser.}, {@code hr.} … */
  record Read(String prefix, String attribute) implements Formula {
    @Override
    public String text() {
      return prefix + attribute;
    }

    @Override
    public Result in(Scope scope) {
      return Result.of(scope.record().get(attribute));
    }
  }

  /** An attribute of the person's row in another app; null for people without one. */
  record ReadOther(String app, String attribute) implements Formula {
    @Override
    public String text() {
      return app + "." + attribute;
    }

    @Override
    public Result in(Scope scope) {
      return Result.of(scope.others().getOrDefault(app, Map.of()).get(attribute));
    }
  }

  /** Always the same. */
  record Constant(String value) implements Formula {
    @Override
    public String text() {
      return "'" + value + "'";
    }

    @Override
    public Result in(Scope scope) {
      return Result.of(value);
    }
  }

  /** Two attributes and what stands between; null counts as empty, with a warning. */
  record Joined(String left, String between, String right) implements Formula {
    @Override
    public String text() {
      return "appuser." + left + " + '" + between + "' + appuser." + right;
    }

    @Override
    public Result in(Scope scope) {
      Object first = scope.record().get(left);
      Object second = scope.record().get(right);
      List<String> warnings = new ArrayList<>();
      for (Object part : new @Nullable Object[] {first, second}) {
        if (part == null) {
          warnings.add("NULL_AS_EMPTY");
        }
      }
      String value = (first == null ? "" : first) + between + (second == null ? "" : second);
      return new Result(value, null, warnings);
    }
  }

  /** The first that is neither null nor blank text, else the second. */
  record Elvis(String first, String second) implements Formula {
    @Override
    public String text() {
      return "appuser." + first + " ?: appuser." + second;
    }

    @Override
    public Result in(Scope scope) {
      Object value = scope.record().get(first);
      return Result.of(value == null || value.equals("") ? scope.record().get(second) : value);
    }
  }

  /** Fails where the attribute is absent. */
  record Appended(String attribute, String suffix) implements Formula {
    @Override
    public String text() {
      return "String.append(appuser." + attribute + ", '" + suffix + "')";
    }

    @Override
    public Result in(Scope scope) {
      Object value = scope.record().get(attribute);
      return value == null
          ? new Result(null, "NULL_ARGUMENT", List.of())
          : Result.of(value + suffix);
    }
  }
}
