package io.attune.cli;

import io.attune.workspace.SchemaEdit;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code attune schema … remove}: one custom attribute less, unless something names it. */
@Command(name = "remove", description = "Removes a custom attribute that nothing names.")
final class SchemaRemoveCommand implements Callable<Integer> {
  @ParentCommand private @Nullable SchemaCommand schema;

  @Parameters(index = "0", paramLabel = "NAME", description = "Its variable name.")
  private String name = "";

  @Override
  public Integer call() throws IOException {
    SchemaCommand parent = Objects.requireNonNull(schema);
    return SchemaCommand.change(
        parent.streams(),
        "removed `" + name + "`",
        () -> {
          SchemaEdit.remove(parent.workspacePath(), parent.app(), name);
          return List.of();
        });
  }
}
