package io.attune.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.plan.Because.Rule;
import io.attune.plan.json.PlanWriter;
import io.attune.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A preview says what the import then does. */
class ImportPreviewProperties {
  /** {@code preview(record).line = plan({record}).line}, byte for byte. */
  @Property(tries = 200)
  void isTheLineThatAnImportOfTheRecordPlans(@ForAll long seed) {
    RandomOrgs random = new RandomOrgs(seed);
    SmallOrg org = random.org();
    Settings settings = random.settings();
    for (AppRecord record : records(random, org)) {
      ImportPreview preview = ImportPreview.of(record, org.snapshot(), settings.settings());
      List<String> planned = new ArrayList<>();
      planned(settings, org, record)
          .forEachLine(
              line -> {
                if (record.externalId().equals(line.externalId())) {
                  planned.add(PlanWriter.line(line));
                }
              });
      assertEquals(planned, List.of(PlanWriter.line(preview.line())));
    }
  }

  /** {@code preview(record).to = apply(plan({record})).profile}. */
  @Property(tries = 200)
  void showsTheProfileThatApplyingLeaves(@ForAll long seed) {
    RandomOrgs random = new RandomOrgs(seed);
    SmallOrg org = random.org();
    Settings settings = random.settings();
    for (AppRecord record : records(random, org)) {
      ImportPreview preview = ImportPreview.of(record, org.snapshot(), settings.settings());
      String id =
          preview.line().outcome() == Outcome.CREATE
              ? "new-" + record.externalId()
              : preview.line().userId();
      SmallOrg after = org.applied(planned(settings, org, record));
      Profile profile =
          id == null
              ? Profile.empty(SmallOrg.USER)
              : Objects.requireNonNull(after.people.get(id)).profile();
      for (AttributePreview attribute : preview.attributes()) {
        assertEquals(profile.value(attribute.attribute()), attribute.to());
        assertReason(attribute);
      }
    }
  }

  /** What changes says who wrote it; what does not says why not. */
  private static void assertReason(AttributePreview attribute) {
    boolean changes = !Objects.equals(attribute.from(), attribute.to());
    Rule rule = attribute.because().rule();
    boolean writes =
        switch (rule) {
          case MAPPED, PASSED_ON, DEFAULT, USERNAME_FORMAT -> true;
          default -> false;
        };
    assertEquals(changes, writes, attribute::toString);
    assertFalse(attribute.because().words().isBlank());
    assertTrue(rule == Rule.NOT_MAPPED || attribute.expression() != null || writes);
  }

  /** The plan of a feed of this record alone, from which nobody's absence is concluded. */
  private static ImportPlan planned(Settings settings, SmallOrg org, AppRecord record) {
    return ImportPlanner.plan(
        SmallOrg.batch(new FeedEnd.Unproven(), List.of(record)),
        org.snapshot(),
        settings.settings().incremental());
  }

  private static List<AppRecord> records(RandomOrgs random, SmallOrg org) {
    return random.feed(org).stream()
        .filter(AppRecord.class::isInstance)
        .map(AppRecord.class::cast)
        .limit(3)
        .toList();
  }
}
