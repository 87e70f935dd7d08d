package io.attune.workspace;

import io.attune.expression.Direction;
import io.attune.expression.ExpressionForm;
import io.attune.json.ConstantReader;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** "Same value for all users": a value as words give it, as the literal for its target. */
public final class ConstantText {
  private ConstantText() {}

  /**
   * The expression of a constant: a text as it is, or JSON for a target of another kind.
   *
   * @throws InputErrors if there is no such app or target, or the value is not of the target's kind
   */
  public static String of(Path path, String app, Direction direction, String target, String value) {
    WorkspaceApps.require(path, app);
    Workspace workspace = Workspace.readAll(Folder.open(path));
    AttributeDefinition attribute =
        direction == Direction.TO_OKTA
            ? workspace.userSchema().attribute(target)
            : workspace.appSchema(app).attribute(target);
    // An unknown target is refused where its row is checked, with what is closest.
    AttributeKind kind = attribute == null ? AttributeKind.STRING : attribute.kind();
    @Nullable Object read = ConstantReader.read(value, kind);
    if (read == null) {
      throw InputErrors.of(
          "--same", "the value is no " + kind.label(), "write it as JSON, as in [\"a\",\"b\"]");
    }
    return ExpressionForm.literal(read);
  }
}
