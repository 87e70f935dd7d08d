package io.attune.mapping.laws;

import io.attune.expression.Direction;
import io.attune.expression.EvaluationRun;
import io.attune.expression.ExpressionFacts;
import io.attune.expression.ExpressionFacts.Form;
import io.attune.mapping.MappingProgram;
import io.attune.mapping.PushStatus;
import io.attune.mapping.TableCheck;
import io.attune.mapping.laws.MappingLoop.Verdict;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the loops between the To App and the To Okta table of a profile source that is also pushed
 * to. Only mappings that write on update take part; an app that is no source writes no Okta user on
 * update, so it has no loops. A round is To App, then To Okta; a failure keeps the value, null
 * takes the default. Source: okta-behaviour 5.20.
 */
public final class MappingLoops {
  private static final int ROUNDS = 16;
  private static final int PROFILES = 400;
  private static final int EXHAUSTIVE = 2048;
  private static final int SHOWN = 4;

  private final MappingProgram toOkta;
  private final MappingProgram toApp;
  private final List<@Nullable ExpressionFacts> toOktaFacts;
  private final List<@Nullable ExpressionFacts> toAppFacts;
  private final LoopGraph graph;
  private final Exchange exchange;
  private final long seed;

  private MappingLoops(MappingProgram toOkta, MappingProgram toApp, EvaluationRun run, long seed) {
    this.toOkta = toOkta;
    this.toApp = toApp;
    this.seed = seed;
    this.toOktaFacts = Exchange.facts(toOkta);
    this.toAppFacts = new ArrayList<>(Exchange.facts(toApp));
    for (int slot = 0; slot < toApp.target().size(); slot++) {
      if (TableCheck.effective(Direction.TO_APP, true, toApp.pushStatus(slot))
          == PushStatus.DONT_PUSH) {
        toAppFacts.set(slot, null);
      }
    }
    this.graph = new LoopGraph(toOkta.target(), toApp.target(), toOktaFacts, toAppFacts);
    this.exchange = new Exchange(toOkta, toApp, run);
  }

  /**
   * Every loop, by its first Okta attribute. The search is a function of its arguments.
   *
   * @param toOkta the To Okta table of a profile source
   * @param toApp the To App table of the same app, over the same schemas
   * @param run what expressions may read besides the profiles
   * @param seed of the mixture of profiles that are tried
   */
  public static List<MappingLoop> find(
      MappingProgram toOkta, MappingProgram toApp, EvaluationRun run, long seed) {
    MappingLoops loops = new MappingLoops(toOkta, toApp, run, seed);
    return loops.graph.cycles().stream().map(loops::classify).toList();
  }

  private MappingLoop classify(BitSet cycle) {
    if (isIdempotent(cycle)) {
      return loop(cycle, Verdict.SETTLES, 0);
    }
    Search search = new Search(cycle);
    long combinations = search.space.combinations(EXHAUSTIVE);
    boolean exhaustive = search.isFinite() && combinations < EXHAUSTIVE;
    int limit = exhaustive ? (int) combinations : PROFILES;
    for (int number = 0; number < limit; number++) {
      Profile user = exhaustive ? search.space.combination(number) : search.space.sample(number);
      if (search.period(user) != Search.RESTS) {
        return search.oscillates(user, number + 1);
      }
    }
    return loop(cycle, exhaustive ? Verdict.SETTLES : Verdict.UNKNOWN, limit);
  }

  /**
   * One attribute each way, of one kind, copied or put into one case: what comes back is what a
   * second round would bring back too.
   */
  private boolean isIdempotent(BitSet cycle) {
    BitSet users = graph.userSlots(cycle);
    BitSet apps = graph.appSlots(cycle);
    if (users.cardinality() != 1 || apps.cardinality() != 1) {
      return false;
    }
    int user = users.nextSetBit(0);
    int app = apps.nextSetBit(0);
    ExpressionFacts there = Objects.requireNonNull(toAppFacts.get(app));
    ExpressionFacts back = Objects.requireNonNull(toOktaFacts.get(user));
    boolean simple =
        isSimple(there.form()) && isSimple(back.form()) && there.appAttributes().isEmpty();
    boolean sameKind =
        toOkta.target().attribute(user).kind() == toApp.target().attribute(app).kind();
    boolean oneCase =
        there.form() == Form.COPY || back.form() == Form.COPY || there.form() == back.form();
    return simple && sameKind && oneCase;
  }

  private static boolean isSimple(Form form) {
    return form == Form.COPY || form == Form.LOWER_CASE || form == Form.UPPER_CASE;
  }

  private MappingLoop loop(BitSet cycle, Verdict verdict, int tried) {
    return new MappingLoop(
        names(toOkta.target(), graph.userSlots(cycle)),
        names(toApp.target(), graph.appSlots(cycle)),
        verdict,
        null,
        List.of(),
        0,
        tried);
  }

  private static List<String> names(ProfileSchema schema, BitSet slots) {
    return slots.stream().mapToObj(slot -> schema.attribute(slot).name()).toList();
  }

  /** Runs profiles round by round and watches the attributes of one loop. */
  private final class Search {
    static final int RESTS = -1;

    private final BitSet users;
    private final BitSet apps;
    private final BitSet written;
    private final BitSet pushed;
    private final ProfileSpace space;

    Search(BitSet cycle) {
      this.users = graph.userSlots(cycle);
      this.apps = graph.appSlots(cycle);
      BitSet relevant = graph.sources(cycle.nextSetBit(0));
      this.written = graph.userSlots(relevant);
      this.pushed = graph.appSlots(relevant);
      this.space =
          new ProfileSpace(toOkta.target(), written, Exchange.literals(toOkta, toApp), seed);
    }

    /** Whether the profiles of the space are all there are. */
    boolean isFinite() {
      return written.stream()
          .allMatch(slot -> SampleValues.areAll(toOkta.target().attribute(slot)));
    }

    /** After how many rounds the values repeat: RESTS if they stay, 0 if they never do. */
    int period(Profile user) {
      List<List<@Nullable Object>> seen = new ArrayList<>();
      Profile okta = user;
      Profile app = Profile.empty(toApp.target());
      for (int round = 0; round <= ROUNDS; round++) {
        List<@Nullable Object> state = state(okta, app);
        int before = seen.lastIndexOf(state);
        if (before >= 0) {
          int period = round - before;
          return period == 1 ? RESTS : period;
        }
        seen.add(state);
        app = exchange.toApp(okta, app, slot -> pushed.get(slot) && toAppFacts.get(slot) != null);
        okta = exchange.toOkta(app, okta, written::get);
      }
      return 0;
    }

    /** All that the next round reads, so that a state that comes again goes on as before. */
    private List<@Nullable Object> state(Profile okta, Profile app) {
      List<@Nullable Object> state = new ArrayList<>();
      written.stream().forEach(slot -> state.add(okta.value(slot)));
      pushed.stream().forEach(slot -> state.add(app.value(slot)));
      return state;
    }

    MappingLoop oscillates(Profile found, int tried) {
      Profile witness = space.shrink(found, user -> period(user) != RESTS);
      List<Profile> orbit = new ArrayList<>();
      Profile okta = witness;
      Profile app = Profile.empty(toApp.target());
      for (int round = 0; round < SHOWN; round++) {
        orbit.add(okta);
        app = exchange.toApp(okta, app, slot -> pushed.get(slot) && toAppFacts.get(slot) != null);
        okta = exchange.toOkta(app, okta, written::get);
      }
      return new MappingLoop(
          names(toOkta.target(), users),
          names(toApp.target(), apps),
          Verdict.OSCILLATES,
          witness,
          orbit,
          period(witness),
          tried);
    }
  }
}
