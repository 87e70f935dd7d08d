package io.attune.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a workspace. Nothing outside the folder is ever read or written through a link. */
public final class Folder {
  private final Path root;
  private final String shown;

  /** Files that are to be read otherwise than they stand on the disk. */
  private final Map<String, byte[]> changed;

  /** What messages say after the name of such a file. */
  private final String mark;

  private Folder(Path root, String shown, Map<String, byte[]> changed, String mark) {
    this.root = root;
    this.shown = shown;
    this.changed = changed;
    this.mark = mark;
  }

  /**
   * A folder that is there.
   *
   * @throws InputErrors if it is not, or holds no {@code org.json}
   */
  public static Folder open(Path folder) {
    try {
      Path root = folder.toRealPath();
      if (!Files.isDirectory(root) || !Files.exists(root.resolve("org.json"))) {
        throw InputErrors.of(
            folder.toString(), "this is no workspace", "a workspace is a folder with `org.json`");
      }
      return new Folder(root, folder.toString(), Map.of(), "");
    } catch (NoSuchFileException e) {
      throw InputErrors.of(folder.toString(), "there is no such folder", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same folder as it would be with this content of one small file; nothing is written. */
  Folder with(String relative, byte[] content) {
    return new Folder(root, shown, Map.of(relative, content), "");
  }

  /**
   * The same folder as it would be with these small files; nothing is written.
   *
   * @param files their content by relative path; messages say of them that they are changed
   */
  Folder with(SortedMap<String, byte[]> files) {
    return new Folder(root, shown, new TreeMap<>(files), " (as changed)");
  }

  /** What a file is to hold instead of what stands on the disk, or null. */
  byte @Nullable [] changed(String relative) {
    return changed.get(relative);
  }

  /** The folder itself, every link resolved. */
  public Path root() {
    return root;
  }

  /** A file as messages name it: relative to where the user stands. */
  public String shown(String relative) {
    String file = Path.of(shown, relative).toString();
    return changed.containsKey(relative) ? file + mark : file;
  }

  /**
   * Where a file is, whether there or not.
   *
   * @throws InputErrors if a symbolic link leads it out of the folder
   */
  public Path file(String relative) {
    Path path = root.resolve(relative);
    try {
      Path existing = path;
      while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
        existing = Objects.requireNonNull(existing.getParent());
      }
      if (!existing.toRealPath().startsWith(root)) {
        throw InputErrors.of(
            shown(relative), "a symbolic link leads out of the workspace", "copy the file instead");
      }
      return path;
    } catch (NoSuchFileException e) {
      throw InputErrors.of(shown(relative), "a symbolic link leads nowhere", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether a file is there.
   *
   * @throws InputErrors if a folder stands in its place
   */
  public boolean has(String relative) {
    Path path = file(relative);
    if (Files.isDirectory(path)) {
      throw InputErrors.of(shown(relative), "a folder stands where a file should", "");
    }
    return changed.containsKey(relative) || Files.exists(path);
  }

  /** All bytes of a small file; empty if it is not there. */
  public byte[] bytes(String relative) {
    byte[] content = changed.get(relative);
    if (content != null) {
      return content.clone();
    }
    try {
      Path path = file(relative);
      return Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
    } catch (AccessDeniedException e) {
      throw InputErrors.of(shown(relative), "the file cannot be read", "check its permissions");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the apps, sorted. */
  public List<String> apps() {
    Path apps = file("apps");
    if (!Files.isDirectory(apps)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(apps)) {
      List<String> names = new ArrayList<>();
      children
          .filter(Files::isDirectory)
          .forEach(child -> names.add(String.valueOf(child.getFileName())));
      names.sort(null);
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
