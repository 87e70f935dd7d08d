package io.attune.scim;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.profile.ExternalName.Member;
import io.attune.profile.ExternalName.Step;
import io.attune.profile.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands at one place of a resource, and which attributes fill it. */
sealed interface Shape permits ValueShape, ObjectShape, ArrayShape {
  /** What it is for one profile; null where the profile says nothing of it. */
  @Nullable JsonNode of(Profile profile, boolean withEmptyArrays);

  /** Whether two nodes say the same to every attribute that is read from here. */
  boolean readsTheSame(@Nullable JsonNode one, @Nullable JsonNode other);

  /**
   * Makes room for an attribute.
   *
   * @param rest the steps from here to the value
   * @return false if another attribute has the place
   */
  boolean put(List<Step> rest, ValueShape value);

  /** A shape that can take these steps. */
  static Shape empty(List<Step> rest, ValueShape value) {
    if (rest.isEmpty()) {
      return value;
    }
    return rest.get(0) instanceof Member ? new ObjectShape() : new ArrayShape();
  }
}
