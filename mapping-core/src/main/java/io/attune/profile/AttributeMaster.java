package io.attune.profile;

import java.util.List;

/**
 * Where an attribute of the Okta user gets its value. Source: Okta Schemas API, {@code master};
 * okta-behaviour 2.9.
 *
 * @param type inherit from the person's profile source, keep in Okta, or a list of its own
 * @param priority for {@link Type#OVERRIDE}, ids of app instances, first wins; else empty
 */
public record AttributeMaster(Type type, List<String> priority) {
  /** Follow the person's profile source: the default. */
  public static final AttributeMaster PROFILE_MASTER =
      new AttributeMaster(Type.PROFILE_MASTER, List.of());

  /** Okta itself is the source. */
  public static final AttributeMaster OKTA = new AttributeMaster(Type.OKTA, List.of());

  /** The values of {@code master.type}. */
  public enum Type {
    PROFILE_MASTER,
    OKTA,
    OVERRIDE
  }

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if only one of OVERRIDE and a priority is given
   */
  public AttributeMaster {
    priority = List.copyOf(priority);
    if (type != Type.OVERRIDE && !priority.isEmpty()) {
      throw new IllegalArgumentException("only OVERRIDE has a priority");
    }
  }
}
