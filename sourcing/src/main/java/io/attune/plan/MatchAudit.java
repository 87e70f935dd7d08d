package io.attune.plan;

import io.attune.matching.Criterion;
import io.attune.matching.KeyCensus;
import io.attune.matching.MatchOutcome;
import io.attune.matching.MatchOutcome.Cause;
import io.attune.matching.MatchOutcome.Conflict;
import io.attune.matching.MatchOutcome.Linked;
import io.attune.matching.MatchPolicy;
import io.attune.matching.Matcher;
import io.attune.matching.Normalization;
import io.attune.plan.MatchAuditReport.Census;
import io.attune.plan.MatchAuditReport.CriterionAudit;
import io.attune.plan.MatchAuditReport.Groups;
import io.attune.plan.MatchAuditReport.LinkedCounts;
import io.attune.plan.MatchAuditReport.RecordCounts;
import io.attune.plan.MatchAuditReport.RuleAudit;
import io.attune.plan.MatchAuditReport.UnlinkedCounts;
import io.attune.profile.AttributeKind;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Counts what match rules would find among people and records, before one of them is switched on.
 * It asks the same matcher that an import asks, about records mapped as an import maps them.
 */
public final class MatchAudit {
  private final DirectorySnapshot directory;
  private final ImportSettings settings;
  private final AppUsers links;
  private final People people;
  private final AuditedRecords records;

  private MatchAudit(FeedRecords feed, DirectorySnapshot directory, ImportSettings settings) {
    this.directory = directory;
    this.settings = settings;
    this.links = directory.appUsers(settings.run().app());
    this.people = People.before(directory, new Drafts(directory.userSchema()));
    this.records = new AuditedRecords(feed, directory, settings.mapping());
  }

  /**
   * Audits the rules of an app.
   *
   * @param batch the records, read once, to their end
   * @param directory the people, who are not changed
   * @param settings of the app, its own rules among them
   */
  public static MatchAuditReport of(
      RecordBatch batch, DirectorySnapshot directory, ImportSettings settings) {
    AppUsers links = directory.appUsers(settings.run().app());
    FeedRecords feed = FeedRecords.read(batch, links);
    return new MatchAudit(feed, directory, settings).report(feed.size() + feed.withoutKey().size());
  }

  private MatchAuditReport report(int scanned) {
    List<CriterionAudit> criteria = new ArrayList<>();
    criteria.add(criterion(new Criterion.Email()));
    criteria.add(criterion(new Criterion.Username()));
    criteria.add(
        new CriterionAudit(
            "FIRST_AND_LAST_NAME",
            census(KeyCensus.ofNames(people), directory::id),
            census(KeyCensus.ofNames(records), records::externalId)));
    List<Criterion.Attribute> identifying = new ArrayList<>();
    for (String name : mappedAttributes()) {
      CriterionAudit plain = criterion(new Criterion.Attribute(name, Normalization.NONE));
      criteria.add(plain);
      if (isIdentifying(plain.people())) {
        for (Normalization normalization : Normalization.values()) {
          Criterion.Attribute attribute = new Criterion.Attribute(name, normalization);
          identifying.add(attribute);
          if (normalization != Normalization.NONE) {
            criteria.add(criterion(attribute));
          }
        }
      }
    }
    return new MatchAuditReport(
        settings.run().app(), directory.size(), counts(scanned), criteria, rules(identifying));
  }

  private RecordCounts counts(int scanned) {
    int linked = 0;
    for (int record = 0; record < records.size(); record++) {
      linked += row(record) < 0 ? 0 : 1;
    }
    int unlinked = records.size() - linked;
    return new RecordCounts(scanned, linked, unlinked, scanned - records.size());
  }

  /** What could be named in {@code matching.attributes}; e-mail and login are criteria already. */
  private List<String> mappedAttributes() {
    ProfileSchema schema = directory.userSchema();
    List<String> names = new ArrayList<>();
    for (int slot = 0; slot < schema.size(); slot++) {
      String name = schema.attribute(slot).name();
      AttributeKind kind = schema.attribute(slot).kind();
      boolean isCriterion = name.equals("email") || name.equals("login");
      if (settings.mapping().toOkta().maps(slot) && !kind.isArray() && !isCriterion) {
        names.add(name);
      }
    }
    return names;
  }

  /** Whether most of those who have a value have one of their own: a title is no identifier. */
  private static boolean isIdentifying(Census census) {
    return census.usable() > 0 && 2L * census.shared().members() <= census.usable();
  }

  private CriterionAudit criterion(Criterion criterion) {
    return new CriterionAudit(
        RuleSets.label(criterion),
        census(KeyCensus.of(criterion, people), directory::id),
        census(KeyCensus.of(criterion, records), records::externalId));
  }

  private static Census census(KeyCensus census, IntFunction<String> name) {
    return new Census(
        census.members(),
        census.usable(),
        census.blank(),
        groups(census.shared(), name),
        groups(census.collided(), name));
  }

  private static Groups groups(KeyCensus.Groups groups, IntFunction<String> name) {
    List<List<String>> examples =
        groups.examples().stream().map(group -> group.stream().map(name::apply).toList()).toList();
    return new Groups(groups.keys(), groups.members(), groups.largest(), examples);
  }

  private List<RuleAudit> rules(List<Criterion.Attribute> identifying) {
    Map<String, MatchPolicy> alternatives = RuleSets.alternatives(identifying);
    MatchPolicy own = settings.matching().withPartial();
    List<RuleAudit> audits = new ArrayList<>();
    audits.add(audit(RuleSets.label(own), own, true));
    alternatives.remove(RuleSets.label(own));
    alternatives.forEach((label, policy) -> audits.add(audit(label, policy, false)));
    return audits;
  }

  private RuleAudit audit(String label, MatchPolicy policy, boolean configured) {
    Matcher matcher = Matcher.over(people, policy);
    Tally tally = new Tally();
    for (int record = 0; record < records.size(); record++) {
      MatchOutcome found = matcher.match(records.subject(record));
      int row = row(record);
      if (row < 0) {
        tally.addUnlinked(inTheWay(found));
      } else {
        tally.addLinked(new Linked(links.user(row)), found);
      }
    }
    return new RuleAudit(label, configured, tally.unlinked(), tally.linked());
  }

  /** The one person found may have a link under another key. */
  private MatchOutcome inTheWay(MatchOutcome found) {
    boolean one = found instanceof MatchOutcome.Exact || found instanceof MatchOutcome.Partial;
    int row = one ? links.rowOfUser(found.people().get(0)) : -1;
    return row >= 0 && links.isLink(row)
        ? Conflict.with(Cause.ALREADY_LINKED, found.people().get(0), found.evidence())
        : found;
  }

  private int row(int record) {
    return links.rowOfExternalId(records.externalId(record));
  }

  /** Counts outcomes. */
  private static final class Tally {
    private final BitSet taken = new BitSet();
    private int exact;
    private int partial;
    private int ambiguous;
    private int alreadyLinked;
    private int sameUser;
    private int none;
    private int right;
    private int wrong;
    private int severalLinked;
    private int missed;

    void addUnlinked(MatchOutcome found) {
      if (found instanceof Conflict) {
        alreadyLinked++;
      } else if (found instanceof MatchOutcome.Ambiguous) {
        ambiguous++;
      } else if (found instanceof MatchOutcome.None) {
        none++;
      } else if (taken.get(found.people().get(0))) {
        sameUser++;
      } else {
        taken.set(found.people().get(0));
        exact += found instanceof MatchOutcome.Exact ? 1 : 0;
        partial += found instanceof MatchOutcome.Partial ? 1 : 0;
      }
    }

    void addLinked(Linked truth, MatchOutcome found) {
      if (found instanceof MatchOutcome.Ambiguous several && several.exact()) {
        severalLinked++;
      } else if (!(found instanceof MatchOutcome.Exact match)) {
        missed++;
      } else if (match.person() == truth.person()) {
        right++;
      } else {
        wrong++;
      }
    }

    UnlinkedCounts unlinked() {
      return new UnlinkedCounts(exact, partial, ambiguous, alreadyLinked, sameUser, none);
    }

    LinkedCounts linked() {
      return new LinkedCounts(right, wrong, severalLinked, missed);
    }
  }
}
