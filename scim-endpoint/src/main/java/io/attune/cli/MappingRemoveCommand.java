package io.attune.cli;

import io.attune.json.JsonValue.JsonNull;
import io.attune.json.Place;
import io.attune.workspace.MappingEdit;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code attune mapping … remove}: do not map; what was written before stays. */
@Command(name = "remove", description = "Removes one mapping: the attribute is not mapped.")
final class MappingRemoveCommand implements Callable<Integer> {
  @ParentCommand private @Nullable MappingCommand mapping;

  @Parameters(index = "0", paramLabel = "TARGET", description = "The attribute.")
  private String target = "";

  @Override
  public Integer call() throws IOException {
    MappingCommand parent = Objects.requireNonNull(mapping);
    return SchemaCommand.change(
        parent.streams(),
        "removed `" + target + "`",
        () ->
            MappingEdit.merge(
                parent.workspacePath(),
                parent.app(),
                parent.side().direction(),
                Map.of(target, new JsonNull(Place.START))));
  }
}
