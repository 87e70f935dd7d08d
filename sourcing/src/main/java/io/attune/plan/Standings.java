package io.attune.plan;

import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.sourcing.ProfileSources;
import io.attune.sourcing.SourceStanding;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the importing app is to each person, as this import leaves them. Source: okta-behaviour 5.2,
 * 5.12; formats, Links.
 */
final class Standings {
  private final ProfileSources sources;
  private final String app;
  private final DirectorySnapshot directory;

  Standings(ProfileSources sources, String app, DirectorySnapshot directory) {
    this.sources = sources;
    this.app = app;
    this.directory = directory;
  }

  /** Among the apps that the person is assigned to, this one included. */
  SourceStanding amongAssigned(int person) {
    return standing(other -> isAssigned(other, person));
  }

  /** Among all apps in which the person has a row, active or not, this one included. */
  SourceStanding amongAllRows(int person) {
    return standing(other -> directory.appUsers(other).rowOfUser(person) >= 0);
  }

  /** Of somebody who is assigned to nothing else. */
  SourceStanding ofNobody() {
    return sources.isSource(app) ? SourceStanding.HIGHEST : SourceStanding.NO_SOURCE;
  }

  /** The code of a line that changes whose a person is. */
  static final String SOURCE_CHANGED = "SOURCE_CHANGED";

  /** The person's profile source, null for Okta, if the importing app has the person or not. */
  @Nullable String source(int person, boolean assigned) {
    return sources.highest(other -> other.equals(app) ? assigned : isAssigned(other, person));
  }

  /** Whether a person has an active link in an app. */
  boolean isAssigned(String other, int person) {
    AppUsers rows = directory.appUsers(other);
    int row = rows.rowOfUser(person);
    return row >= 0 && rows.isActiveLink(row);
  }

  /**
   * Says that the person's profile source becomes another one; null where it does not, or where
   * there is but one source, so that the link itself says it.
   *
   * @param after whether the importing app has the person after the import
   */
  @Nullable Diagnostic change(int person, boolean after) {
    if (sources.ranking().size() < 2) {
      return null;
    }
    String from = source(person, isAssigned(app, person));
    String to = source(person, after);
    return Objects.equals(from, to)
        ? null
        : new Diagnostic(SOURCE_CHANGED, null, "from " + named(from) + " to " + named(to));
  }

  private static String named(@Nullable String source) {
    return source == null ? "Okta" : "`" + source + "`";
  }

  private SourceStanding standing(Predicate<String> assigned) {
    if (!sources.isSource(app)) {
      return SourceStanding.NO_SOURCE;
    }
    String highest = sources.highest(other -> other.equals(app) || assigned.test(other));
    return app.equals(highest) ? SourceStanding.HIGHEST : SourceStanding.LOWER;
  }
}
