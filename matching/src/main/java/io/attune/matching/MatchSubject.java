package io.attune.matching;

import io.attune.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a record that is looked for.
 *
 * @param mapped what the To Okta mappings gave, over the user schema
 * @param login the login computed for it, or null if there is none
 */
public record MatchSubject(Profile mapped, @Nullable String login) {}
