package io.attune.plan.reference;

import static io.attune.plan.reference.World.Choice.NOT_USER;

import io.attune.plan.Outcome;
import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedGroup;
import io.attune.plan.PlannedMatch;
import io.attune.plan.PlannedMatch.Reason;
import io.attune.plan.reference.Feed.Sent;
import io.attune.plan.reference.World.Row;
import io.attune.plan.reference.World.Waiting;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The import plan in the shortest obvious way. Source: formats. */
public final class ReferencePlanner {
  private static final Comparator<Judgement> ORDER =
      Comparator.comparing(each -> String.valueOf(each.externalId), Texts.BYTES);

  /** Texts in the order of their digests. */
  static final Comparator<String> DIGESTS =
      (left, right) -> Arrays.compareUnsigned(digest(left), digest(right));

  private final World world;
  private final Feed feed;
  private final Rules rules;
  private final Deciding deciding;

  private ReferencePlanner(World world, Feed feed, Rules rules) {
    this.world = world;
    this.feed = feed;
    this.rules = rules;
    this.deciding = Deciding.of(world, rules);
  }

  /** What an import would do. */
  public static ReferencePlan plan(World world, Feed feed, Rules rules) {
    return new ReferencePlanner(world, feed, rules).plan();
  }

  private ReferencePlan plan() {
    List<Judgement> keyed = new ArrayList<>();
    for (String key : keys()) {
      keyed.add(deciding.decide(key, under(key)));
    }
    keyed.sort(ORDER);
    Collisions collisions = new Collisions(world);
    collisions.settlePeople(keyed);
    new Dangers(world, rules).noteMoves(keyed);
    String incomplete = incomplete();
    boolean absenceCounts =
        rules.full() && incomplete == null && (feed.proven() || !rules.requireProof());
    List<Judgement> unseen = absenceCounts ? unseen(keyed) : new ArrayList<>();
    unseen.sort(ORDER);
    collisions.settleValues(keyed, unseen);
    new LaterRun(deciding, keyed, unseen).mark();
    keyed.forEach(this::noteIfMatchChanged);

    List<Judgement> all = new ArrayList<>(keyed);
    all.addAll(unseen);
    all.sort(ORDER);
    for (Sent sent : withoutKey()) {
      all.add(deciding.unreadable(sent));
    }
    Lines written = new Lines(world, rules);
    List<PlannedChange> lines = all.stream().map(written::line).toList();
    List<PlannedGroup> groups = new Groups(world, feed, rules).lines(lines, absenceCounts);
    Report report = new Report(world, feed, rules);
    return new ReferencePlan(
        lines, groups, report.of(all, lines, groups, incomplete, unseen.size()));
  }

  /** Records that wait are matched anew by every import, which says what changed. */
  private void noteIfMatchChanged(Judgement now) {
    Waiting before = world.waiting().get(String.valueOf(now.externalId));
    boolean decided = before != null && before.choice() != null && before.choice() != NOT_USER;
    if (before == null || decided || now.match == null || now.outcome == Outcome.ERROR) {
      return;
    }
    PlannedMatch was = before.match();
    boolean other =
        was != null
            && (was.kind() != now.match.kind()
                || was.reason() != now.match.reason()
                || was.candidateCount() != now.match.candidateCount()
                || !was.candidates().equals(now.match.candidates()));
    if (other || (now.outcome.isPending() && now.outcome != before.outcome())) {
      String user = before.exactUser();
      String of = user == null ? "" : " of `" + user + "`";
      now.note("MATCH_CHANGED", null, "was " + before.outcome() + of);
    }
  }

  private List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (Sent sent : feed.records()) {
      if (sent.externalId() != null && !keys.contains(sent.externalId())) {
        keys.add(sent.externalId());
      }
    }
    return keys;
  }

  private List<Sent> under(String key) {
    return feed.records().stream().filter(each -> key.equals(each.externalId())).toList();
  }

  /** In the order of the digests of what was sent. */
  private List<Sent> withoutKey() {
    return feed.records().stream()
        .filter(each -> each.externalId() == null)
        .sorted(Comparator.comparing(Sent::raw, DIGESTS))
        .toList();
  }

  private static byte[] digest(String raw) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(raw.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Why nothing follows from who is missing, or null. */
  private @Nullable String incomplete() {
    if (feed.incomplete() != null) {
      return feed.incomplete();
    }
    if (!withoutKey().isEmpty()) {
      return "UNREADABLE_WITHOUT_ID";
    }
    if (keys().size() < feed.records().size()) {
      return "DUPLICATE_RECORDS";
    }
    boolean hasLinks = world.activeLinks(rules.app()) > 0;
    return feed.records().isEmpty() && rules.full() && hasLinks ? "EMPTY_FEED" : null;
  }

  /** Active links that the feed does not have, under their own key or under another. */
  private List<Judgement> unseen(List<Judgement> keyed) {
    List<Judgement> unseen = new ArrayList<>();
    for (Map.Entry<String, Row> each : world.rows(rules.app()).entrySet()) {
      String person = each.getKey();
      boolean seen =
          keyed.stream()
              .anyMatch(
                  judgement ->
                      String.valueOf(judgement.externalId).equals(each.getValue().externalId())
                          || (person.equals(judgement.person) && !isOnlyAlike(judgement)));
      if (each.getValue().isActiveLink() && !seen) {
        unseen.add(deciding.unseen(person));
      }
    }
    return unseen;
  }

  /** Whether the record only matches somebody who has a link of their own. */
  private static boolean isOnlyAlike(Judgement judgement) {
    PlannedMatch match = judgement.match;
    return match != null && match.reason() == Reason.ALREADY_LINKED;
  }
}
