package io.attune;

import static io.attune.plan.ImportMode.FULL;
import static java.util.OptionalLong.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.plan.DirectorySnapshot;
import io.attune.plan.ImportPlan;
import io.attune.plan.ImportPlanner;
import io.attune.plan.ImportRun;
import io.attune.plan.ImportSettings;
import io.attune.scim.RecordFile;
import io.attune.workspace.DirectoryFiles;
import io.attune.workspace.Fingerprints;
import io.attune.workspace.Folder;
import io.attune.workspace.ImportConfiguration;
import io.attune.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of the README compiles, runs, and stands there as it is here. */
class EmbeddingTest {
  private final Path root = Path.of(System.getProperty("attune.root", ".."));

  @Test
  void planningNeedsTwelveLines() throws IOException {
    // begin
    Workspace acme = Workspace.read(root.resolve("examples/acme"));
    Folder files = acme.folder();
    Instant time = Instant.parse("2026-01-05T08:00:00Z");
    ImportRun run =
        new ImportRun(
            "acme_hr", FULL, time, Fingerprints.config(files), Fingerprints.directory(files));
    ImportSettings settings = ImportConfiguration.of(acme, run);
    DirectorySnapshot directory = DirectoryFiles.read(acme, run.app());
    InputStream in = Files.newInputStream(root.resolve("examples/acme/hr-feed.jsonl"));
    RecordFile feed =
        new RecordFile(
            "hr-feed.jsonl", in, acme.appSchema(run.app()), empty(), (line, fault) -> {});
    ImportPlan plan = ImportPlanner.plan(feed, directory, settings);
    // end
    assertEquals(15, plan.report().users().created());
  }

  @Test
  void theReadmeShowsTheSameLines() throws IOException {
    Path source = root.resolve("scim-endpoint/src/test/java/io/attune/EmbeddingTest.java");
    List<String> lines = Files.readAllLines(source);
    List<String> example =
        lines.subList(lines.indexOf("    // begin") + 1, lines.indexOf("    // end"));
    String shown = String.join("\n", example.stream().map(line -> line.substring(4)).toList());
    assertTrue(Files.readString(root.resolve("README.md")).contains(shown), shown);
  }
}
