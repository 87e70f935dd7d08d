package io.attune.plan.reference;

import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.reference.Judgement.Draft;
import io.attune.plan.reference.Profiles.Mapping;
import io.attune.plan.reference.World.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who may write what of a person who exists. Source: sourcing, every section. */
record Sourcing(World world, Rules rules, Profiles profiles) {

  /**
   * A person as the sources see them.
   *
   * @param has whether the importing app has the person
   * @param record what it has just sent, or null where what is stored counts
   */
  private record Person(String id, boolean has, @Nullable Map<String, Object> record) {}

  /** Whose an attribute is, and who passed it on because their mapping gave null. */
  private record Owner(@Nullable String app, Set<String> withoutValue) {}

  /** What a record writes of a person whom the importing app has; null if it may nothing. */
  @Nullable Draft written(Map<String, Object> record, String id) {
    if (!rules.sources().contains(rules.app())) {
      return null;
    }
    Person person = new Person(id, true, record);
    Map<String, String> writers = new TreeMap<>();
    for (Attribute attribute : world.userSchema()) {
      Owner owner = ownerOf(attribute, person);
      boolean mine = rules.app().equals(owner.app());
      if (owner.app() != null && (mine || owner.withoutValue().contains(rules.app()))) {
        writers.put(attribute.name(), owner.app());
      }
    }
    return draft(person, writers);
  }

  /** What attributes fall to that the importing app owned of a person whom it loses. */
  @Nullable Draft lost(String id) {
    if (!rules.sources().contains(rules.app())) {
      return null;
    }
    Person before = new Person(id, true, null);
    Person after = new Person(id, false, null);
    Map<String, String> writers = new TreeMap<>();
    for (Attribute attribute : world.userSchema()) {
      String next = ownerOf(attribute, after).app();
      if (next != null && rules.app().equals(ownerOf(attribute, before).app())) {
        writers.put(attribute.name(), next);
      }
    }
    return draft(after, writers);
  }

  private boolean isAssigned(String app, Person person) {
    Row row = world.rows(app).get(person.id());
    return app.equals(rules.app()) ? person.has() : row != null && row.isActiveLink();
  }

  private Owner ownerOf(Attribute attribute, Person person) {
    List<String> listed = attribute.sources() == null ? rules.sources() : attribute.sources();
    List<String> candidates = new ArrayList<>();
    for (String app : listed) {
      if (rules.sources().contains(app) && isAssigned(app, person)) {
        candidates.add(app);
      }
    }
    Set<String> withoutValue = new HashSet<>();
    for (String app : candidates) {
      boolean maps = rules.mappingOf(attribute.name(), app) != null;
      if (!rules.passingOn().contains(app) || (maps && hasValue(app, attribute, person))) {
        return new Owner(app, withoutValue);
      }
      if (maps) {
        withoutValue.add(app);
      }
    }
    for (String app : candidates) {
      if (withoutValue.remove(app)) {
        return new Owner(app, withoutValue);
      }
    }
    return new Owner(candidates.isEmpty() ? null : candidates.get(0), withoutValue);
  }

  /** A failure counts as a value, unless it means null. */
  private boolean hasValue(String app, Attribute attribute, Person person) {
    Mapping mapping = mapped(app, person);
    return mapping.values().containsKey(attribute.name())
        || mapping.untouched().contains(attribute.name())
        || mapping.refusing().contains(attribute.name());
  }

  private Mapping mapped(String app, Person person) {
    Map<String, Object> appUser =
        app.equals(rules.app()) && person.record() != null
            ? person.record()
            : Objects.requireNonNull(world.rows(app).get(person.id())).profile();
    return profiles.map(app, appUser, person.id(), person.record());
  }

  private Draft draft(Person person, Map<String, String> writers) {
    Mapping all = new Mapping();
    Map<String, String> sources = new TreeMap<>();
    Map<String, Mapping> inOrder = new LinkedHashMap<>();
    if (writers.containsValue(rules.app())) {
      inOrder.put(rules.app(), mapped(rules.app(), person));
    }
    for (Attribute attribute : world.userSchema()) {
      String name = attribute.name();
      String writer = writers.get(name);
      if (writer == null) {
        all.untouched().add(name);
        continue;
      }
      Mapping from = inOrder.computeIfAbsent(writer, app -> mapped(app, person));
      boolean mine = writer.equals(rules.app());
      boolean refuses = from.refusing().contains(name);
      if (from.untouched().contains(name) || (refuses && !mine)) {
        all.untouched().add(name);
      } else if (refuses) {
        all.refusing().add(name);
      } else if (from.values().containsKey(name)) {
        all.values().put(name, Objects.requireNonNull(from.values().get(name)));
      }
      if (!mine) {
        sources.put(name, writer);
      }
    }
    for (Map.Entry<String, Mapping> from : inOrder.entrySet()) {
      for (Diagnostic each : from.getValue().diagnostics()) {
        if (from.getKey().equals(writers.get(String.valueOf(each.attribute())))) {
          all.diagnostics().add(each);
        }
      }
    }
    return profiles.update(all, person.id(), sources);
  }

  /** From whom to whom a person goes; null if nowhere, or where there is but one source. */
  @Nullable String change(String id, boolean has) {
    Row row = world.rows(rules.app()).get(id);
    String from = source(new Person(id, row != null && row.isActiveLink(), null));
    String to = source(new Person(id, has, null));
    return rules.sources().size() < 2 || from.equals(to) ? null : "from " + from + " to " + to;
  }

  private String source(Person person) {
    for (String app : rules.sources()) {
      if (isAssigned(app, person)) {
        return "`" + app + "`";
      }
    }
    return "Okta";
  }
}
