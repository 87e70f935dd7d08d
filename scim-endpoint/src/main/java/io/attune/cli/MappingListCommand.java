package io.attune.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.expression.ExpressionForm;
import io.attune.mapping.PushStatus;
import io.attune.workspace.MappingRows;
import io.attune.workspace.MappingRows.Row;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code attune mapping … list}: the rows of a table, and when each applies. */
@Command(name = "list", description = "Lists the mappings of a direction.")
final class MappingListCommand implements Callable<Integer> {
  @ParentCommand private @Nullable MappingCommand mapping;

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the list.")
  private ImportCommand.Format format = ImportCommand.Format.TEXT;

  @Override
  public Integer call() throws IOException {
    MappingCommand parent = Objects.requireNonNull(mapping);
    List<Row> rows =
        MappingRows.of(parent.workspacePath(), parent.app(), parent.side().direction());
    if (format == ImportCommand.Format.JSON) {
      parent.streams().out().println(json(rows));
    } else {
      rows.forEach(row -> parent.streams().out().println(line(row)));
    }
    return Attune.DONE;
  }

  private static String line(Row row) {
    String when = row.pushStatus() == PushStatus.PUSH ? "create and update" : "create";
    String onError = row.onError() == null ? "" : ", on error " + row.onError();
    String form = ExpressionForm.of(row.expression()).label();
    return row.target() + "  " + form + " " + row.expression() + "  (" + when + onError + ")";
  }

  private static String json(List<Row> rows) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    ObjectNode properties = root.putObject("properties");
    for (Row row : rows) {
      ObjectNode property = properties.putObject(row.target());
      property.put("expression", row.expression());
      property.put("pushStatus", row.pushStatus().name());
      if (row.onError() != null) {
        property.put("onError", row.onError().name());
      }
      property.put("kind", ExpressionForm.of(row.expression()).name());
    }
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }
}
