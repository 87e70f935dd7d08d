package io.attune.plan.toapp;

import io.attune.expression.Direction;
import io.attune.expression.EvaluationFailure;
import io.attune.expression.EvaluationInput;
import io.attune.expression.Evaluator;
import io.attune.expression.Expression;
import io.attune.mapping.MappingProgram;
import io.attune.mapping.OnError;
import io.attune.mapping.PushStatus;
import io.attune.mapping.TableCheck;
import io.attune.plan.Because;
import io.attune.plan.Because.Rule;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeScope;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes app users of people. What was set for the person alone comes first, then a mapping that
 * writes on create and update, then the groups' values, then a mapping that writes on create only,
 * then what is stored, then the schema's default. The state of one thread. Source: okta-behaviour
 * 1.2, 4.2, 10.
 */
public final class AppUserDrafter {
  private static final String USER_NAME = "userName";

  private final ToAppSettings settings;
  private final MappingProgram program;
  private final ProfileSchema schema;
  private final Evaluator evaluator = new Evaluator();

  /** A drafter for one app. */
  public AppUserDrafter(ToAppSettings settings) {
    this.settings = settings;
    this.program = settings.toApp();
    this.schema = program.target();
  }

  /**
   * The app user of a person.
   *
   * @param person what expressions read
   * @param groups the assignments of the person's groups, in {@link GroupAssignment#ORDER}
   * @param stored the app user before; null if there is none yet
   */
  public AppUserDraft draft(
      EvaluationInput person, List<GroupAssignment> groups, @Nullable StoredAppUser stored) {
    Draft draft = new Draft(person, groups, stored);
    for (int slot = 0; slot < schema.size(); slot++) {
      draft.because.add(draft.decide(slot));
    }
    return draft.refusing == null
        ? new AppUserDraft(Profile.ofOwned(schema, draft.values), draft.because, false)
        : draft.refused();
  }

  /** One app user while it is made. */
  private final class Draft {
    private final EvaluationInput person;
    private final List<GroupAssignment> groups;
    private final @Nullable StoredAppUser stored;
    private final Profile before;
    private final @Nullable Object[] values;
    private final List<Because> because = new ArrayList<>();
    private @Nullable String refusing;

    Draft(EvaluationInput person, List<GroupAssignment> groups, @Nullable StoredAppUser stored) {
      this.person = person;
      this.groups = stored == null || stored.assignedByGroup() ? groups : List.of();
      this.stored = stored;
      this.before = stored == null ? Profile.empty(schema) : stored.profile();
      this.values = before.toArray();
    }

    /** Writes one slot and says why. */
    Because decide(int slot) {
      AttributeDefinition attribute = schema.attribute(slot);
      if (stored != null && stored.individual().contains(attribute.name())) {
        return Rule.INDIVIDUAL.because();
      }
      boolean mapped = program.maps(slot);
      boolean pushed =
          mapped
              && TableCheck.effective(Direction.TO_APP, false, program.pushStatus(slot))
                  == PushStatus.PUSH;
      if (pushed) {
        return evaluated(slot, program.expression(slot), Rule.MAPPED);
      }
      GroupValue group = groupValue(slot, attribute);
      if (group != null) {
        values[slot] = group.value();
        return (group.groups().size() > 1 ? Rule.COMBINED : Rule.GROUP_VALUE)
            .because(String.join(", ", group.groups()));
      }
      if (mapped) {
        return stored == null
            ? evaluated(slot, program.expression(slot), Rule.MAPPED)
            : Rule.CREATE_ONLY.because();
      }
      return attribute.name().equals(USER_NAME) ? username(slot) : unmapped(slot);
    }

    private @Nullable GroupValue groupValue(int slot, AttributeDefinition attribute) {
      if (groups.isEmpty() || attribute.scope() == AttributeScope.SELF) {
        return null;
      }
      boolean combined =
          attribute.kind().isArray() && settings.combined().contains(attribute.name());
      return GroupValue.of(slot, groups, combined);
    }

    private Because username(int slot) {
      Expression expression = settings.username().expression();
      if (expression == null) {
        return unmapped(slot);
      }
      return stored == null || settings.username().onUpdate()
          ? evaluated(slot, expression, Rule.USERNAME_FORMAT)
          : Rule.CREATE_ONLY.because();
    }

    private Because unmapped(int slot) {
      if (values[slot] == null && stored == null) {
        return orDefault(slot, null, Rule.NOT_MAPPED);
      }
      return Rule.NOT_MAPPED.because();
    }

    private Because evaluated(int slot, @Nullable Expression expression, Rule rule) {
      if (expression == null) {
        return Rule.NOT_MAPPED.because();
      }
      Object value = evaluator.evaluate(expression, person);
      EvaluationFailure failure = evaluator.failure();
      if (failure == null) {
        return orDefault(slot, value, rule);
      }
      Because failed = Rule.EXPRESSION_FAILED.because(failure.code() + ", " + failure.message());
      OnError onError = settings.onError(schema.attribute(slot).name());
      if (onError == OnError.FAIL_USER) {
        refusing = schema.attribute(slot).name();
      } else if (onError == OnError.NULL) {
        values[slot] = schema.attribute(slot).defaultValue();
      }
      return failed;
    }

    private Because orDefault(int slot, @Nullable Object value, Rule rule) {
      Object otherwise = schema.attribute(slot).defaultValue();
      if (value == null && otherwise != null) {
        values[slot] = otherwise;
        return Rule.DEFAULT.because();
      }
      values[slot] = value;
      return (rule == Rule.MAPPED && stored != null && same(slot) ? Rule.SAME : rule).because();
    }

    private boolean same(int slot) {
      Object value = values[slot];
      return value == null ? before.value(slot) == null : value.equals(before.value(slot));
    }

    private AppUserDraft refused() {
      List<Because> reasons = new ArrayList<>();
      for (Because each : because) {
        reasons.add(
            each.rule() == Rule.EXPRESSION_FAILED
                ? each
                : Rule.REFUSED.because(String.valueOf(refusing)));
      }
      return new AppUserDraft(before, reasons, true);
    }
  }
}
