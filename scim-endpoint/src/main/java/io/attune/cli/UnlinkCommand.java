package io.attune.cli;

import io.attune.workspace.Folder;
import io.attune.workspace.WorkspaceApply;
import io.attune.workspace.WorkspaceUnlink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune unlink}: takes a wrong match back. */
@Command(
    name = "unlink",
    description = "Takes a wrong match back: profile, link, and the pair is not matched again.")
final class UnlinkCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "WORKSPACE", description = "The org's folder.")
  private Path workspacePath = Path.of("");

  @Option(names = "--app", required = true, paramLabel = "NAME", description = "The app.")
  private String app = "";

  @Option(names = "--record", required = true, paramLabel = "ID", description = "Its externalId.")
  private String record = "";

  @Option(names = "--keep-profile", description = "Leave the person's profile as it is.")
  private boolean keepProfile;

  @Option(names = "--by", paramLabel = "NAME", description = "Who says so.")
  private String by = System.getProperty("user.name", "");

  @Option(names = "--at", paramLabel = "TIME", description = "The time of the choice.")
  private @Nullable String at;

  UnlinkCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    var time = AppCommand.time(at, spec);
    WorkspaceApply.recover(Folder.open(workspacePath));
    WorkspaceUnlink.Result result =
        WorkspaceUnlink.unlink(workspacePath, app, record, by, time, keepProfile);
    streams.out().println("unlinked record " + record + " from " + result.userId());
    streams.out().println("  as before the link: " + result.restored());
    streams.out().println("  the pair will not be matched again");
    return Attune.DONE;
  }
}
