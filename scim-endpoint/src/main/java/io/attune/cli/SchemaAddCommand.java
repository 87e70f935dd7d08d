package io.attune.cli;

import io.attune.workspace.SchemaEdit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code attune schema … add}: a new custom attribute. */
@Command(name = "add", description = "Adds a custom attribute.")
final class SchemaAddCommand implements Callable<Integer> {
  @ParentCommand private @Nullable SchemaCommand schema;

  @Parameters(index = "0", paramLabel = "NAME", description = "Its variable name.")
  private String name = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "KEYWORD=VALUE",
      description = "As the Schemas API has them: type=string maxLength=20 enum='[\"a\",\"b\"]'.")
  private List<String> keywords = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    SchemaCommand parent = Objects.requireNonNull(schema);
    var values = Keywords.of(keywords, parent.spec());
    return SchemaCommand.change(
        parent.streams(),
        "added `" + name + "`",
        () -> SchemaEdit.add(parent.workspacePath(), parent.app(), name, values));
  }
}
