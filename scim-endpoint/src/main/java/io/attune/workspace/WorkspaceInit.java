package io.attune.workspace;

import io.attune.json.JsonEdit;
import io.attune.json.JsonValue.JsonFlag;
import io.attune.json.JsonValue.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Adds an app to a workspace, which is made where there is none. */
public final class WorkspaceInit {
  /** What begins a path in an expression and so can be no app. */
  private static final Set<String> RESERVED =
      Set.of("user", "appuser", "appUser", "source", "app", "org");

  private WorkspaceInit() {}

  /** Whether expressions could name an app so: a letter, then letters, digits and {@code _}. */
  public static boolean isAppName(String name) {
    return name.matches("[A-Za-z][A-Za-z0-9_]{0,99}") && !RESERVED.contains(name);
  }

  /**
   * Adds an app.
   *
   * @param isSource whether the app is to be a profile source, whose mappings also update people,
   *     and to which nothing is sent
   * @throws InputErrors if the app is there, or the folder holds something else
   * @throws IOException if the disk fails; the app is there as a whole, or not at all
   */
  public static void add(Path workspace, String app, AppTemplate template, boolean isSource)
      throws IOException {
    if (!isAppName(app)) {
      throw new IllegalArgumentException("`" + app + "` cannot be the name of an app");
    }
    makeFolder(workspace, template);
    Folder folder = Folder.open(workspace);
    try (Transaction transaction = Transaction.begin(folder)) {
      for (String existing : folder.apps()) {
        if (existing.equalsIgnoreCase(app)) {
          throw InputErrors.of(
              folder.shown(AppFiles.path(existing, "app.json")),
              "there is an app `" + existing + "` already",
              "choose another name; nothing was written");
        }
      }
      for (String file : AppTemplate.FILES) {
        write(transaction, AppFiles.path(app, file), text(template, file, app, isSource));
      }
      transaction.commit();
    }
  }

  /** A source updates people, and nothing is sent to it; every other app is the other way round. */
  private static String text(AppTemplate template, String file, String app, boolean isSource) {
    String text = template.text(file, app);
    return switch (file) {
      case "features.json" -> text.replace("TO_APP", isSource ? "DISABLED" : "ENABLED");
      case "sync.json" -> JsonEdit.set(text, List.of("profileSource"), JsonFlag.of(isSource));
      case "mapping.json" -> isSource ? ofSource(text) : text;
      default -> text;
    };
  }

  private static String ofSource(String mapping) {
    JsonObject nothing = JsonObject.of(List.of());
    String toOkta = JsonEdit.set(mapping, List.of("toApp", "properties"), nothing);
    return toOkta.replace("DONT_PUSH", "PUSH");
  }

  private static void write(Transaction transaction, String file, String text) throws IOException {
    try (OutputStream out = transaction.write(file)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void makeFolder(Path workspace, AppTemplate template) throws IOException {
    Path org = workspace.resolve("org.json");
    if (Files.exists(org, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (Files.exists(workspace) && !isEmptyFolder(workspace)) {
      throw InputErrors.of(
          workspace.toString(),
          "the folder holds something else than a workspace",
          "name a new or an empty folder");
    }
    Files.createDirectories(workspace);
    // Not a file of createTempFile, which only its owner may read.
    Path aside = workspace.resolve(".org-" + ProcessHandle.current().pid() + ".tmp");
    Files.writeString(aside, template.text("org.json", name(workspace)));
    Files.move(aside, org, StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean isEmptyFolder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> children = Files.list(path)) {
      return children.findAny().isEmpty();
    }
  }

  /** The folder's name as far as it can stand in a text of JSON without escapes. */
  private static String name(Path workspace) {
    Path last = workspace.toAbsolutePath().normalize().getFileName();
    String name = last == null ? "" : last.toString().replaceAll("[^A-Za-z0-9._-]", "");
    return name.isEmpty() ? "org" : name;
  }
}
