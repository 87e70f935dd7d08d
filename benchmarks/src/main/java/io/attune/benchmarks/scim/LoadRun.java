package io.attune.benchmarks.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.benchmarks.harness.ChildJvm;
import io.attune.benchmarks.harness.Figure;
import io.attune.benchmarks.harness.Refused;
import io.attune.benchmarks.harness.Row;
import io.attune.benchmarks.harness.Session;
import java.io.Closeable;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Servers and the one client that loads them in turn: each operation alone, on each server, until
 * their JITs are quiet, {@value #MOST_WARM_UPS} times at most, and then some times each round.
 */
final class LoadRun implements Closeable {
  static final String CPU = "server cpu a request";
  static final String RATE = "requests a second";
  static final String MEDIAN = "median";
  static final String P99 = "p99";
  static final String PEAK = "peak heap";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** One quiet load may be luck: what is rarely run is compiled late. */
  private static final int QUIET_LOADS = 3;

  private static final int MOST_WARM_UPS = 40;
  private static final int MOST_WARM_UP_PAGES = 10;
  private static final int MOST_COMPARED = 20;

  /** How often a round does what takes half a second. */
  private static final int TIMES_A_ROUND = 3;

  private final Session session;
  private final int people;
  private final List<Served> servers;
  private final ChildJvm client;
  private final Map<String, List<Round>> rounds = new LinkedHashMap<>();
  private final Map<Operation, Integer> sent = new EnumMap<>(Operation.class);

  private record Round(int requests, ServerProcess.Cost cost, LoadProcess.Seen seen) {
    /** Whether the JIT of the server had next to nothing to do. */
    boolean isQuiet() {
      return cost.compilingNanos() * 50 < seen.wallNanos();
    }
  }

  /** Over servers that hold the first users of a feed. */
  LoadRun(Session session, Path feed, int people, List<Served> servers) throws IOException {
    this.session = session;
    this.people = people;
    this.servers = servers;
    this.client =
        ChildJvm.start(
            "client",
            session.quick(),
            List.of("-Xmx1g"),
            Redirect.INHERIT,
            LoadProcess.class,
            List.of(feed.toString(), "" + people));
  }

  /** How many users a run creates. */
  static int newcomers(Session session) {
    long kinds = Load.ALL.stream().filter(load -> load.operation() == Operation.CREATE).count();
    int loads = (int) kinds * (mostWarmUps(session) + session.rounds() * TIMES_A_ROUND);
    return MOST_COMPARED + loads * requests(session, Operation.CREATE);
  }

  private static int mostWarmUps(Session session) {
    return session.quick() ? 1 : MOST_WARM_UPS;
  }

  private static int requests(Session session, Operation operation) {
    return session.quick() ? 40 : operation.writes() ? 1_000 : 2_000;
  }

  private int requests(Operation operation) {
    return operation == Operation.PAGE
        ? (people + Operation.PAGE_SIZE - 1) / Operation.PAGE_SIZE
        : requests(session, operation);
  }

  /**
   * Compares, warms up, and measures; a row for each operation on each server.
   *
   * @throws Refused if servers answer differently
   */
  List<Row> rows() throws IOException {
    // What writes change would be told with the time of each server.
    for (boolean writes : new boolean[] {false, true}) {
      for (Operation operation : Operation.values()) {
        if (operation.writes() == writes) {
          compare(operation);
        }
      }
    }
    warmUp();
    for (int round = 1; round <= session.rounds(); round++) {
      session.say("  round " + round + " of " + session.rounds());
      for (int time = 0; time < TIMES_A_ROUND; time++) {
        for (Load load : Load.ALL) {
          if (time == 0 || load.operation() != Operation.PAGE) {
            measure(load);
          }
        }
      }
    }
    return rounds.entrySet().stream().map(each -> row(each.getKey(), each.getValue())).toList();
  }

  private void measure(Load load) throws IOException {
    load(load, requests(load.operation()))
        .forEach(
            (server, round) ->
                rounds
                    .computeIfAbsent(name(load, server.name()), name -> new ArrayList<>())
                    .add(round));
  }

  /**
   * Each operation again and again, until what is compiled for it is next to nothing, or enough.
   */
  private void warmUp() throws IOException {
    for (Load load : Load.ALL) {
      Operation operation = load.operation();
      int count =
          operation == Operation.PAGE
              ? Math.min(requests(operation), MOST_WARM_UP_PAGES)
              : requests(operation);
      int quiet = 0;
      int loads = 0;
      while (loads < mostWarmUps(session) && quiet < QUIET_LOADS) {
        boolean isQuiet = load(load, count).values().stream().allMatch(Round::isQuiet);
        quiet = isQuiet ? quiet + 1 : 0;
        loads++;
      }
      session.say("  warmed up " + load.words() + ": " + loads + " × " + count);
    }
  }

  /** The row of a load on a server. */
  static String name(Load load, String server) {
    return load.words() + ": " + server;
  }

  private void compare(Operation operation) throws IOException {
    int count = operation == Operation.PAGE ? 1 : MOST_COMPARED;
    Served first = servers.get(0);
    JsonNode expected = ask(first, operation, count);
    for (Served server : servers.subList(1, servers.size())) {
      JsonNode answers = ask(server, operation, count);
      for (int number = 0; number < count; number++) {
        if (!answers.path(number).equals(expected.path(number))) {
          String one = answers.path(number).toString();
          String other = expected.path(number).toString();
          throw new Refused(
              String.format(
                  "`%s` answers `%s`, but `%s` answers `%s`: nothing is compared",
                  operation.words() + ": " + server.name(),
                  from(one, other),
                  operation.words() + ": " + first.name(),
                  from(other, one)));
        }
      }
    }
  }

  /** Some of a text, from where it differs from another. */
  private static String from(String text, String other) {
    int start = 0;
    while (start < Math.min(text.length(), other.length())
        && text.charAt(start) == other.charAt(start)) {
      start++;
    }
    return text.substring(Math.max(0, start - 20), Math.min(text.length(), start + 100));
  }

  private JsonNode ask(Served server, Operation operation, int count) throws IOException {
    String words = String.join(" ", "ask", server.base(), operation.name(), "0", "" + count);
    return MAPPER.readTree(client.ask(words, LoadProcess.ANSWERS));
  }

  /** The next requests, the same to each server, one server after the other. */
  private Map<Served, Round> load(Load load, int count) throws IOException {
    Operation operation = load.operation();
    int first = sent.merge(operation, count, Integer::sum) - count + MOST_COMPARED;
    Map<Served, Round> loads = new LinkedHashMap<>();
    for (Served server : servers) {
      String words =
          String.join(
              " ",
              "load",
              server.base(),
              operation.name(),
              Integer.toString(first),
              Integer.toString(count),
              Integer.toString(load.connections()));
      server.start();
      String seen = client.ask(words, LoadProcess.LOADED);
      loads.put(server, new Round(count, server.cost(), LoadProcess.Seen.parse(seen)));
    }
    return loads;
  }

  private static Row row(String name, List<Round> rounds) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put(CPU, figure("ms", rounds, each -> each.cost.cpuNanos() / 1e6 / each.requests));
    figures.put(RATE, figure("", rounds, each -> each.requests * 1e9 / each.seen.wallNanos()));
    figures.put(MEDIAN, figure("ms", rounds, each -> each.seen.medianNanos() / 1e6));
    figures.put(P99, figure("ms", rounds, each -> each.seen.p99Nanos() / 1e6));
    int requests = rounds.stream().mapToInt(Round::requests).sum();
    long errors = rounds.stream().mapToLong(each -> each.seen.errors()).sum();
    figures.put("errors", Figure.counted(String.format("of %,d", requests), (double) errors));
    figures.put(PEAK, figure("MiB", rounds, each -> each.cost.peakBytes() / 1048576.0));
    return new Row(name, figures);
  }

  private static Figure figure(String unit, List<Round> rounds, ToDoubleFunction<Round> what) {
    return Figure.of(unit, rounds.stream().map(what::applyAsDouble).toList());
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
