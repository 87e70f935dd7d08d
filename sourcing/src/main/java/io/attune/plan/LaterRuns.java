package io.attune.plan;

import io.attune.matching.Matcher;
import io.attune.plan.UnlinkedRecords.Identity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the waiting records that the next run of the same feed would settle, because this plan
 * changes what people are matched by: they say so, so that the next run surprises nobody. Source:
 * formats, Idempotence.
 *
 * <p>It matches again among the people as the plan leaves them. Where in doubt it speaks up: a
 * record that says it waits and still waits later surprises nobody either.
 */
final class LaterRuns {
  private final ImportSettings settings;
  private final DirectorySnapshot directory;
  private final AppUsers links;
  private final UnlinkedRecords unlinked;
  private final People after;
  private final Set<Integer> newlyLinked = new HashSet<>();
  private final boolean anythingChanges;

  LaterRuns(
      ImportSettings settings,
      DirectorySnapshot directory,
      Drafts drafts,
      UnlinkedRecords unlinked,
      Decision[] decisions,
      Decision[] losses) {
    this.settings = settings;
    this.directory = directory;
    this.links = directory.appUsers(settings.run().app());
    this.unlinked = unlinked;
    Map<Integer, Integer> drafted = new HashMap<>();
    List<Integer> created = new ArrayList<>();
    for (Decision loss : losses) {
      if (loss.hasDraft()) {
        drafted.put(loss.person(), loss.draft());
      }
    }
    for (Decision decision : decisions) {
      Outcome outcome = decision.outcome();
      if (outcome == Outcome.CREATE) {
        created.add(decision.draft());
      } else if (outcome == Outcome.LINK) {
        newlyLinked.add(decision.person());
      }
      boolean writes =
          outcome == Outcome.UPDATE || outcome == Outcome.LINK || outcome == Outcome.REMOVED;
      if (writes && decision.hasDraft()) {
        drafted.put(decision.person(), decision.draft());
      }
    }
    this.after = People.after(directory, drafts, drafted, created);
    this.anythingChanges = !drafted.isEmpty() || !created.isEmpty();
  }

  /** Marks the records that wait only for this plan; {@code order} is the order of the plan. */
  void mark(Decision[] decisions, int[] order, FeedRecords records) {
    if (!anythingChanges) {
      return;
    }
    Matcher matcher = null;
    Map<Integer, Identity> identities = new HashMap<>();
    SamePerson.Keepers keepers = new SamePerson.Keepers();
    for (int record : order) {
      if (!isWaiting(decisions[record])) {
        continue;
      }
      if (matcher == null) {
        matcher = Matcher.over(after, settings.matching());
      }
      Identity identity =
          unlinked.identify(records.externalId(record), records.profile(record), matcher);
      identities.put(record, identity);
      if (identity.person() >= 0) {
        keepers.offer(identity.person(), record, identity.rank());
      }
    }
    for (Map.Entry<Integer, Identity> each : identities.entrySet()) {
      int record = each.getKey();
      if (settles(record, each.getValue(), decisions[record], keepers)) {
        decisions[record] = decisions[record].noting(UniqueClaims.WAITS);
      }
    }
  }

  /** Records that are no known links, were read, and wrote nothing. */
  private static boolean isWaiting(Decision decision) {
    PlannedMatch match = decision.match();
    boolean wroteNothing = decision.outcome().isPending() || decision.outcome() == Outcome.ERROR;
    return wroteNothing
        && match != null
        && match.kind() != PlannedMatch.Kind.LINKED
        && decision.diagnostics().stream()
            .noneMatch(each -> each.equals(UniqueClaims.WAITS) || each.code().startsWith("CONTRA"));
  }

  private boolean settles(int record, Identity identity, Decision now, SamePerson.Keepers keepers) {
    int person = identity.person();
    if (person < 0) {
      boolean wasNobody = now.outcome() == Outcome.PENDING_NEW || isRefusedAsNew(now);
      return !wasNobody && identity.confirmable();
    }
    boolean isFree = identity.confirmed() || (person < directory.size() && !isLinked(person));
    boolean isSame = person == now.person() && now.outcome() != Outcome.CONFLICT;
    return isFree && !isSame && keepers.keeps(person, record) && identity.confirmable();
  }

  /** Whether the record was somebody new already, and something else stood in its way. */
  private static boolean isRefusedAsNew(Decision now) {
    return now.person() < 0
        && now.match() != null
        && now.match().by().isEmpty()
        && now.match().kind() != PlannedMatch.Kind.AMBIGUOUS;
  }

  private boolean isLinked(int person) {
    int row = links.rowOfUser(person);
    return newlyLinked.contains(person) || (row >= 0 && links.isLink(row));
  }
}
