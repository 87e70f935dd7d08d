package io.attune.profile;

import org.jspecify.annotations.Nullable;

/**
 * One attribute of a schema. Source: Okta Schemas API; okta-behaviour 2.2 to 2.12.
 *
 * @param name the variable name, case-sensitive, not blank
 * @param title what people read; the name where the schema has none
 * @param kind the kind of its values
 * @param format what its text means, or null
 * @param constraints what its values must satisfy
 * @param required whether it may be neither absent nor null
 * @param unique whether no two people may hold the same value; absent values never collide
 * @param scope whether a group assignment may set it
 * @param mutability who may write it
 * @param master where its value comes from
 * @param external its name at the app, or null where it has none
 * @param defaultValue what an absent value becomes when written, or null
 * @param base whether the vendor owns it ({@code definitions.base})
 */
public record AttributeDefinition(
    String name,
    String title,
    AttributeKind kind,
    @Nullable AttributeFormat format,
    Constraints constraints,
    boolean required,
    boolean unique,
    AttributeScope scope,
    Mutability mutability,
    AttributeMaster master,
    @Nullable ExternalAttribute external,
    @Nullable Object defaultValue,
    boolean base) {

  /**
   * Checks the name and the default.
   *
   * @throws IllegalArgumentException if the name is blank or the kind does not hold the default
   */
  public AttributeDefinition {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an attribute needs a name");
    }
    if (defaultValue != null && !kind.holds(defaultValue)) {
      throw new IllegalArgumentException("default of `" + name + "` is no " + kind.label());
    }
  }

  /** A custom attribute with nothing demanded of it. */
  public static AttributeDefinition of(String name, AttributeKind kind) {
    return new AttributeDefinition(
        name,
        name,
        kind,
        null,
        Constraints.NONE,
        false,
        false,
        AttributeScope.NONE,
        Mutability.READ_WRITE,
        AttributeMaster.PROFILE_MASTER,
        null,
        null,
        false);
  }

  /** Whether its value must never be read, shown or named in an expression. */
  public boolean isSecret() {
    return format == AttributeFormat.ENCRYPTED
        || format == AttributeFormat.HASHED
        || mutability == Mutability.WRITE_ONLY
        || name.equalsIgnoreCase("password")
        || name.equalsIgnoreCase("credentials");
  }

  /** The same with this format. */
  public AttributeDefinition withFormat(@Nullable AttributeFormat newFormat) {
    return new AttributeDefinition(
        name,
        title,
        kind,
        newFormat,
        constraints,
        required,
        unique,
        scope,
        mutability,
        master,
        external,
        defaultValue,
        base);
  }

  /** The same with these constraints. */
  public AttributeDefinition withConstraints(Constraints newConstraints) {
    return new AttributeDefinition(
        name,
        title,
        kind,
        format,
        newConstraints,
        required,
        unique,
        scope,
        mutability,
        master,
        external,
        defaultValue,
        base);
  }

  /** The same, required or not. */
  public AttributeDefinition withRequired(boolean newRequired) {
    return new AttributeDefinition(
        name,
        title,
        kind,
        format,
        constraints,
        newRequired,
        unique,
        scope,
        mutability,
        master,
        external,
        defaultValue,
        base);
  }

  /** The same, unique or not. */
  public AttributeDefinition withUnique(boolean newUnique) {
    return new AttributeDefinition(
        name,
        title,
        kind,
        format,
        constraints,
        required,
        newUnique,
        scope,
        mutability,
        master,
        external,
        defaultValue,
        base);
  }

  /** The same with this master. */
  public AttributeDefinition withMaster(AttributeMaster newMaster) {
    return new AttributeDefinition(
        name,
        title,
        kind,
        format,
        constraints,
        required,
        unique,
        scope,
        mutability,
        newMaster,
        external,
        defaultValue,
        base);
  }

  /** The same with this place in a SCIM resource. */
  public AttributeDefinition withExternal(@Nullable ExternalAttribute newExternal) {
    return new AttributeDefinition(
        name,
        title,
        kind,
        format,
        constraints,
        required,
        unique,
        scope,
        mutability,
        master,
        newExternal,
        defaultValue,
        base);
  }

  /** The same with this default. */
  public AttributeDefinition withDefault(@Nullable Object newDefault) {
    return new AttributeDefinition(
        name,
        title,
        kind,
        format,
        constraints,
        required,
        unique,
        scope,
        mutability,
        master,
        external,
        newDefault,
        base);
  }

  /** The same with this mutability. */
  public AttributeDefinition withMutability(Mutability newMutability) {
    return new AttributeDefinition(
        name,
        title,
        kind,
        format,
        constraints,
        required,
        unique,
        scope,
        newMutability,
        master,
        external,
        defaultValue,
        base);
  }
}
