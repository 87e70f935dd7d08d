package io.attune.plan;

import io.attune.expression.EvaluationInput;
import io.attune.expression.Evaluator;
import io.attune.expression.Expression;
import io.attune.expression.UserRecord;
import io.attune.mapping.MappingProgram;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import io.attune.profile.ProfileValidator;
import io.attune.profile.Violation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Maps records and lays the result over what a person's Okta profile holds. What fails or breaks a
 * rule is part of the draft; nothing is dropped silently. Source: okta-behaviour 1.5; formats, Plan
 * ("What writes").
 */
final class Drafter {
  private final MappingSettings settings;
  private final MappingProgram program;
  private final ProfileSchema schema;
  private final ProfileValidator validator;
  private final Evaluator evaluator = new Evaluator();
  private final ToOkta toOkta;
  private final DirectorySnapshot directory;
  private final List<AttributeDefinition> defaulted;
  private final int email;
  private final int login;

  Drafter(MappingSettings settings, DirectorySnapshot directory) {
    this.settings = settings;
    this.program = settings.toOkta();
    this.directory = directory;
    this.schema = directory.userSchema();
    this.defaulted =
        schema.attributes().stream().filter(each -> each.defaultValue() != null).toList();
    this.validator = new ProfileValidator(schema);
    this.toOkta = new ToOkta(settings, directory, evaluator);
    this.email = schema.slot("email");
    this.login = schema.slot("login");
  }

  /** What expressions read of a record and of the person it belongs to. */
  EvaluationInput input(Profile record, int person) {
    return toOkta.input(record, person, null);
  }

  /** What the To Okta table makes of a record; {@code person} may be {@link Decision#NOBODY}. */
  MappedRecord map(Profile record, int person) {
    return toOkta.map(record, person, null);
  }

  /**
   * The login that a new person gets: mapped, else by the username format; null where it cannot be
   * computed or is blank. Source: okta-behaviour 4.1.
   */
  @Nullable String login(Profile record, MappedRecord mapped) {
    if (program.maps(login)) {
      return usable(mapped.values().text(login));
    }
    Expression format = settings.usernameFormat();
    if (format == null) {
      return usable(mapped.values().text(email));
    }
    EvaluationInput input =
        EvaluationInput.ofAppUser(settings.run(), record).withUser(UserRecord.of(mapped.values()));
    return evaluator.evaluate(format, input) instanceof String text ? usable(text) : null;
  }

  private static @Nullable String usable(@Nullable String login) {
    return login == null || login.isBlank() ? null : login;
  }

  /** Whether the record leaves the profile of an existing person as it is. */
  boolean isAsStored(MappedRecord mapped, int person) {
    Profile values = mapped.values();
    for (AttributeDefinition attribute : defaulted) {
      if (values.value(schema.slot(attribute.name())) == null) {
        values = values.with(attribute.name(), attribute.defaultValue());
      }
    }
    return directory.hasProfile(person, values, mapped.kept());
  }

  /** The profile of an existing person as the record would leave it. */
  UserDraft update(MappedRecord mapped, Profile before) {
    @Nullable Object[] values = before.toArray();
    BitSet defaulted = new BitSet(0);
    for (int slot = 0; slot < values.length; slot++) {
      if (!mapped.kept().get(slot)) {
        values[slot] = orDefault(mapped.values().value(slot), slot, defaulted);
      }
    }
    return checked(mapped, before, values, defaulted, false);
  }

  /** The profile of a new person. */
  UserDraft create(MappedRecord mapped, @Nullable String computedLogin) {
    @Nullable Object[] values = mapped.values().toArray();
    BitSet defaulted = new BitSet(0);
    if (computedLogin != null) {
      values[login] = computedLogin;
    }
    for (int slot = 0; slot < values.length; slot++) {
      values[slot] = orDefault(values[slot], slot, defaulted);
    }
    return checked(mapped, Profile.empty(schema), values, defaulted, true);
  }

  private @Nullable Object orDefault(@Nullable Object value, int slot, BitSet defaulted) {
    if (value != null || schema.attribute(slot).defaultValue() == null) {
      return value;
    }
    defaulted.set(slot);
    return schema.attribute(slot).defaultValue();
  }

  /** Takes bad values back where the update is per attribute; else the whole draft is refused. */
  private UserDraft checked(
      MappedRecord mapped,
      Profile before,
      @Nullable Object[] values,
      BitSet defaulted,
      boolean whole) {
    BitSet touched = new BitSet(values.length);
    for (int slot = 0; slot < values.length; slot++) {
      touched.set(slot, whole || !Objects.equals(values[slot], before.value(slot)));
    }
    List<Violation> violations =
        touched.isEmpty() ? List.of() : validator.validate(values, touched);
    List<Diagnostic> diagnostics = new ArrayList<>(mapped.diagnostics());
    boolean refused = mapped.failed();
    for (Violation violation : violations) {
      AttributeDefinition attribute = violation.attribute();
      diagnostics.add(new Diagnostic("INVALID_VALUE", attribute.name(), violation.rule().name()));
      boolean mustStand = whole && attribute.required();
      refused |= mustStand || settings.profileUpdate() == ProfileUpdate.ATOMIC;
      int slot = schema.slot(attribute.name());
      values[slot] = before.value(slot);
      defaulted.clear(slot);
    }
    Profile after = Profile.ofOwned(schema, values);
    boolean changed = !touched.isEmpty() && !after.equals(before);
    return new UserDraft(after, changed, defaulted, mapped.sources(), refused, diagnostics);
  }
}
