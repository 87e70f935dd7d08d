package io.attune.cli;

import io.attune.json.JsonDocument;
import io.attune.json.JsonValue;
import io.attune.json.JsonValue.JsonObject;
import io.attune.json.JsonValue.Member;
import io.attune.workspace.InputErrors;
import io.attune.workspace.MappingEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code attune mapping … merge}: the body of Okta's {@code POST /mappings/{id}}. */
@Command(
    name = "merge",
    description = "Replaces the rows that a file names; null removes one, the others stay.")
final class MappingMergeCommand implements Callable<Integer> {
  @ParentCommand private @Nullable MappingCommand mapping;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "{\"properties\": {…}} as the Mappings API takes it; - is standard input.")
  private String file = "";

  @Override
  public Integer call() throws IOException {
    MappingCommand parent = Objects.requireNonNull(mapping);
    Map<String, JsonValue> rows = rows();
    return SchemaCommand.change(
        parent.streams(),
        "merged " + rows.size() + " rows",
        () ->
            MappingEdit.merge(
                parent.workspacePath(), parent.app(), parent.side().direction(), rows));
  }

  private Map<String, JsonValue> rows() throws IOException {
    JsonDocument document = JsonDocument.read(bytes());
    if (!document.problems().isEmpty()) {
      throw InputErrors.of(file, document.problems());
    }
    if (!(document.root() instanceof JsonObject root)
        || !(root.get("properties") instanceof JsonObject properties)) {
      throw InputErrors.of(file, "there are no `properties`", "write {\"properties\": {…}}");
    }
    Map<String, JsonValue> rows = new LinkedHashMap<>();
    for (Member row : properties.members()) {
      rows.put(row.name(), row.value());
    }
    return rows;
  }

  private byte[] bytes() throws IOException {
    if (file.equals("-")) {
      return System.in.readAllBytes();
    }
    if (!Files.isRegularFile(Path.of(file))) {
      throw InputErrors.of(file, "there is no such file", "");
    }
    return Files.readAllBytes(Path.of(file));
  }
}
