package io.attune.plan;

import io.attune.sourcing.ProfileSources;
import io.attune.sourcing.SourceStanding;
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
    return standing(other -> isAssigned(person, other));
  }

  /** The highest source among the apps that the person is assigned to, this one included. */
  @Nullable String highestAssigned(int person) {
    return sources.highest(other -> other.equals(app) || isAssigned(person, other));
  }

  private boolean isAssigned(int person, String other) {
    AppUsers rows = directory.appUsers(other);
    int row = rows.rowOfUser(person);
    return row >= 0 && rows.isActiveLink(row);
  }

  /** Among all apps in which the person has a row, active or not, this one included. */
  SourceStanding amongAllRows(int person) {
    return standing(other -> directory.appUsers(other).rowOfUser(person) >= 0);
  }

  /** Of somebody who is assigned to nothing else. */
  SourceStanding ofNobody() {
    return sources.isSource(app) ? SourceStanding.HIGHEST : SourceStanding.NO_SOURCE;
  }

  private SourceStanding standing(Predicate<String> assigned) {
    if (!sources.isSource(app)) {
      return SourceStanding.NO_SOURCE;
    }
    String highest = sources.highest(other -> other.equals(app) || assigned.test(other));
    return app.equals(highest) ? SourceStanding.HIGHEST : SourceStanding.LOWER;
  }
}
