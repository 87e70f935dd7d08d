package io.attune.cli;

import io.attune.workspace.Folder;
import io.attune.workspace.InputErrors;
import io.attune.workspace.MappingDiff;
import io.attune.workspace.Workspace;
import io.attune.workspace.WorkspaceApply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune diff-mappings}: what a change of tables would do to everyone. */
@Command(
    name = "diff-mappings",
    description = "Shows what a change of mapping tables would do to everyone.")
final class DiffMappingsCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "OLD", description = "The org as it is, with its people.")
  private Path oldPath = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "NEW",
      description = "The org's configuration as it would be; its people are not read.")
  private Path newPath = Path.of("");

  @Option(names = "--app", paramLabel = "NAME", description = "Compare only this app.")
  private @Nullable String app;

  @Option(names = "--samples", paramLabel = "N", description = "Samples of each attribute; 3.")
  private int samples = 3;

  @Option(names = "--at", paramLabel = "TIME", description = "What expressions read as the time.")
  private @Nullable String at;

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the answer.")
  private ImportCommand.Format format = ImportCommand.Format.TEXT;

  DiffMappingsCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if (samples < 0) {
      throw ImportCommand.wrongUse(spec, "--samples takes a number from 0");
    }
    Instant time = AppCommand.time(at, spec);
    WorkspaceApply.recover(Folder.open(oldPath));
    Workspace before = Workspace.read(oldPath);
    Workspace after = Workspace.read(newPath);
    if (app != null && !(before.apps().contains(app) && after.apps().contains(app))) {
      throw InputErrors.of(
          oldPath.resolve("apps").toString(),
          "there is no app `" + app + "` in both",
          "the apps are " + before.apps() + " and " + after.apps());
    }
    if (app == null) {
      warnOfOthers(oldPath, before.apps(), newPath, after.apps());
      warnOfOthers(newPath, after.apps(), oldPath, before.apps());
    }
    List<String> apps =
        app == null ? before.apps().stream().filter(after.apps()::contains).toList() : List.of(app);
    MappingDiff.of(before, after, apps, time, samples).forEach(this::print);
    return Attune.DONE;
  }

  /**
   * Apps that only one of the two has are compared with nothing, and nobody may take that for
   * equal.
   */
  private void warnOfOthers(Path path, List<String> apps, Path other, List<String> others) {
    for (String each : apps) {
      if (!others.contains(each)) {
        streams
            .err()
            .println(
                path.resolve("apps").resolve(each)
                    + ":1:1: warning: `"
                    + other
                    + "` has no such app; it is not compared");
      }
    }
  }

  private void print(String name, MappingDiff diff) {
    if (format == ImportCommand.Format.JSON) {
      streams.out().println(DiffJson.of(name, diff));
    } else {
      streams.out().print(DiffText.of(name, diff));
    }
  }
}
