package io.attune.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.matching.MatchPolicy;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.sourcing.DeactivationRule;
import io.attune.sourcing.DeactivationRule.OnDeactivate;
import io.attune.sourcing.DeactivationRule.OnStaged;
import io.attune.sourcing.ReactivationRule;
import io.attune.sourcing.UserStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every cell of {@code lifecycle.tsv}, planned: 34,560 of them, 120 people a plan. */
class LifecycleMatrixTest {
  private static final int DIMENSIONS = 10;
  private static final List<String> PRESENCES = List.of("PRESENT", "INACTIVE", "ABSENT");
  private static final List<String> KNOWN =
      List.of("ACTIVE_LINK", "INACTIVE_LINK", "EXACT", "PARTIAL", "NOBODY");

  private final List<List<String>> table = table();
  private final BitSet used = new BitSet();
  private int cells;

  /** One person: where they stand before, and the key and address that are theirs alone. */
  private record Cell(String presence, String known, UserStatus status, int number) {
    String id() {
      return "00u" + number;
    }

    String key() {
      return "k-" + number;
    }

    String mail() {
      return "p" + number + "@x.test";
    }
  }

  /** What is the same for everybody of one plan. */
  private record Setting(
      String rank, OnDeactivate leaving, OnStaged staged, int ticks, boolean auto, boolean prot) {
    boolean suspended() {
      return (ticks & 1) != 0;
    }

    boolean deactivated() {
      return (ticks & 2) != 0;
    }
  }

  @Test
  void everyCellComesToWhatTheTableSays() {
    for (String rank : List.of("HIGHEST", "LOWER", "NO_SOURCE")) {
      for (OnDeactivate leaving : OnDeactivate.values()) {
        for (OnStaged staged : OnStaged.values()) {
          for (int switches = 0; switches < 16; switches++) {
            boolean auto = (switches & 4) != 0;
            boolean isProtected = (switches & 8) != 0;
            check(new Setting(rank, leaving, staged, switches & 3, auto, isProtected));
          }
        }
      }
    }
    assertEquals(34_560, cells);
    assertEquals(table.size(), used.cardinality(), "a line of the table speaks of no cell");
  }

  private void check(Setting setting) {
    List<Cell> people = people();
    Map<String, PlannedChange> lines = new HashMap<>();
    settings(setting, people)
        .plan(org(setting, people), feed(people))
        .forEachLine(line -> lines.put(String.valueOf(line.externalId()), line));
    for (Cell cell : people) {
      cells++;
      assertEquals(
          expected(setting, cell), found(lines.get(cell.key())), () -> setting + " " + cell);
    }
  }

  private static List<Cell> people() {
    List<Cell> people = new ArrayList<>();
    for (String presence : PRESENCES) {
      for (String known : KNOWN) {
        for (UserStatus status : UserStatus.values()) {
          people.add(new Cell(presence, known, status, people.size()));
        }
      }
    }
    return people;
  }

  private static SmallOrg org(Setting setting, List<Cell> people) {
    SmallOrg org = new SmallOrg();
    org.rows("crm");
    for (Cell cell : people) {
      if (cell.known().equals("NOBODY")) {
        continue;
      }
      String last = "Last" + cell.number();
      org.person(cell.id(), cell.status(), cell.mail(), "First", last);
      if (cell.known().endsWith("LINK")) {
        boolean active = cell.known().equals("ACTIVE_LINK");
        org.link(
            SmallOrg.HR,
            cell.id(),
            cell.key(),
            active ? AppUserStatus.ACTIVE : AppUserStatus.INACTIVE);
      }
      if (setting.rank().equals("LOWER")) {
        org.link("crm", cell.id(), "c-" + cell.number(), AppUserStatus.ACTIVE);
      }
    }
    return org;
  }

  private static List<ImportRecord> feed(List<Cell> people) {
    List<ImportRecord> feed = new ArrayList<>();
    for (Cell cell : people) {
      if (!cell.presence().equals("ABSENT")) {
        String mail = cell.known().equals("PARTIAL") ? "new" + cell.mail() : cell.mail();
        AppRecord record = SmallOrg.record(cell.key(), mail, "First", "Last" + cell.number());
        feed.add(SmallOrg.record(cell.key(), cell.presence().equals("PRESENT"), record.profile()));
      }
    }
    return feed;
  }

  private static Settings settings(Setting setting, List<Cell> people) {
    boolean auto = setting.auto();
    TreeSet<String> ids = new TreeSet<>();
    people.forEach(cell -> ids.add(cell.id()));
    Settings settings =
        Settings.ofSource()
            .matching(MatchPolicy.EMAIL.withPartial())
            .confirmation(new Confirmation(auto, auto, auto, false))
            .lifecycle(
                new Lifecycle(
                    new DeactivationRule(setting.leaving(), setting.staged()),
                    new ReactivationRule(setting.suspended(), setting.deactivated()),
                    setting.prot() ? ids : new TreeSet<>()));
    return switch (setting.rank()) {
      case "LOWER" -> settings.sources("crm", SmallOrg.HR);
      case "NO_SOURCE" -> settings.sources(new String[0]);
      default -> settings;
    };
  }

  private static String found(@Nullable PlannedChange line) {
    if (line == null) {
      return "no line, status -, link -, says -";
    }
    String status = line.status() == null ? "-" : line.status().to().name();
    String link = line.link() == null ? "-" : line.link().to().name();
    String says =
        line.diagnostics().stream().map(Diagnostic::code).collect(Collectors.joining(" "));
    return line.outcome()
        + ", status "
        + status
        + ", link "
        + link
        + ", says "
        + (says.isEmpty() ? "-" : says);
  }

  private String expected(Setting setting, Cell cell) {
    List<String> place =
        List.of(
            cell.presence(),
            cell.known(),
            cell.status().name(),
            setting.rank(),
            setting.leaving().name(),
            setting.staged().name(),
            setting.suspended() ? "on" : "off",
            setting.deactivated() ? "on" : "off",
            setting.auto() ? "on" : "off",
            setting.prot() ? "yes" : "no");
    List<List<String>> speaking = new ArrayList<>();
    for (int line = 0; line < table.size(); line++) {
      if (speaksOf(table.get(line), place)) {
        speaking.add(table.get(line));
        used.set(line);
      }
    }
    assertEquals(1, speaking.size(), () -> "lines that speak of " + place);
    List<String> line = speaking.get(0);
    boolean absent = cell.presence().equals("ABSENT");
    String gone = absent ? "DEPROVISIONED" : "INACTIVE";
    return line.get(DIMENSIONS)
        + ", status "
        + line.get(DIMENSIONS + 1)
        + ", link "
        + line.get(DIMENSIONS + 2).replace("gone", gone)
        + ", says "
        + line.get(DIMENSIONS + 3);
  }

  private static boolean speaksOf(List<String> line, List<String> place) {
    for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
      String written = line.get(dimension);
      boolean not = written.startsWith("!");
      List<String> values = Arrays.asList((not ? written.substring(1) : written).split("\\|", -1));
      boolean named = values.contains(place.get(dimension));
      if (!written.equals("*") && named == not) {
        return false;
      }
    }
    return true;
  }

  private static List<List<String>> table() {
    try (InputStream in = LifecycleMatrixTest.class.getResourceAsStream("lifecycle.tsv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> Arrays.asList(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
