package io.attune.plan;

import io.attune.expression.Compilation;
import io.attune.expression.EvaluationRun;
import io.attune.expression.Expression;
import io.attune.expression.ExpressionScope;
import io.attune.mapping.AttributeMapping;
import io.attune.mapping.MappingProgram;
import io.attune.mapping.MappingTable;
import io.attune.mapping.OnError;
import io.attune.matching.Criterion;
import io.attune.matching.MatchPolicy;
import io.attune.matching.Normalization;
import io.attune.plan.reference.Attribute;
import io.attune.plan.reference.Feed;
import io.attune.plan.reference.Rules;
import io.attune.plan.reference.World;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeFormat;
import io.attune.profile.AttributeKind;
import io.attune.profile.AttributeMaster;
import io.attune.profile.Constraints;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import io.attune.sourcing.DeactivationRule;
import io.attune.sourcing.EffectLimits;
import io.attune.sourcing.ImportSafeguard;
import io.attune.sourcing.ProfileSources;
import io.attune.sourcing.ReactivationRule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Gives the real planner what the reference planner reads. */
final class EnginePlanner {
  private static final Map<String, MappingProgram> PROGRAMS = new ConcurrentHashMap<>();
  private static final Map<String, Expression> FORMATS = new ConcurrentHashMap<>();
  private static final Map<Object, ProfileSchema> SCHEMAS = new ConcurrentHashMap<>();

  private final World world;
  private final Rules rules;
  private final ProfileSchema userSchema;
  private final ProfileSchema appSchema;

  private EnginePlanner(World world, Rules rules) {
    this.world = world;
    this.rules = rules;
    this.userSchema =
        SCHEMAS.computeIfAbsent(
            world.userSchema(),
            key ->
                ProfileSchema.of(
                    world.userSchema().stream().map(EnginePlanner::definition).toList()));
    this.appSchema =
        SCHEMAS.computeIfAbsent(
            world.appSchema(),
            key -> ProfileSchema.of(world.appSchema().stream().map(SmallOrg::text).toList()));
  }

  /** What the real planner says. */
  static ImportPlan plan(World world, Feed feed, Rules rules) {
    EnginePlanner engine = new EnginePlanner(world, rules);
    return ImportPlanner.plan(engine.batch(feed), engine.snapshot(), engine.settings());
  }

  private static AttributeDefinition definition(Attribute attribute) {
    Integer least = attribute.least();
    Integer most = attribute.most();
    Constraints constraints =
        attribute.whole()
            ? new Constraints(
                null,
                null,
                least == null ? null : Long.valueOf(least),
                most == null ? null : Long.valueOf(most),
                null,
                List.of())
            : Constraints.length(least, most);
    Attribute.Form form = attribute.form();
    return AttributeDefinition.of(
            attribute.name(), attribute.whole() ? AttributeKind.INTEGER : AttributeKind.STRING)
        .withConstraints(constraints)
        .withRequired(attribute.required())
        .withUnique(attribute.unique())
        .withFormat(form == null ? null : AttributeFormat.valueOf(form.name()))
        .withDefault(attribute.byDefault())
        .withMaster(master(attribute.sources()));
  }

  private static AttributeMaster master(@Nullable List<String> sources) {
    return sources == null
        ? AttributeMaster.PROFILE_MASTER
        : sources.isEmpty()
            ? AttributeMaster.OKTA
            : new AttributeMaster(AttributeMaster.Type.OVERRIDE, sources);
  }

  private DirectorySnapshot snapshot() {
    DirectorySnapshot snapshot = new DirectorySnapshot(userSchema);
    world
        .people()
        .forEach(
            (id, person) ->
                snapshot.addUser(
                    id, person.status(), person.created(), profile(userSchema, person.profile())));
    world
        .apps()
        .forEach(
            (app, rows) -> {
              AppUsers users = snapshot.addApp(app, appSchema);
              rows.forEach(
                  (id, row) ->
                      users.add(
                          snapshot.find(id),
                          row.externalId(),
                          row.status(),
                          profile(appSchema, row.profile())));
            });
    world
        .waiting()
        .forEach(
            (externalId, waiting) -> {
              World.Choice choice = waiting.choice();
              snapshot.addPending(
                  new PendingRecord(
                      externalId,
                      waiting.outcome(),
                      waiting.match(),
                      choice == null
                          ? null
                          : new PendingRecord.Choice(
                              PendingRecord.Kind.valueOf(choice.name()), waiting.userId())));
            });
    world
        .groups()
        .forEach(
            (key, group) ->
                snapshot.addGroup(
                    new AppGroup(
                        group.id(),
                        key,
                        group.name(),
                        group.description(),
                        new TreeSet<>(group.members()))));
    return snapshot;
  }

  private static Profile profile(ProfileSchema schema, Map<String, Object> values) {
    @Nullable Object[] slots = new @Nullable Object[schema.size()];
    values.forEach((name, value) -> slots[schema.slot(name)] = value);
    return Profile.ofOwned(schema, slots);
  }

  private RecordBatch batch(Feed feed) {
    List<ImportRecord> records = new ArrayList<>();
    for (Feed.Sent sent : feed.records()) {
      Sha256 raw = Sha256.of(sent.raw().getBytes(StandardCharsets.UTF_8));
      Map<String, Object> profile = sent.profile();
      records.add(
          profile == null
              ? new UnreadableRecord(sent.externalId(), raw, sent.fault(), sent.faultOf())
              : new AppRecord(
                  Objects.requireNonNull(sent.externalId()),
                  sent.active(),
                  profile(appSchema, profile),
                  raw));
    }
    for (Feed.SentGroup sent : feed.groups()) {
      Sha256 raw = Sha256.of(sent.raw().getBytes(StandardCharsets.UTF_8));
      records.add(new GroupRecord(sent.key(), says(sent), raw));
    }
    String incomplete = feed.incomplete();
    FeedEnd end =
        incomplete != null
            ? new FeedEnd.Incomplete(incomplete)
            : feed.proven() ? new FeedEnd.Proven() : new FeedEnd.Unproven();
    return SmallOrg.batch(end, records);
  }

  private static GroupRecord.Says says(Feed.SentGroup sent) {
    List<String> members = sent.members();
    if (sent.fault() != null) {
      return new GroupRecord.Faulty(sent.fault());
    }
    if (sent.gone()) {
      return new GroupRecord.Gone();
    }
    return sent.some() && members != null
        ? new GroupRecord.Memberships(members)
        : new GroupRecord.Whole(String.valueOf(sent.name()), sent.description(), members);
  }

  private ImportSettings settings() {
    TreeMap<String, MappingSettings> others = new TreeMap<>();
    rules.otherTables().forEach((app, table) -> others.put(app, mapping(app, table)));
    return new ImportSettings(
        new ImportRun(
            rules.app(),
            rules.full() ? ImportMode.FULL : ImportMode.INCREMENTAL,
            Instant.parse("2026-01-05T08:00:00Z"),
            SmallOrg.NO_HASH,
            SmallOrg.NO_HASH),
        mapping(rules.app(), rules.mapping()),
        new MatchPolicy(
            rules.exact().stream().map(EnginePlanner::criterion).toList(),
            rules.anyOf(),
            rules.partial()),
        new Confirmation(
            rules.confirmExact(), rules.confirmPartial(), rules.confirmNew(), rules.activateNew()),
        new ProfileSources(rules.sources(), new TreeSet<>(rules.passingOn())),
        others,
        new Lifecycle(
            new DeactivationRule(
                DeactivationRule.OnDeactivate.valueOf(rules.onDeactivate().name()),
                rules.deactivateStaged()
                    ? DeactivationRule.OnStaged.DEACTIVATE
                    : DeactivationRule.OnStaged.LEAVE),
            new ReactivationRule(rules.reactivateSuspended(), rules.reactivateDeactivated()),
            new TreeSet<>(rules.protectedUsers())),
        new Safeguards(
            limit(rules.appLimit()), limit(rules.orgLimit()), new EffectLimits(rules.atMost())),
        rules.requireProof());
  }

  private static Criterion criterion(Rules.Criterion criterion) {
    return switch (criterion.attribute()) {
      case "EMAIL" -> new Criterion.Email();
      case "USERNAME" -> new Criterion.Username();
      default ->
          new Criterion.Attribute(
              criterion.attribute(), Normalization.valueOf(criterion.normalize().name()));
    };
  }

  private static ImportSafeguard limit(Rules.Limit limit) {
    return new ImportSafeguard(
        limit.on(),
        limit.percent(),
        limit.least(),
        limit.inclusive()
            ? ImportSafeguard.Comparison.INCLUSIVE
            : ImportSafeguard.Comparison.STRICT);
  }

  private MappingSettings mapping(String app, List<Rules.Mapped> table) {
    TreeMap<String, OnError> onError = new TreeMap<>();
    StringBuilder key = new StringBuilder(app).append(world.userSchema().hashCode());
    for (Rules.Mapped each : table) {
      onError.put(each.target(), OnError.valueOf(each.onError().name()));
      key.append(each.target()).append('=').append(each.formula().text()).append('\n');
    }
    var format = rules.usernameFormat();
    return new MappingSettings(
        PROGRAMS.computeIfAbsent(key.toString(), text -> program(app, table)),
        format == null ? null : FORMATS.computeIfAbsent(format.text(), this::format),
        OnError.KEEP,
        onError,
        rules.perAttribute() ? ProfileUpdate.PER_ATTRIBUTE : ProfileUpdate.ATOMIC,
        EvaluationRun.EMPTY);
  }

  private MappingProgram program(String app, List<Rules.Mapped> rows) {
    var scope = ExpressionScope.toOkta(userSchema, app, appSchema);
    for (String other : world.apps().keySet()) {
      scope = other.equals(app) ? scope : scope.withApp(other, appSchema);
    }
    List<AttributeMapping> table = new ArrayList<>();
    for (Rules.Mapped each : rows) {
      table.add(AttributeMapping.of(each.target(), each.formula().text()));
    }
    var compiled = MappingProgram.compile(new MappingTable(table), scope);
    return Objects.requireNonNull(compiled.program(), () -> compiled.toString());
  }

  private Expression format(String text) {
    var scope = ExpressionScope.usernameFormat(userSchema, rules.app(), appSchema);
    Compilation compiled = Expression.compile(text, scope, userSchema.attribute("login"));
    return ((Compilation.Compiled) compiled).expression();
  }
}
