package io.attune.benchmarks.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.benchmarks.data.Workspaces;
import io.attune.benchmarks.harness.Figure;
import io.attune.benchmarks.harness.Group;
import io.attune.benchmarks.harness.Row;
import io.attune.benchmarks.harness.Session;
import io.attune.benchmarks.harness.Table;
import io.attune.benchmarks.harness.Target;
import io.attune.plan.DirectorySnapshot;
import io.attune.profile.Profile;
import io.attune.workspace.DirectoryFiles;
import io.attune.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.openjdk.jol.info.GraphLayout;

/** The group {@code memory}: bytes of heap per existing user, counted object by object. */
public final class MemoryGroup implements Group {
  private static final String COLUMN = "bytes per user";
  private static final String PACKED = "snapshot: user, app user, keys";

  static {
    // JOL's way to see into records.
    System.setProperty("jol.magicFieldOffset", "true");
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String about() {
    return "heap per existing user of 30 attributes, by JOL, against slots and maps";
  }

  @Override
  public List<Table> run(Session session) throws IOException {
    int people = session.sizesOr(50_000).get(0);
    Path data = ImportData.write(session.scratch(), people);
    session.say("memory of " + people + " users");
    Workspace workspace = Workspace.read(data.resolve(ImportData.ORG));
    DirectorySnapshot snapshot = DirectoryFiles.read(workspace, Workspaces.APP);
    List<Row> rows =
        List.of(
            row(PACKED, snapshot, people),
            row("user's profile alone, in slots", slots(snapshot), people),
            row("user and app user as JSON maps", maps(data.resolve(ImportData.ORG)), people));
    Table table =
        new Table(
            name(),
            "per-user",
            String.format("Heap per user, %,d users of 30 attributes", people),
            "./attune-bench run memory",
            COLUMN,
            PACKED,
            rows,
            List.of());
    double measured = Objects.requireNonNull(table.measured(PACKED)).median();
    return List.of(
        table.held(Target.atMost("resident bytes per existing user", measured, 512, 350)));
  }

  private static Row row(String name, Object root, int people) {
    double bytes = GraphLayout.parseInstance(root).totalSize();
    return Row.of(name, COLUMN, Figure.counted("bytes", bytes / people));
  }

  private static List<Profile> slots(DirectorySnapshot snapshot) {
    List<Profile> profiles = new ArrayList<>();
    for (int person = 0; person < snapshot.size(); person++) {
      profiles.add(snapshot.profile(person));
    }
    return profiles;
  }

  private static List<Object> maps(Path org) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<Object> maps = new ArrayList<>();
    for (String file : List.of("users.jsonl", "apps/" + Workspaces.APP + "/app-users.jsonl")) {
      try (Stream<String> lines = Files.lines(org.resolve(file))) {
        for (String line : (Iterable<String>) lines::iterator) {
          maps.add(mapper.readValue(line, Map.class));
        }
      }
    }
    return maps;
  }
}
