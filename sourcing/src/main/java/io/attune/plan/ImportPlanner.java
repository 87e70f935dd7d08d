package io.attune.plan;

import io.attune.matching.Matcher;
import io.attune.plan.ImportReport.Completeness;
import io.attune.plan.ReportBuilder.Populations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides everything that an import would do. A pure function of records, directory and settings:
 * no order of the records, thread, locale or clock changes a byte of the plan. Source: formats,
 * Plan; okta-behaviour 3, 5, 6, 9.
 */
public final class ImportPlanner {
  private final ImportSettings settings;
  private final DirectorySnapshot directory;
  private final AppUsers links;
  private final Drafts drafts;
  private final Decider decider;
  private final FeedRecords records;
  private final Decision[] decisions;
  private final FeedEnd end;

  private ImportPlanner(RecordBatch batch, DirectorySnapshot directory, ImportSettings settings) {
    this.settings = settings;
    this.directory = directory;
    this.links = directory.appUsers(settings.run().app());
    this.drafts = new Drafts(directory.userSchema());
    this.decider =
        new Decider(
            settings,
            directory,
            drafts,
            () -> Matcher.over(People.before(directory, drafts), settings.matching()));
    DecidedRecords decided = DecidedRecords.read(batch, links, decider);
    this.records = decided.records();
    this.end = decided.end();
    this.decisions = decided.decisions();
  }

  /**
   * Plans an import.
   *
   * @param batch read once, to its end
   * @param directory as it is before; not changed, and needed for as long as the plan is
   * @throws IllegalArgumentException if the directory lacks the importing app
   */
  public static ImportPlan plan(
      RecordBatch batch, DirectorySnapshot directory, ImportSettings settings) {
    return new ImportPlanner(batch, directory, settings).plan();
  }

  private ImportPlan plan() {
    int[] order = records.inOrder();
    SamePerson.settle(decisions, order, records, directory);
    new IdentifierMoves(directory, drafts, settings.matching().exact()).note(decisions, order);
    String incomplete = incomplete();
    List<Unseen> unseen =
        isAbsenceMeant(incomplete) ? Unseen.in(links, records, decisions) : List.of();
    Decision[] losses =
        unseen.stream().map(link -> decider.unseen(link.row())).toArray(Decision[]::new);
    new UniqueClaims(directory, drafts, records, decisions, losses).settle(order);
    new LaterRuns(settings, directory, drafts, decider.unlinked(), decisions, losses)
        .mark(decisions, order, records);
    MatchChanges.note(decisions, order, records, directory);

    PlanLines lines =
        new PlanLines(
            records,
            order,
            decisions,
            unseen,
            List.of(losses),
            decider,
            new LineRenderer(settings, directory, drafts));
    GroupImport imported = new GroupImport(records, directory, links, decisions, losses);
    List<PlannedGroup> groups = imported.lines(isAbsenceMeant(incomplete));
    ImportReport report =
        report(lines, incomplete, unseen.size(), imported.fewSeen(groups))
            .withGroups(groups.isEmpty() ? null : GroupReport.of(groups));
    return new PlannedImport(
        settings.run(),
        records.fingerprint(),
        lines,
        groups,
        report,
        () -> UnchangedRecords.remember(directory, settings, records, decisions));
  }

  /** Why nothing may be concluded from who is missing, or null. */
  private @Nullable String incomplete() {
    if (end instanceof FeedEnd.Incomplete cut) {
      return cut.reason();
    }
    if (records.incomplete() != null) {
      return records.incomplete();
    }
    boolean empty = records.size() == 0;
    return empty && settings.run().mode() == ImportMode.FULL && links.activeLinks() > 0
        ? "EMPTY_FEED"
        : null;
  }

  private boolean isAbsenceMeant(@Nullable String incomplete) {
    boolean proofMissing = settings.requireProof() && end instanceof FeedEnd.Unproven;
    return incomplete == null && settings.run().mode() == ImportMode.FULL && !proofMissing;
  }

  private ImportReport report(
      PlanLines lines, @Nullable String incomplete, int unseen, boolean fewGroupsSeen) {
    ReportBuilder report = new ReportBuilder();
    lines.count(report);
    Completeness completeness = Completeness.INCOMPLETE;
    if (incomplete == null) {
      completeness = end instanceof FeedEnd.Proven ? Completeness.PROVEN : Completeness.UNPROVEN;
    }
    boolean fewSeen = 2L * unseen > links.activeLinks() || fewGroupsSeen;
    ImportReport shares =
        report.build(
            completeness,
            incomplete,
            settings.safeguards(),
            new Populations(links.activeLinks(), activeLinksOfAllApps()),
            fewSeen,
            lines.losers(directory));
    return shares.with(
        EffectSafeguard.judge(shares.safeguard(), settings.safeguards().effects(), lines::forEach));
  }

  private int activeLinksOfAllApps() {
    return directory.apps().stream().mapToInt(app -> directory.appUsers(app).activeLinks()).sum();
  }
}
