package io.attune.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.profile.AttributeDefinition;
import java.util.List;

/**
 * What is sent of a profile.
 *
 * @param body the resource: {@code schemas} and what the profile says; {@code id}, {@code active}
 *     and {@code meta} are for the caller to add
 * @param lost the attributes that read back otherwise than the profile has them, in the order of
 *     the schema: one resource cannot say all of it, as when the primary e-mail has the type {@code
 *     work} and there is no work e-mail. Empty for all other profiles
 */
public record ScimResource(ObjectNode body, List<AttributeDefinition> lost) {
  /** Copies the list. */
  public ScimResource {
    lost = List.copyOf(lost);
  }

  /** Names what is lost, never a value: a resource is personal data. */
  @Override
  public String toString() {
    return "ScimResource" + lost.stream().map(AttributeDefinition::name).toList();
  }
}
