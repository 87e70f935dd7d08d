package io.attune.workspace;

import io.attune.expression.Direction;
import io.attune.json.JsonDocument;
import io.attune.json.MappingDocument;
import io.attune.mapping.AttributeMapping;
import io.attune.mapping.MappingTable;
import io.attune.mapping.OnError;
import io.attune.mapping.PushStatus;
import io.attune.mapping.TableCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mappings of a direction, as they are in force. */
public final class MappingRows {
  private MappingRows() {}

  /**
   * One mapping.
   *
   * @param target the attribute that is written
   * @param expression what with
   * @param pushStatus when it applies, whatever the file says
   * @param onError what its failure does, or null where the app decides
   */
  public record Row(
      String target, String expression, PushStatus pushStatus, @Nullable OnError onError) {}

  /**
   * The rows in the order of the file.
   *
   * @param direction {@link Direction#TO_OKTA} or {@link Direction#TO_APP}
   * @throws InputErrors if there is no such app, or the configuration cannot be read
   */
  public static List<Row> of(Path path, String app, Direction direction) {
    WorkspaceApps.require(path, app);
    Workspace workspace = Workspace.read(path);
    JsonDocument json = workspace.files(app).mapping();
    if (json == null) {
      return List.of();
    }
    MappingDocument document = MappingDocument.read(json);
    MappingTable table = direction == Direction.TO_OKTA ? document.toOkta() : document.toApp();
    List<Row> rows = new ArrayList<>();
    for (AttributeMapping mapping : table.mappings()) {
      rows.add(
          new Row(
              mapping.target(),
              mapping.expression(),
              TableCheck.effective(direction, workspace.isSource(app), mapping.pushStatus()),
              document.onError(direction).get(mapping.target())));
    }
    return rows;
  }
}
