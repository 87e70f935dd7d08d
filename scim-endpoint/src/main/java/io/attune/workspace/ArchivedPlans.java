package io.attune.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The plans that a workspace keeps: those that were applied, and those that are paused. */
public final class ArchivedPlans {
  private static final int MIN_PREFIX = 4;

  private ArchivedPlans() {}

  /**
   * The file of the plan whose hash begins so.
   *
   * @param name a hash or at least 4 digits of its beginning, {@code sha256:} before it or not
   * @throws InputErrors if no plan is named so, or several are
   */
  public static Path find(Folder folder, String name) throws IOException {
    String hex = name.startsWith("sha256:") ? name.substring("sha256:".length()) : name;
    List<Path> found = new ArrayList<>();
    for (String kept : List.of(".attune/plans", ".attune/paused")) {
      Path plans = folder.file(kept);
      if (Files.isDirectory(plans)) {
        try (Stream<Path> files = Files.list(plans)) {
          files.filter(file -> file.getFileName().toString().startsWith(hex)).forEach(found::add);
        }
      }
    }
    long names = found.stream().map(file -> file.getFileName().toString()).distinct().count();
    if (hex.length() < MIN_PREFIX || names != 1) {
      throw InputErrors.of(
          folder.shown(History.FILE),
          "no plan that is kept here, or more than one, is named so",
          "`attune history` lists them; give the hash or its beginning");
    }
    return found.get(0);
  }
}
