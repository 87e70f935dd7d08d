package io.attune.plan;

import io.attune.matching.Criterion;
import io.attune.matching.LoginKey;
import io.attune.matching.MatchPolicy;
import io.attune.matching.Normalization;
import io.attune.profile.AttributeMaster;
import io.attune.profile.Profile;
import io.attune.sourcing.DeactivationRule;
import io.attune.sourcing.ReactivationRule;
import io.attune.sourcing.UserStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Orgs, feeds and settings in which everybody is in everybody's way: few names, few mails. */
final class RandomOrgs {
  private static final List<String> MAILS =
      List.of("a@x.test", "b@x.test", "A@X.test", "c@x.test", "d@x.test", "é@x.test", "e@x.test");
  private static final List<String> FIRST = List.of("Ann", "Bo", "ANN", "Çem", "Dee");
  private static final List<String> LAST = List.of("Lee", "Ng", "lee", "Oz");
  private static final List<String> NUMBERS = List.of("1", "2", "3", "4", "01");

  private static final List<AttributeMaster> MASTERS =
      List.of(
          AttributeMaster.PROFILE_MASTER,
          AttributeMaster.OKTA,
          overriding("crm"),
          overriding("crm", SmallOrg.HR),
          overriding(SmallOrg.HR, "crm"),
          overriding("nowhere", "crm"));

  private final Random random;

  RandomOrgs(long seed) {
    this.random = new Random(seed);
  }

  private static AttributeMaster overriding(String... apps) {
    return new AttributeMaster(AttributeMaster.Type.OVERRIDE, List.of(apps));
  }

  SmallOrg org() {
    SmallOrg org = new SmallOrg();
    int people = random.nextInt(9);
    TreeSet<String> logins = new TreeSet<>();
    for (int index = 0; index < people; index++) {
      String login = "p" + index + "@x.test";
      if (chance(60)) {
        login = one(MAILS);
      }
      if (logins.add(LoginKey.of(login))) {
        org.people.put(
            "00u" + index, new SmallOrg.Person(one(List.of(UserStatus.values())), user(login)));
      }
    }
    org.rows("crm");
    List<String> ids = List.copyOf(org.people.keySet());
    for (int index = 0; index < ids.size(); index++) {
      if (chance(55)) {
        row(org, SmallOrg.HR, ids.get(index), "hr-" + index);
      }
      if (chance(50)) {
        row(org, "crm", ids.get(index), "c-" + index);
      }
    }
    for (int index = 0; index < 10; index++) {
      if (chance(15)) {
        pending(org, "hr-" + index, ids);
      }
    }
    if (chance(40)) {
      List.of("title", "employeeNumber", "lastName", "email")
          .forEach(attribute -> org.mastered(attribute, one(MASTERS)));
    }
    return org;
  }

  private void row(SmallOrg org, String app, String id, String externalId) {
    AppUserStatus status = chance(70) ? AppUserStatus.ACTIVE : one(List.of(AppUserStatus.values()));
    org.rows(app)
        .put(
            id,
            new SmallOrg.Row(
                chance(90) ? externalId : null, status, chance(50) ? known(org, id) : appUser()));
  }

  /** An app user that says what the person's profile says. */
  private static Profile known(SmallOrg org, String id) {
    Profile user = Objects.requireNonNull(org.people.get(id)).profile();
    return SmallOrg.profile(
        SmallOrg.APP,
        "userName",
        (String) user.value("email"),
        "email",
        (String) user.value("email"),
        "firstName",
        (String) user.value("firstName"),
        "lastName",
        (String) user.value("lastName"),
        "title",
        (String) user.value("title"),
        "number",
        (String) user.value("employeeNumber"));
  }

  private void pending(SmallOrg org, String externalId, List<String> ids) {
    PendingRecord.Kind kind = one(List.of(PendingRecord.Kind.values()));
    boolean names =
        switch (kind) {
          case USER, NOT_USER -> true;
          case EXACT -> chance(50);
          case NEW, IGNORE -> false;
        };
    if (names && ids.isEmpty()) {
      return;
    }
    org.pending.put(
        externalId,
        new PendingRecord(
            externalId,
            Outcome.PENDING_NEW,
            chance(30) ? exactMatch(ids) : null,
            new PendingRecord.Choice(kind, names ? one(ids) : null)));
  }

  private @Nullable PlannedMatch exactMatch(List<String> ids) {
    return ids.isEmpty()
        ? null
        : new PlannedMatch(PlannedMatch.Kind.EXACT, List.of("EMAIL"), List.of(one(ids)), 1, null);
  }

  private Profile user(String login) {
    return SmallOrg.profile(
        SmallOrg.USER,
        "login",
        login,
        "email",
        one(MAILS),
        "firstName",
        one(FIRST),
        "lastName",
        one(LAST),
        "title",
        chance(50) ? one(FIRST) : null,
        "employeeNumber",
        chance(70) ? one(NUMBERS) : null);
  }

  private Profile appUser() {
    String mail = one(MAILS);
    return SmallOrg.profile(
        SmallOrg.APP,
        "userName",
        mail,
        "email",
        chance(92) ? mail : chance(50) ? "no mail" : null,
        "firstName",
        one(FIRST),
        "lastName",
        chance(95) ? one(LAST) : null,
        "title",
        chance(50) ? one(FIRST) : null,
        "number",
        chance(70) ? one(NUMBERS) : null);
  }

  /** Records of strangers, of people as they are, and of people who changed. */
  List<ImportRecord> feed(SmallOrg org) {
    List<ImportRecord> feed = new ArrayList<>();
    for (int index = 0; index < 10; index++) {
      SmallOrg.Row row = org.rows(SmallOrg.HR).get("00u" + index);
      if (row != null && chance(50)) {
        feed.add(SmallOrg.record("hr-" + index, true, row.profile()));
      } else if (chance(65)) {
        feed.add(SmallOrg.record("hr-" + index, chance(90), appUser()));
      } else if (chance(10)) {
        feed.add(new UnreadableRecord("hr-" + index, hash(), "WRONG_TYPE", "title"));
      }
    }
    if (chance(5)) {
      feed.add(new UnreadableRecord(null, hash(), "MISSING_ID", null));
    }
    if (chance(5) && !feed.isEmpty()) {
      feed.add(one(feed));
    }
    return feed;
  }

  private Sha256 hash() {
    return Sha256.of(new byte[] {(byte) random.nextInt(256)});
  }

  Settings settings() {
    MatchPolicy policy =
        one(
            List.of(
                MatchPolicy.EMAIL,
                MatchPolicy.allOf(new Criterion.Username()),
                MatchPolicy.allOf(
                    new Criterion.Attribute(
                        "employeeNumber", one(List.of(Normalization.values())))),
                new MatchPolicy(
                    List.of(new Criterion.Email(), new Criterion.Username()), true, false)));
    Settings settings =
        Settings.ofSource()
            .matching(new MatchPolicy(policy.exact(), policy.anyOf(), chance(60), chance(30)))
            .confirmation(new Confirmation(chance(70), chance(60), chance(70), chance(30)))
            .lifecycle(
                new Lifecycle(
                    new DeactivationRule(
                        one(List.of(DeactivationRule.OnDeactivate.values())),
                        one(List.of(DeactivationRule.OnStaged.values()))),
                    new ReactivationRule(chance(50), chance(50)),
                    new TreeSet<>(chance(30) ? List.of("00u1") : List.of())));
    Settings ranked =
        switch (random.nextInt(8)) {
          case 0, 1 -> settings.sources("crm", SmallOrg.HR);
          case 2, 3, 4 -> settings.sources(SmallOrg.HR, "crm");
          case 5 -> settings.sources("crm");
          default -> settings;
        };
    return chance(35)
        ? ranked.firstNonNull(
            one(List.of(new String[] {SmallOrg.HR}, new String[] {SmallOrg.HR, "crm"})))
        : ranked;
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** The same records in another order. */
  static List<ImportRecord> shuffled(List<ImportRecord> feed, long seed) {
    List<ImportRecord> shuffled = new ArrayList<>(feed);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }
}
