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
   * A record as the To Okta table has it.
   *
   * @param untouched what an update leaves alone: unmapped attributes, and failed ones under KEEP
   * @param failed whether a failure forbids to write the person at all
   */
  record Mapping(
      Map<String, Object> values,
      Set<String> untouched,
      boolean failed,
      List<Diagnostic> diagnostics) {}

  Mapping map(Map<String, Object> record, @Nullable String person) {
    Formula.Scope scope = new Formula.Scope(record, rowsElsewhere(person));
    Mapping mapping = new Mapping(new TreeMap<>(), new HashSet<>(), false, new ArrayList<>());
    List<Diagnostic> warnings = new ArrayList<>();
    boolean failed = false;
    for (Attribute attribute : world.userSchema()) {
      Mapped mapped = rules.mappingOf(attribute.name());
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
        failed |= mapped.onError() == OnError.FAIL_USER;
        if (mapped.onError() == OnError.KEEP) {
          mapping.untouched().add(attribute.name());
        }
      }
    }
    mapping.diagnostics().addAll(warnings);
    return new Mapping(mapping.values(), mapping.untouched(), failed, mapping.diagnostics());
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

  private Map<String, Map<String, Object>> rowsElsewhere(@Nullable String person) {
    Map<String, Map<String, Object>> rows = new HashMap<>();
    for (String app : world.apps().keySet()) {
      Row row = person == null || app.equals(rules.app()) ? null : world.rows(app).get(person);
      if (row != null) {
        rows.put(app, row.profile());
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

  /** The profile of somebody who is there already. */
  Draft update(Map<String, Object> record, String person) {
    Map<String, Object> before = Objects.requireNonNull(world.people().get(person)).profile();
    Mapping mapping = map(record, person);
    Map<String, Object> after = new TreeMap<>(before);
    Set<String> defaulted = new HashSet<>();
    for (Attribute attribute : world.userSchema()) {
      if (!mapping.untouched().contains(attribute.name())) {
        put(after, attribute, mapping.values().get(attribute.name()), defaulted);
      }
    }
    return checked(mapping, before, after, defaulted, false);
  }

  /** The profile of a new person. */
  Draft create(Mapping mapping, String login) {
    Map<String, Object> after = new TreeMap<>(mapping.values());
    after.put("login", login);
    Set<String> defaulted = new HashSet<>();
    for (Attribute attribute : world.userSchema()) {
      put(after, attribute, after.get(attribute.name()), defaulted);
    }
    return checked(mapping, Map.of(), after, defaulted, true);
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
      boolean isNew) {
    List<Diagnostic> diagnostics = new ArrayList<>(mapping.diagnostics());
    boolean refused = mapping.failed();
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
    return new Draft(after, defaulted, refused, diagnostics);
  }
}
