package io.attune.workspace;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The apps that a command may name. */
public final class WorkspaceApps {
  private WorkspaceApps() {}

  /**
   * Makes sure that there is an app; of null, nothing.
   *
   * @param workspace the org's folder
   * @throws InputErrors if there is none of this name, with those that are there
   */
  public static void require(Path workspace, @Nullable String app) {
    Folder folder = Folder.open(workspace);
    if (app != null && !folder.apps().contains(app)) {
      throw InputErrors.of(
          folder.shown("apps"), "there is no app `" + app + "`", "the apps are " + folder.apps());
    }
  }
}
