package io.attune.plan.reference;

import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.reference.Formula.Result;
import io.attune.plan.reference.Judgement.Draft;
import io.attune.plan.reference.Rules.Mapped;
import io.attune.plan.reference.Rules.OnError;
import io.attune.plan.reference.World.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a record makes of an Okta profile. Source: formats, Plan, "What writes"; okta-behaviour 1.
 */
record Profiles(World world, Rules rules) {

  /**
   * An app user as the To Okta table of its app has it.
   *
   * @param untouched what an update leaves alone: unmapped attributes, and failed ones under KEEP
   * @param refusing attributes whose failure forbids to write the person at all
   */
  record Mapping(
      Map<String, Object> values,
      Set<String> untouched,
      Set<String> refusing,
      List<Diagnostic> diagnostics) {
    Mapping() {
      this(new TreeMap<>(), new HashSet<>(), new HashSet<>(), new ArrayList<>());
    }
  }

  /** A record of the importing app; {@code person} is whose it is, or null. */
  Mapping map(Map<String, Object> record, @Nullable String person) {
    return map(rules.app(), record, rowsElsewhere(rules.app(), person, null));
  }

  /** The app user of a source, which may read the record that has just arrived. */
  Mapping map(
      String app,
      Map<String, Object> appUser,
      String person,
      @Nullable Map<String, Object> arrived) {
    return map(app, appUser, rowsElsewhere(app, person, arrived));
  }

  private Mapping map(
      String app, Map<String, Object> appUser, Map<String, Map<String, Object>> others) {
    Formula.Scope scope = new Formula.Scope(appUser, others);
    Mapping mapping = new Mapping();
    List<Diagnostic> warnings = new ArrayList<>();
    for (Attribute attribute : world.userSchema()) {
      Mapped mapped = rules.mappingOf(attribute.name(), app);
      if (mapped == null) {
        mapping.untouched().add(attribute.name());
        continue;
      }
      Result result = fitting(mapped.formula().in(scope), attribute);
      for (String warning : result.warnings()) {
        warnings.add(new Diagnostic(warning, attribute.name(), null));
      }
      if (result.value() != null) {
        mapping.values().put(attribute.name(), result.value());
      }
      if (result.failure() != null) {
        mapping
            .diagnostics()
            .add(new Diagnostic("EXPRESSION_FAILED", attribute.name(), result.failure()));
        if (mapped.onError() == OnError.FAIL_USER) {
          mapping.refusing().add(attribute.name());
        } else if (mapped.onError() == OnError.KEEP) {
          mapping.untouched().add(attribute.name());
        }
      }
    }
    mapping.diagnostics().addAll(warnings);
    return mapping;
  }

  /** A whole number is written as digits, or it is none. */
  private static Result fitting(Result result, Attribute attribute) {
    if (!attribute.whole() || !(result.value() instanceof String text)) {
      return result;
    }
    return text.matches("-?[0-9]+")
        ? new Result(Long.parseLong(text), null, result.warnings())
        : new Result(null, "NOT_CONVERTIBLE", result.warnings());
  }

  /** The person's rows in every app but this one; the record that arrived in place of its row. */
  private Map<String, Map<String, Object>> rowsElsewhere(
      String app, @Nullable String person, @Nullable Map<String, Object> arrived) {
    Map<String, Map<String, Object>> rows = new HashMap<>();
    for (String other : world.apps().keySet()) {
      Row row = person == null || other.equals(app) ? null : world.rows(other).get(person);
      if (row != null) {
        rows.put(other, row.profile());
      }
      if (arrived != null && other.equals(rules.app())) {
        rows.put(other, arrived);
      }
    }
    return rows;
  }

  /** The login of a new person; null where it cannot be computed or is blank. */
  @Nullable String login(Map<String, Object> record, Mapping mapping) {
    Object login = mapping.values().get("login");
    if (rules.mappingOf("login") == null) {
      Formula format = rules.usernameFormat();
      login =
          format == null
              ? mapping.values().get("email")
              : format.in(new Formula.Scope(record, Map.of())).value();
    }
    return login == null || login.toString().isBlank() ? null : login.toString();
  }

  /** The profile of somebody who is there already; {@code sources} says whose values they are. */
  Draft update(Mapping mapping, String person, Map<String, String> sources) {
    Map<String, Object> before = Objects.requireNonNull(world.people().get(person)).profile();
    Map<String, Object> after = new TreeMap<>(before);
    Set<String> defaulted = new HashSet<>();
    for (Attribute attribute : world.userSchema()) {
      if (!mapping.untouched().contains(attribute.name())) {
        put(after, attribute, mapping.values().get(attribute.name()), defaulted);
      }
    }
    return checked(mapping, before, after, defaulted, sources, false);
  }

  /** The profile of a new person. */
  Draft create(Mapping mapping, String login) {
    Map<String, Object> after = new TreeMap<>(mapping.values());
    after.put("login", login);
    Set<String> defaulted = new HashSet<>();
    for (Attribute attribute : world.userSchema()) {
      put(after, attribute, after.get(attribute.name()), defaulted);
    }
    return checked(mapping, Map.of(), after, defaulted, Map.of(), true);
  }

  private static void put(
      Map<String, Object> after,
      Attribute attribute,
      @Nullable Object value,
      Set<String> defaulted) {
    if (value != null) {
      after.put(attribute.name(), value);
    } else if (attribute.byDefault() != null) {
      after.put(attribute.name(), attribute.byDefault());
      defaulted.add(attribute.name());
    } else {
      after.remove(attribute.name());
    }
  }

  /** One bad value fails everything, or stays out alone if the update is per attribute. */
  private Draft checked(
      Mapping mapping,
      Map<String, Object> before,
      Map<String, Object> after,
      Set<String> defaulted,
      Map<String, String> sources,
      boolean isNew) {
    List<Diagnostic> diagnostics = new ArrayList<>(mapping.diagnostics());
    boolean refused = !mapping.refusing().isEmpty();
    for (Attribute attribute : world.userSchema()) {
      String name = attribute.name();
      Object value = after.get(name);
      String broken = attribute.broken(value);
      if (broken == null || (!isNew && Objects.equals(value, before.get(name)))) {
        continue;
      }
      diagnostics.add(new Diagnostic("INVALID_VALUE", name, broken));
      refused |= !rules.perAttribute() || (isNew && attribute.required());
      defaulted.remove(name);
      after.remove(name);
      if (before.containsKey(name)) {
        after.put(name, Objects.requireNonNull(before.get(name)));
      }
    }
    return new Draft(after, defaulted, sources, refused, diagnostics);
  }
}
