package io.attune.plan;

import io.attune.profile.AttributeDefinition;
import io.attune.sourcing.AttributeOwner;
import io.attune.sourcing.AttributeSourcing;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose every attribute of one person is, as things are stored now. Source: okta-behaviour 5.
 *
 * @param profileSource the person's profile source, or null: Okta
 * @param owners by attribute, in the order of the schema
 */
public record PersonSources(@Nullable String profileSource, Map<String, AttributeOwner> owners) {
  /** Copies the map. */
  public PersonSources {
    owners = Collections.unmodifiableMap(new LinkedHashMap<>(owners));
  }

  /**
   * Asks the rule for every attribute.
   *
   * @param person the person's number in the directory
   */
  public static PersonSources of(SourceMappings sources, DirectorySnapshot directory, int person) {
    SourceOffers.Of offered = new SourceOffers(sources.mappings(), directory).of(person);
    AttributeSourcing rule = new AttributeSourcing(sources.sources());
    Map<String, AttributeOwner> owners = new LinkedHashMap<>();
    for (AttributeDefinition attribute : directory.userSchema().attributes()) {
      owners.put(attribute.name(), rule.ownerOf(attribute, offered));
    }
    return new PersonSources(sources.sources().highest(offered::isAssigned), owners);
  }
}
