package io.attune.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says of a group. Source: okta-behaviour 9.5, 9.11; sourcing of groups: imports,
 * "Groups".
 *
 * @param externalId the group's key at the app; null only where it could not be read that far
 * @param says what is said of it
 * @param raw the digest of the record's bytes
 */
public record GroupRecord(@Nullable String externalId, Says says, Sha256 raw)
    implements ImportRecord {

  /** What is said of a group. */
  public sealed interface Says {
    /**
     * Whether the app listed the group among all it has. Only a feed of such groups can say of
     * another by its absence that it is gone.
     */
    default boolean isListed() {
      return true;
    }
  }

  /**
   * What the group is.
   *
   * @param name its name
   * @param description or null: nothing is said of it, and it stays
   * @param members keys of its members at the app, or null: nothing is said of members
   */
  public record Whole(String name, @Nullable String description, @Nullable List<String> members)
      implements Says {
    /** Copies the list. */
    public Whole {
      members = members == null ? null : List.copyOf(members);
    }
  }

  /**
   * Who belongs to the group as far as they have the app. Nothing is said of anybody else, nor of
   * the group; one that is not there stays away.
   *
   * @param keys of people at the app
   */
  public record Memberships(List<String> keys) implements Says {
    /** Copies the list. */
    public Memberships {
      keys = List.copyOf(keys);
    }

    @Override
    public boolean isListed() {
      return false;
    }
  }

  /** The group was deleted at the app. */
  public record Gone() implements Says {
    @Override
    public boolean isListed() {
      return false;
    }
  }

  /**
   * Nothing of it can be used; it was there all the same.
   *
   * @param code why, stable
   */
  public record Faulty(String code) implements Says {}
}
