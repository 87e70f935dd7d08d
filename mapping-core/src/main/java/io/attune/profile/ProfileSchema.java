package io.attune.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one kind of profile, in a fixed order; an attribute's place in it is its
 * <em>slot</em>. Names are case-sensitive. Source: Okta Schemas API.
 */
public final class ProfileSchema {
  private final List<AttributeDefinition> attributes;
  private final Map<String, Integer> slots;

  private ProfileSchema(List<AttributeDefinition> attributes) {
    this.attributes = List.copyOf(attributes);
    this.slots = new HashMap<>(attributes.size() * 2);
    for (int slot = 0; slot < this.attributes.size(); slot++) {
      String name = this.attributes.get(slot).name();
      if (slots.put(name, slot) != null) {
        throw new IllegalArgumentException("attribute `" + name + "` is defined twice");
      }
    }
  }

  /**
   * A schema of these attributes, in this order.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public static ProfileSchema of(List<AttributeDefinition> attributes) {
    return new ProfileSchema(attributes);
  }

  /** A schema of these attributes, in this order. */
  public static ProfileSchema of(AttributeDefinition... attributes) {
    return of(List.of(attributes));
  }

  /** All attributes, in slot order. */
  public List<AttributeDefinition> attributes() {
    return attributes;
  }

  /** How many slots a profile of this schema has. */
  public int size() {
    return attributes.size();
  }

  /** The attribute in a slot, 0 to {@code size() - 1}. */
  public AttributeDefinition attribute(int slot) {
    return attributes.get(slot);
  }

  /** The attribute of this name, or null. */
  public @Nullable AttributeDefinition attribute(String name) {
    Integer slot = slots.get(name);
    return slot == null ? null : attributes.get(slot);
  }

  /** The slot of the attribute of this name, or -1. */
  public int slot(String name) {
    Integer slot = slots.get(name);
    return slot == null ? -1 : slot;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProfileSchema schema && attributes.equals(schema.attributes);
  }

  @Override
  public int hashCode() {
    return attributes.hashCode();
  }

  @Override
  public String toString() {
    return "ProfileSchema" + attributes.stream().map(AttributeDefinition::name).toList();
  }
}
