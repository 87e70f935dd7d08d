package io.attune.cli;

import io.attune.workspace.InputErrors;
import io.attune.workspace.Workspace;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What commands about one app of a workspace have in common. */
final class AppCommand {
  private static final int LAST_YEAR = 9999;

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
      Instant time = OffsetDateTime.parse(at.toUpperCase(Locale.ROOT)).toInstant();
      int year = time.atOffset(ZoneOffset.UTC).getYear();
      // Other years are not written with four digits, and are not read by other programs.
      if (year >= 0 && year <= LAST_YEAR) {
        return time;
      }
    } catch (DateTimeParseException e) {
      // Told as a year out of range is.
    }
    throw ImportCommand.wrongUse(spec, "--at takes a time such as 2026-01-05T08:00:00Z");
  }

  /** The number of records that {@code --expect} gives. */
  static OptionalLong expected(@Nullable Long records, @Nullable CommandSpec spec) {
    if (records == null) {
      return OptionalLong.empty();
    }
    if (records < 0) {
      throw ImportCommand.wrongUse(spec, "--expect takes a number of records, such as 0 or 500");
    }
    return OptionalLong.of(records);
  }
}
