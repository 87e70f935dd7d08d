package io.attune.plan;

import io.attune.expression.Evaluator;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.Profile;
import io.attune.sourcing.SourcedPerson;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What every source has for a person: its app user, as its own table maps it. */
final class SourceOffers {
  private final DirectorySnapshot directory;
  private final Map<String, ToOkta> tables = new TreeMap<>();

  SourceOffers(SortedMap<String, MappingSettings> sources, DirectorySnapshot directory) {
    this.directory = directory;
    sources.forEach(
        (app, settings) -> tables.put(app, new ToOkta(settings, directory, new Evaluator())));
  }

  /** What the sources have stored for a person. */
  Of of(int person) {
    return new Of(person, null, "", false);
  }

  /** The same where an import brought an app user. */
  Of with(int person, ToOkta.Arrived arrived) {
    return new Of(person, arrived, arrived.app(), true);
  }

  /** The same where an app has, or no longer has, the person whatever is stored. */
  Of withAssigned(int person, String app, boolean assigned) {
    return new Of(person, null, app, assigned);
  }

  /** The offers for one person; each source is mapped at most once, and only if it is asked. */
  final class Of implements SourcedPerson {
    private final int person;
    private final ToOkta.@Nullable Arrived arrived;
    private final String app;
    private final boolean assigned;
    private final Map<String, MappedRecord> mapped = new HashMap<>();

    private Of(int person, ToOkta.@Nullable Arrived arrived, String app, boolean assigned) {
      this.person = person;
      this.arrived = arrived;
      this.app = app;
      this.assigned = assigned;
    }

    @Override
    public boolean isAssigned(String source) {
      if (source.equals(app)) {
        return assigned;
      }
      AppUsers rows = directory.appUsers(source);
      int row = rows.rowOfUser(person);
      return row >= 0 && rows.isActiveLink(row);
    }

    @Override
    public Offer offer(String source, AttributeDefinition attribute) {
      ToOkta table = tables.get(source);
      MappedRecord record = mapped(source);
      return table == null || record == null
          ? Offer.NOT_MAPPED
          : table.offer(record, directory.userSchema().slot(attribute.name()));
    }

    /** A source's app user of the person, mapped; null where there is none or no table. */
    @Nullable MappedRecord mapped(String source) {
      MappedRecord known = mapped.get(source);
      ToOkta table = tables.get(source);
      Profile appUser = known == null ? appUser(source) : null;
      if (table == null || appUser == null) {
        return known;
      }
      MappedRecord record = table.map(appUser, person, arrived);
      mapped.put(source, record);
      return record;
    }

    private @Nullable Profile appUser(String source) {
      if (arrived != null && source.equals(arrived.app())) {
        return arrived.profile();
      }
      AppUsers rows = directory.appUsers(source);
      int row = rows.rowOfUser(person);
      return row < 0 ? null : rows.profile(row);
    }
  }
}
