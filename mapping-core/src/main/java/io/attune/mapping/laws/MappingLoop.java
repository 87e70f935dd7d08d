package io.attune.mapping.laws;

import io.attune.profile.AttributeDefinition;
import io.attune.profile.Profile;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Attributes that the two tables of an app write from one another: what To App writes, To Okta
 * reads, and what that writes, To App reads again.
 *
 * @param userAttributes those of the Okta user, in slot order
 * @param appAttributes those of the app user, in slot order
 * @param verdict what becomes of the values
 * @param witness for OSCILLATES the smallest Okta profile found that never comes to rest; made up,
 *     nobody's data; else null
 * @param orbit for OSCILLATES what the witness becomes, round by round, itself first; at most 4
 * @param period for OSCILLATES after how many rounds the values repeat; 0 if they never do
 * @param tried how many profiles were tried; 0 where the expressions alone decide
 */
public record MappingLoop(
    List<String> userAttributes,
    List<String> appAttributes,
    Verdict verdict,
    @Nullable Profile witness,
    List<Profile> orbit,
    int period,
    int tried) {
  /** What becomes of the values of a loop. */
  public enum Verdict {
    /** They come to rest for every profile: proven from the expressions, or all were tried. */
    SETTLES,
    /** For some profile they change in every round. */
    OSCILLATES,
    /** They came to rest for every profile that was tried, and there are more. */
    UNKNOWN
  }

  /** Copies the lists. */
  public MappingLoop {
    userAttributes = List.copyOf(userAttributes);
    appAttributes = List.copyOf(appAttributes);
    orbit = List.copyOf(orbit);
  }

  /** The attributes in words: {@code `user.email`, `appuser.mail`}. */
  public String names() {
    return Stream.concat(
            userAttributes.stream().map(name -> "`user." + name + "`"),
            appAttributes.stream().map(name -> "`appuser." + name + "`"))
        .collect(Collectors.joining(", "));
  }

  /** The orbit in words; empty where there is none. What it shows of profiles is made up. */
  public String orbitInWords() {
    if (orbit.isEmpty()) {
      return "";
    }
    String rounds = orbit.stream().map(MappingLoop::values).collect(Collectors.joining(" -> "));
    return rounds + (period == 0 ? "" : ", the same again after " + period + " rounds");
  }

  private static String values(Profile profile) {
    String values =
        profile.schema().attributes().stream()
            .map(AttributeDefinition::name)
            .filter(name -> profile.value(name) != null)
            .map(name -> name + " " + literal(Objects.requireNonNull(profile.value(name))))
            .collect(Collectors.joining(", "));
    return values.isEmpty() ? "nothing" : values;
  }

  private static String literal(Object value) {
    return value instanceof String ? "'" + value + "'" : value.toString();
  }
}
