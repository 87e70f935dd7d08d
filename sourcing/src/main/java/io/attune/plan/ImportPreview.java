package io.attune.plan;

import io.attune.expression.Evaluation;
import io.attune.expression.EvaluationFailure;
import io.attune.expression.EvaluationInput;
import io.attune.expression.Explanation;
import io.attune.expression.Expression;
import io.attune.mapping.MappingProgram;
import io.attune.plan.Because.Rule;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.PlannedChange.PlannedValue;
import io.attune.plan.PlannedChange.Target;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an import of one record would do, attribute by attribute, with the reasons. The import
 * itself is planned, of a feed of this one record, so that a preview cannot differ from it; records
 * that would contend with this one are not there to do so.
 *
 * @param line the line of the plan
 * @param attributes every attribute of the Okta user, in the order of the schema
 */
public record ImportPreview(PlannedChange line, List<AttributePreview> attributes) {
  /** Copies the list. */
  public ImportPreview {
    attributes = List.copyOf(attributes);
  }

  /**
   * Previews an import.
   *
   * @param record what the app would send
   * @param directory as it is before
   * @param settings of the import; its mode is not looked at, for nothing is derived from absence
   */
  public static ImportPreview of(
      AppRecord record, DirectorySnapshot directory, ImportSettings settings) {
    RecordBatch batch =
        each -> {
          each.accept(record);
          return new FeedEnd.Unproven();
        };
    List<PlannedChange> lines = new ArrayList<>();
    ImportPlanner.plan(batch, directory, settings.incremental()).forEachLine(lines::add);
    PlannedChange line = lines.get(0);
    return new ImportPreview(line, new Preview(record, line, directory, settings).attributes());
  }

  /** One preview while it is made. */
  private static final class Preview {
    private final AppRecord record;
    private final PlannedChange line;
    private final DirectorySnapshot directory;
    private final ImportSettings settings;
    private final MappingProgram program;
    private final ProfileSourcing sourcing;
    private final int person;

    Preview(
        AppRecord record,
        PlannedChange line,
        DirectorySnapshot directory,
        ImportSettings settings) {
      this.record = record;
      this.line = line;
      this.directory = directory;
      this.settings = settings;
      this.program = settings.mapping().toOkta();
      this.sourcing =
          new ProfileSourcing(settings, directory, new Drafter(settings.mapping(), directory));
      this.person = line.userId() == null ? Decision.NOBODY : directory.find(line.userId());
    }

    List<AttributePreview> attributes() {
      ProfileSchema schema = directory.userSchema();
      Profile before = person < 0 ? Profile.empty(schema) : directory.profile(person);
      EvaluationInput input =
          new Drafter(settings.mapping(), directory).input(record.profile(), person);
      List<AttributePreview> attributes = new ArrayList<>();
      for (int slot = 0; slot < schema.size(); slot++) {
        String name = schema.attribute(slot).name();
        Expression expression = program.expression(slot);
        Explanation explanation = expression == null ? null : expression.explain(input);
        PlannedValue written = written(name);
        attributes.add(
            new AttributePreview(
                name,
                before.value(slot),
                written == null ? before.value(slot) : written.to(),
                expression == null ? null : expression.text(),
                explanation,
                written == null ? untouched(name, slot, explanation) : because(written)));
      }
      return attributes;
    }

    private @Nullable PlannedValue written(String attribute) {
      for (PlannedValue value : line.changes()) {
        if (value.on() == Target.USER && value.attribute().equals(attribute)) {
          return value;
        }
      }
      return null;
    }

    private Because because(PlannedValue written) {
      if (!settings.run().app().equals(written.source())) {
        return Rule.PASSED_ON.because(String.valueOf(written.source()));
      }
      if ("default".equals(written.by())) {
        return Rule.DEFAULT.because();
      }
      return "usernameFormat".equals(written.by())
          ? Rule.USERNAME_FORMAT.because()
          : Rule.MAPPED.because();
    }

    private Because untouched(String attribute, int slot, @Nullable Explanation explanation) {
      if (!program.maps(slot)) {
        return Rule.NOT_MAPPED.because();
      }
      if (!record.active()) {
        return Rule.INACTIVE.because();
      }
      Because unwritable = standing(slot);
      if (unwritable != null) {
        return unwritable;
      }
      if (Objects.requireNonNull(explanation).result() instanceof Evaluation.Failed failed) {
        return Rule.EXPRESSION_FAILED.because(words(failed.failure()));
      }
      Diagnostic fault = diagnostic("INVALID_VALUE", attribute);
      if (fault != null) {
        return Rule.INVALID.because(String.valueOf(fault.message()));
      }
      if (line.outcome() == Outcome.ERROR) {
        return Rule.REFUSED.because(codes());
      }
      boolean waits =
          line.outcome() != Outcome.UPDATE
              && line.outcome() != Outcome.LINK
              && line.outcome() != Outcome.CREATE
              && line.outcome() != Outcome.UNCHANGED;
      return waits ? Rule.WAITING.because(line.outcome().name()) : Rule.SAME.because();
    }

    /** Why the app may not write an attribute of an existing person, or null if it may. */
    private @Nullable Because standing(int slot) {
      if (person < 0) {
        return null;
      }
      if (!settings.sources().isSource(settings.run().app())) {
        return Rule.CREATE_ONLY.because();
      }
      String owner = sourcing.owner(record.profile(), person, slot).app();
      return settings.run().app().equals(owner)
          ? null
          : Rule.SOURCED_BY.because(owner == null ? "Okta" : owner);
    }

    private @Nullable Diagnostic diagnostic(String code, String attribute) {
      for (Diagnostic each : line.diagnostics()) {
        if (each.code().equals(code) && attribute.equals(each.attribute())) {
          return each;
        }
      }
      return null;
    }

    private String codes() {
      return String.join(
          ", ",
          line.diagnostics().stream()
              .map(each -> each.attribute() == null ? each.code() : each.attribute())
              .distinct()
              .toList());
    }

    private static String words(EvaluationFailure failure) {
      return failure.code() + ", " + failure.message();
    }
  }
}
