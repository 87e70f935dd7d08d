package io.attune.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.plan.PlannedChange.PlannedValue;
import io.attune.plan.PlannedChange.StatusReason;
import io.attune.plan.PlannedChange.Target;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeMaster;
import io.attune.sourcing.ProfileSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The laws of who may write what, held against a reference of ten lines: every app of these orgs
 * maps its attributes as they are, so that what a source has is what its row says.
 */
@Tag("long")
class SourcingProperties {
  private static final Map<String, String> APP_ATTRIBUTE =
      Map.of(
          "email", "email",
          "firstName", "firstName",
          "lastName", "lastName",
          "title", "title",
          "employeeNumber", "number");

  /** An org, what is planned for it, and what it is after. */
  private record Planned(SmallOrg before, ProfileSources sources, ImportPlan plan, SmallOrg after) {
    static Planned of(long seed) {
      RandomOrgs random = new RandomOrgs(seed);
      SmallOrg org = random.org();
      Settings settings = random.settings();
      ImportPlan plan = settings.plan(org, random.feed(org));
      return new Planned(org, settings.sources(), plan, org.applied(plan));
    }

    List<PlannedChange> lines() {
      List<PlannedChange> lines = new ArrayList<>();
      plan.forEachLine(lines::add);
      return lines;
    }
  }

  private static boolean isAssigned(SmallOrg org, String app, String person) {
    SmallOrg.Row row = org.rows(app).get(person);
    return row != null && row.externalId() != null && row.status().isActive();
  }

  private static @Nullable Object offered(SmallOrg org, String app, String person, String name) {
    return Objects.requireNonNull(org.rows(app).get(person))
        .profile()
        .value(Objects.requireNonNull(APP_ATTRIBUTE.get(name)));
  }

  /** The rule, in its plainest form. */
  private static @Nullable String owner(
      SmallOrg org, ProfileSources sources, String person, AttributeDefinition attribute) {
    List<String> candidates =
        switch (attribute.master().type()) {
          case OKTA -> List.of();
          case PROFILE_MASTER -> sources.ranking();
          case OVERRIDE -> attribute.master().priority();
        };
    List<String> having =
        candidates.stream()
            .filter(app -> sources.ranking().contains(app) && isAssigned(org, app, person))
            .toList();
    for (String app : having) {
      boolean passes = sources.firstNonNull().contains(app);
      if (!passes || offered(org, app, person, attribute.name()) != null) {
        return app;
      }
    }
    return having.isEmpty() ? null : having.get(0);
  }

  @Property(tries = 2000)
  void holds(@ForAll long seed) {
    assertLaws(seed);
  }

  /** The same on many more orgs: {@code mvn verify -Pproof}. */
  @Tag("proof")
  @Property(tries = 100_000)
  void holdsOnManyOrgs(@ForAll long seed) {
    assertLaws(seed);
  }

  private static void assertLaws(long seed) {
    Planned planned = Planned.of(seed);
    anAttributeIsWrittenByItsOwnerAlone(planned);
    whatTheImportingAppOwnsIsWhatItSaid(planned);
    onlyTheTopSourceChangesAStatus(planned);
    everyChangeOfSourceIsSaid(planned);
  }

  /** What X owns nobody else writes, and what is written is what X has. */
  private static void anAttributeIsWrittenByItsOwnerAlone(Planned planned) {
    for (PlannedChange line : planned.lines()) {
      String person = line.userId();
      if (person == null) {
        continue; // a new person is nobody's yet: creation may set everything
      }
      for (PlannedValue value : line.changes()) {
        if (value.on() == Target.USER && line.outcome() != Outcome.CREATE) {
          String name = value.attribute();
          AttributeDefinition attribute =
              Objects.requireNonNull(planned.before().userSchema.attribute(name));
          String owner = owner(planned.after(), planned.sources(), person, attribute);
          assertEquals(owner, value.source(), line::toString);
          assertEquals("toOkta." + name, value.by());
          assertEquals(
              offered(planned.after(), String.valueOf(owner), person, name),
              value.to(),
              line::toString);
        }
      }
    }
  }

  /** After the plan, everything that the importing app owns says what its record said. */
  private static void whatTheImportingAppOwnsIsWhatItSaid(Planned planned) {
    for (PlannedChange line : planned.lines()) {
      String person = line.userId();
      boolean stands =
          switch (line.outcome()) {
            case LINK, UPDATE, UNCHANGED -> true;
            default -> false;
          };
      if (person == null || !stands || !isAssigned(planned.after(), SmallOrg.HR, person)) {
        continue;
      }
      for (String name : APP_ATTRIBUTE.keySet()) {
        AttributeDefinition attribute =
            Objects.requireNonNull(planned.before().userSchema.attribute(name));
        if (SmallOrg.HR.equals(owner(planned.after(), planned.sources(), person, attribute))) {
          assertEquals(
              offered(planned.after(), SmallOrg.HR, person, name),
              Objects.requireNonNull(planned.after().people.get(person)).profile().value(name),
              line::toString);
        }
      }
    }
  }

  /** Nobody but the person's highest source changes a status. */
  private static void onlyTheTopSourceChangesAStatus(Planned planned) {
    for (PlannedChange line : planned.lines()) {
      String person = line.userId();
      if (person == null || line.status() == null) {
        continue;
      }
      boolean returns = line.status().because() == StatusReason.REACTIVATED_IN_SOURCE;
      String top =
          planned
              .sources()
              .highest(
                  app ->
                      app.equals(SmallOrg.HR)
                          || (returns
                              ? planned.before().rows(app).containsKey(person)
                              : isAssigned(planned.before(), app, person)));
      assertEquals(SmallOrg.HR, top, line::toString);
    }
  }

  /** A line says so exactly if the source of somebody who stays is another one after it. */
  private static void everyChangeOfSourceIsSaid(Planned planned) {
    for (PlannedChange line : planned.lines()) {
      String person = line.userId();
      boolean goes = line.status() != null && line.status().to().name().equals("DEPROVISIONED");
      if (person == null || goes || planned.sources().ranking().size() < 2) {
        continue;
      }
      String from = planned.sources().highest(app -> isAssigned(planned.before(), app, person));
      String to = planned.sources().highest(app -> isAssigned(planned.after(), app, person));
      boolean writes = !line.outcome().isPending() && line.outcome() != Outcome.ERROR;
      assertEquals(
          writes && !Objects.equals(from, to),
          line.diagnostics().stream().anyMatch(each -> each.code().equals("SOURCE_CHANGED")),
          line::toString);
    }
  }

  /** The orgs lose sources to others, pass values on and override, or they prove little. */
  @Example
  void theOrgsReachWhatTheLawsSpeakOf() {
    int fallen = 0;
    int passedOn = 0;
    int overridden = 0;
    for (int seed = 0; seed < 2000; seed++) {
      Planned planned = Planned.of(seed);
      for (PlannedChange line : planned.lines()) {
        for (PlannedValue value : line.changes()) {
          boolean other = "crm".equals(value.source());
          fallen += other && line.outcome() == Outcome.REMOVED ? 1 : 0;
          passedOn += other && line.outcome() != Outcome.REMOVED ? 1 : 0;
          AttributeDefinition attribute = planned.before().userSchema.attribute(value.attribute());
          boolean own = SmallOrg.HR.equals(value.source()) && line.userId() != null;
          boolean overrides =
              attribute != null && attribute.master().type() == AttributeMaster.Type.OVERRIDE;
          overridden += own && overrides ? 1 : 0;
        }
      }
    }
    String reached = fallen + " fallen, " + passedOn + " passed on, " + overridden + " overridden";
    assertTrue(fallen >= 20 && passedOn >= 15 && overridden >= 100, reached);
  }
}
