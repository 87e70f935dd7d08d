package io.attune.workspace;

import io.attune.json.JsonValue.JsonText;
import io.attune.json.ProblemCode;

/**
 * Says where two match rules are set and one of them decides nothing: naming attributes replaces
 * {@code exactMatchCriteria}, as Okta's third option disables the first two. Source: formats,
 * Workspace; okta-behaviour 14, case 4.
 */
final class IdleMatchRule {
  private IdleMatchRule() {}

  static void note(Workspace workspace, AppFiles app) {
    JsonText idle = app.features().exactMatchText();
    if (idle == null || app.sync().matchAttributes().isEmpty()) {
      return;
    }
    String features = AppFiles.path(app.name(), "features.json");
    workspace
        .findings()
        .warning(
            workspace.folder().shown(features),
            idle.place(),
            ProblemCode.UNKNOWN_KEY,
            "`exactMatchCriteria` is ignored, since `matching.attributes` names what must be equal",
            "take one of them away");
  }
}
