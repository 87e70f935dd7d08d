package io.attune.plan;

import io.attune.expression.EvaluationFailure;
import io.attune.expression.EvaluationInput;
import io.attune.expression.Evaluator;
import io.attune.expression.ExpressionScope.OtherApp;
import io.attune.expression.OtherApps;
import io.attune.mapping.MappingOutcome;
import io.attune.mapping.MappingOutcome.State;
import io.attune.mapping.MappingProgram;
import io.attune.mapping.OnError;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import io.attune.sourcing.SourcedPerson.Offer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One app's To Okta table, run over app users of that app. Source: okta-behaviour 1. */
final class ToOkta {
  private static final BitSet NONE = new BitSet(0); // not to be changed

  private final MappingSettings settings;
  private final MappingProgram program;
  private final ProfileSchema schema;
  private final Evaluator evaluator;
  private final List<OtherApp> otherApps;
  private final List<AppUsers> otherRows = new ArrayList<>();

  /** The slots that no mapping writes; not to be changed, as every record keeps them. */
  private final BitSet unmapped = new BitSet();

  ToOkta(MappingSettings settings, DirectorySnapshot directory, Evaluator evaluator) {
    this.settings = settings;
    this.program = settings.toOkta();
    this.schema = directory.userSchema();
    this.evaluator = evaluator;
    this.otherApps = program.scope().otherApps();
    for (int slot = 0; slot < schema.size(); slot++) {
      unmapped.set(slot, !program.maps(slot));
    }
    for (OtherApp other : otherApps) {
      otherRows.add(directory.appUsers(other.name()));
    }
  }

  /** What the table's expressions read of an app user and of the person it belongs to. */
  EvaluationInput input(Profile appUser, int person, @Nullable Arrived arrived) {
    return EvaluationInput.ofAppUser(settings.run(), appUser)
        .withOtherApps(appsOf(person, arrived));
  }

  /** An app user that an import has just brought, in place of the one that is stored. */
  record Arrived(String app, Profile profile) {}

  /**
   * What the table makes of an app user.
   *
   * @param person may be {@link Decision#NOBODY}
   * @param arrived what expressions that name its app read, or null
   */
  MappedRecord map(Profile appUser, int person, @Nullable Arrived arrived) {
    MappingOutcome outcome = program.apply(evaluator, input(appUser, person, arrived));
    @Nullable Object[] values = new @Nullable Object[schema.size()];
    List<Diagnostic> diagnostics = List.of();
    BitSet kept = unmapped;
    BitSet refusing = NONE;
    for (int slot = 0; slot < schema.size(); slot++) {
      if (outcome.state(slot) != State.FAILED) {
        values[slot] = outcome.value(slot);
        continue;
      }
      String attribute = schema.attribute(slot).name();
      EvaluationFailure failure = Objects.requireNonNull(outcome.failure(slot));
      diagnostics =
          and(diagnostics, new Diagnostic("EXPRESSION_FAILED", attribute, failure.code().name()));
      OnError onError = settings.onError(attribute);
      refusing = onError == OnError.FAIL_USER ? and(refusing, slot) : refusing;
      kept = onError == OnError.KEEP ? and(kept, slot) : kept;
    }
    for (MappingOutcome.Warning each : outcome.warnings()) {
      String attribute = schema.attribute(each.slot()).name();
      Diagnostic warning = new Diagnostic(each.warning().code().name(), attribute, null);
      diagnostics = and(diagnostics, warning);
    }
    Profile mapped = Profile.ofOwned(schema, values);
    return new MappedRecord(mapped, kept, refusing, diagnostics, Map.of());
  }

  private static BitSet and(BitSet slots, int slot) {
    BitSet more = (BitSet) slots.clone();
    more.set(slot);
    return more;
  }

  private static List<Diagnostic> and(List<Diagnostic> diagnostics, Diagnostic one) {
    List<Diagnostic> more = new ArrayList<>(diagnostics);
    more.add(one);
    return more;
  }

  /** What a mapped app user has for an attribute, as sourcing asks. */
  Offer offer(MappedRecord mapped, int slot) {
    if (!program.maps(slot)) {
      return Offer.NOT_MAPPED;
    }
    boolean failed = mapped.kept().get(slot) || mapped.refusing().get(slot);
    return failed || mapped.values().value(slot) != null ? Offer.VALUE : Offer.NO_VALUE;
  }

  private OtherApps appsOf(int person, @Nullable Arrived arrived) {
    if (person < 0 || otherRows.isEmpty()) {
      return OtherApps.NONE;
    }
    return index -> {
      if (arrived != null && otherApps.get(index).name().equals(arrived.app())) {
        return arrived.profile();
      }
      AppUsers rows = otherRows.get(index);
      int row = rows.rowOfUser(person);
      return row < 0 ? null : rows.profile(row);
    };
  }
}
