package io.attune.workspace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.attune.json.ProblemCode;
import io.attune.json.ProfileReader;
import io.attune.plan.Outcome;
import io.attune.plan.PendingRecord;
import io.attune.plan.PendingRecord.Choice;
import io.attune.plan.PlannedMatch;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads {@code pending.jsonl}: the records of one app that wait for a person. */
public final class PendingFile {
  private final LineReader lines;
  private final ProfileReader profiles;
  private final boolean withProfiles;
  private final Set<String> seen = new HashSet<>();

  private PendingFile(Workspace workspace, String app, boolean withProfiles) {
    this.lines = new LineReader(workspace.folder(), path(app), workspace.findings());
    this.profiles = new ProfileReader(workspace.appSchema(app));
    this.withProfiles = withProfiles;
  }

  /** Where the file is, relative to the workspace. */
  static String path(String app) {
    return AppFiles.path(app, "pending.jsonl");
  }

  /**
   * Everything that waits in an app, in the order of the file.
   *
   * @throws InputErrors with everything that is wrong in the file
   */
  public static List<PendingLine> read(Workspace workspace, String app) {
    List<PendingLine> read = new ArrayList<>();
    forEach(workspace, app, true, read::add);
    workspace.findings().throwIfErrors();
    return read;
  }

  /** Hands over every line; what is wrong is noted in the workspace's findings. */
  static void forEach(
      Workspace workspace, String app, boolean withProfiles, Consumer<PendingLine> each) {
    PendingFile file = new PendingFile(workspace, app, withProfiles);
    file.lines.forEach(parser -> file.line(parser, each));
  }

  /** A choice, and who made it when. */
  private record Made(@Nullable Choice choice, @Nullable String by, @Nullable String at) {
    static final Made NONE = new Made(null, null, null);
  }

  private void line(JsonParser parser, Consumer<PendingLine> each) throws IOException {
    ProfileSchema schema = profiles.schema();
    String externalId = null;
    Outcome outcome = Outcome.PENDING_NEW;
    PlannedMatch match = null;
    Profile profile = Profile.empty(schema);
    Made made = Made.NONE;
    String since = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "externalId" -> externalId = DirectoryFiles.text(parser, lines, name);
        case "outcome" -> {
          Outcome read = DirectoryFiles.constant(parser, lines, Outcome.class);
          outcome = read == null ? outcome : read;
        }
        case "match" -> match = match(parser);
        case "choice" -> made = choice(parser);
        case "since" -> since = DirectoryFiles.text(parser, lines, name);
        case "profile" -> {
          if (withProfiles) {
            profile = DirectoryFiles.profile(parser, lines, profiles);
          } else {
            parser.skipChildren();
          }
        }
        default -> parser.skipChildren();
      }
    }
    if (externalId == null) {
      lines.error(ProblemCode.MISSING_KEY, "the pending record has no `externalId`");
    } else if (!seen.add(externalId)) {
      lines.error(
          ProblemCode.DUPLICATE_KEY,
          "two pending records have the externalId `" + externalId + "`");
    } else {
      PendingRecord record = new PendingRecord(externalId, outcome, match, made.choice());
      each.accept(new PendingLine(record, profile, made.by(), made.at(), since, lines.line()));
    }
  }

  private Made choice(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return Made.NONE;
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      lines.error(parser, ProblemCode.WRONG_TYPE, "`choice` must be an object or null");
      parser.skipChildren();
      return Made.NONE;
    }
    PendingRecord.Kind kind = null;
    String userId = null;
    String by = null;
    String at = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "kind" -> kind = DirectoryFiles.constant(parser, lines, PendingRecord.Kind.class);
        case "userId" -> userId = DirectoryFiles.text(parser, lines, name);
        case "by" -> by = DirectoryFiles.text(parser, lines, name);
        case "at" -> at = DirectoryFiles.text(parser, lines, name);
        default -> parser.skipChildren();
      }
    }
    return kind == null ? Made.NONE : new Made(new Choice(kind, userId), by, at);
  }

  /** Whom the last import found; null where the line does not say it in a form we know. */
  private static @Nullable PlannedMatch match(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return null;
    }
    PlannedMatch.Kind kind = null;
    PlannedMatch.Reason reason = null;
    List<String> by = List.of();
    List<String> candidates = List.of();
    int count = 0;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "kind" -> kind = known(parser, PlannedMatch.Kind.values());
        case "reason" -> reason = known(parser, PlannedMatch.Reason.values());
        case "by" -> by = texts(parser);
        case "candidates" -> candidates = texts(parser);
        case "candidateCount" -> count = parser.getValueAsInt();
        default -> parser.skipChildren();
      }
    }
    return kind == null ? null : new PlannedMatch(kind, by, candidates, count, reason);
  }

  private static <E extends Enum<E>> @Nullable E known(JsonParser parser, E[] constants)
      throws IOException {
    String text = parser.getValueAsString("");
    parser.skipChildren();
    for (E constant : constants) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    return null;
  }

  private static List<String> texts(JsonParser parser) throws IOException {
    List<String> texts = new ArrayList<>();
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        texts.add(parser.getValueAsString(""));
        parser.skipChildren();
      }
    }
    return texts;
  }
}
