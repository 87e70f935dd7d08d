package io.attune.cli;

import io.attune.workspace.InputErrors;
import io.attune.workspace.Workspace;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What commands about one app of a workspace have in common. */
final class AppCommand {
  private AppCommand() {}

  /** Refuses an app that is not there. */
  static void check(Workspace workspace, String app) {
    if (!workspace.apps().contains(app)) {
      throw InputErrors.of(
          workspace.folder().shown("apps"),
          "there is no app `" + app + "`",
          "the apps are " + workspace.apps());
    }
  }

  /** The time that {@code --at} gives; now without it. */
  static Instant time(@Nullable String at, @Nullable CommandSpec spec) {
    if (at == null) {
      return Instant.ofEpochMilli(System.currentTimeMillis());
    }
    try {
      return OffsetDateTime.parse(at.toUpperCase(Locale.ROOT)).toInstant();
    } catch (DateTimeParseException e) {
      throw ImportCommand.wrongUse(spec, "--at takes a time such as 2026-01-05T08:00:00Z");
    }
  }
}
