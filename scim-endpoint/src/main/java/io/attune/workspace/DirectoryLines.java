package io.attune.workspace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.attune.json.ProfileReader;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import io.attune.scim.LearnedShapes;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of people: lines of a shape that was met before without a parser, all others, and
 * whatever is wrong, with one.
 *
 * @param <S> the constants of the status
 */
final class DirectoryLines<S extends Enum<S>> {
  /** A string of a longer line may be too long, which the parser says. */
  private static final int MAX_KNOWN_BYTES = 64 * 1024;

  private final LineReader lines;
  private final Class<S> statusType;
  private final S[] statuses;
  private final ProfileReader profiles;
  private final boolean ofApp;
  private final LearnedShapes<DirectoryShape<S>> shapes = new LearnedShapes<>();
  private @Nullable DirectoryLine<S> parsed;

  /**
   * The people of a file.
   *
   * @param schema of their profiles
   * @param ofApp whether they are app users
   */
  DirectoryLines(LineReader lines, Class<S> statusType, ProfileSchema schema, boolean ofApp) {
    this.lines = lines;
    this.statusType = statusType;
    this.statuses = Objects.requireNonNull(statusType.getEnumConstants());
    this.profiles = new ProfileReader(schema);
    this.ofApp = ofApp;
  }

  /** Hands over what every line says that is JSON. */
  void forEach(Consumer<? super DirectoryLine<S>> each) {
    lines.forEachLine(
        bytes -> {
          boolean isShort = bytes.length <= MAX_KNOWN_BYTES;
          DirectoryLine<S> line = isShort ? shapes.read(shape -> shape.read(bytes)) : null;
          if (line == null) {
            parsed = null;
            boolean flawless = lines.parse(bytes, this::parse);
            line = parsed;
            if (flawless && line != null && isShort && shapes.hasRoom()) {
              learn(bytes, line);
            }
          }
          if (line != null) {
            each.accept(line);
          }
        });
  }

  private void learn(byte[] bytes, DirectoryLine<S> line) throws IOException {
    try (JsonParser parser = LineReader.parser(bytes)) {
      parser.nextToken();
      shapes.learn(DirectoryShape.of(bytes, line, statuses, parser, ofApp));
    }
  }

  private void parse(JsonParser parser) throws IOException {
    String id = null;
    String externalId = null;
    S status = null;
    long created = 0;
    Profile profile = Profile.empty(profiles.schema());
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "id" -> id = DirectoryFiles.text(parser, lines, name);
        case "status" -> status = DirectoryFiles.constant(parser, lines, statusType);
        case "profile" -> profile = DirectoryFiles.profile(parser, lines, profiles);
        case "externalId" -> externalId = ofApp ? DirectoryFiles.text(parser, lines, name) : null;
        case "created" -> created = ofApp ? 0 : DirectoryFiles.millis(parser, lines);
        default -> {}
      }
      // Passes over what nobody wants; whatever was read left no open object.
      parser.skipChildren();
    }
    parsed = new DirectoryLine<>(id, externalId, status, created, profile);
  }
}
