package io.attune.cli;

import io.attune.workspace.InputErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a plan may be written: it replaces what is there, so that must be a plan of before, or
 * nothing. Looked at before anything else: a long import should not end with nowhere to write to.
 */
final class PlanTarget {
  private static final Set<String> OF_THE_WORKSPACE =
      Set.of(
          "org.json",
          "user-schema.json",
          "users.jsonl",
          "groups.jsonl",
          "app.json",
          "schema.json",
          "mapping.json",
          "features.json",
          "sync.json",
          "app-users.jsonl",
          "app-groups.jsonl",
          "pending.jsonl");

  private PlanTarget() {}

  /**
   * Refuses a place that is none.
   *
   * @param records the feed, whose file a plan never replaces
   * @throws InputErrors if something else stands there, or its folder is missing
   */
  static void check(@Nullable Path target, String records, Path workspace) throws IOException {
    if (target == null) {
      return;
    }
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw refused(target, "its folder is not there", "make the folder first");
    }
    if (Files.isDirectory(target)) {
      throw refused(target, "this is a folder", "give the name of a file in it");
    }
    if (!Files.exists(target)) {
      return;
    }
    if (!Files.isRegularFile(target)) {
      throw refused(
          target, "a plan is written whole or not at all, and this is no file", "name a file");
    }
    if (!records.equals("-") && isSame(target, Path.of(records))) {
      throw refused(target, "this is the feed itself", "give the plan another name");
    }
    if (isOfTheWorkspace(target, workspace)) {
      throw refused(target, "this is a file of the workspace", "give the plan another name");
    }
  }

  private static boolean isSame(Path target, Path records) throws IOException {
    return Files.exists(records) && Files.isSameFile(target, records);
  }

  private static boolean isOfTheWorkspace(Path target, Path workspace) throws IOException {
    Path file = target.toRealPath();
    if (!Files.isDirectory(workspace) || !file.startsWith(workspace.toRealPath())) {
      return false;
    }
    return OF_THE_WORKSPACE.contains(String.valueOf(file.getFileName()))
        || file.startsWith(workspace.toRealPath().resolve(".attune"));
  }

  private static InputErrors refused(Path target, String message, String hint) {
    return InputErrors.of(target.toString(), message, hint);
  }
}
