package io.attune.imports;

import io.attune.workspace.Folder;
import io.attune.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The workspace of a data folder. It is copied there once, from a folder that is never written, and
 * is the one that counts from then on.
 */
public final class ServedWorkspace {
  private static final String NAME = "workspace";
  private static final String UNFINISHED = ".workspace-copy";

  private ServedWorkspace() {}

  /** The workspace of a data folder, if it has one. */
  public static Optional<Path> of(Path data) {
    Path workspace = data.resolve(NAME);
    return Files.isDirectory(workspace) ? Optional.of(workspace) : Optional.empty();
  }

  /**
   * Copies a workspace into the data folder, unless one is there. A copy that was cut off is begun
   * again.
   *
   * @param data a folder that is there
   * @param source the user's folder, or null
   * @return the workspace of the data folder, if it has one now
   * @throws io.attune.workspace.InputErrors if the source is no workspace or has errors, or links
   *     lead out of it; nothing is copied then
   */
  public static Optional<Path> begin(Path data, @Nullable Path source) throws IOException {
    Optional<Path> standing = of(data);
    if (source == null || standing.isPresent()) {
      return standing;
    }
    // A copy with errors would be the one that counts, and mending the source would mend nothing.
    Workspace.read(source);
    Path aside = data.resolve(UNFINISHED);
    delete(aside);
    copy(Folder.open(source), aside);
    Path target = data.resolve(NAME);
    Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
    return Optional.of(target);
  }

  private static void copy(Folder source, Path target) throws IOException {
    try (Stream<Path> tree = Files.walk(source.root())) {
      for (Path each : tree.toList()) {
        String relative = source.root().relativize(each).toString();
        Path from = source.file(relative);
        Path to = target.resolve(relative);
        if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectories(to);
        } else if (Files.isRegularFile(from) && !relative.equals(Path.of(".attune", "lock") + "")) {
          Files.copy(from, to);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      List<Path> all;
      try (Stream<Path> tree = Files.walk(folder)) {
        all = tree.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path each : all) {
        Files.delete(each);
      }
    }
  }
}
