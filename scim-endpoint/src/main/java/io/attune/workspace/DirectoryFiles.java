package io.attune.workspace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.attune.json.ProblemCode;
import io.attune.json.ProfileReader;
import io.attune.json.Surrogates;
import io.attune.plan.AppUserStatus;
import io.attune.plan.AppUsers;
import io.attune.plan.DirectorySnapshot;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import io.attune.sourcing.UserStatus;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Streams the people of a workspace, their app users and what waits into a snapshot. Source:
 * formats, Workspace and Links.
 */
public final class DirectoryFiles {
  private final Workspace workspace;
  private final Findings findings;
  private final DirectorySnapshot snapshot;

  private DirectoryFiles(Workspace workspace) {
    this.workspace = workspace;
    this.findings = workspace.findings();
    this.snapshot = new DirectorySnapshot(workspace.userSchema());
  }

  /**
   * The directory as an import of {@code app} finds it.
   *
   * @throws InputErrors with everything that is wrong
   */
  public static DirectorySnapshot read(Workspace workspace, String app) {
    DirectoryFiles files = new DirectoryFiles(workspace);
    files.readUsers();
    for (String each : workspace.apps()) {
      files.readAppUsers(each);
    }
    AppGroups.read(workspace, app, files.snapshot);
    PendingFile.forEach(workspace, app, false, line -> files.snapshot.addPending(line.record()));
    files.findings.throwIfErrors();
    return files.snapshot;
  }

  /**
   * The directory of all apps, without what waits.
   *
   * @throws InputErrors with everything that is wrong
   */
  public static DirectorySnapshot read(Workspace workspace) {
    DirectoryFiles files = new DirectoryFiles(workspace);
    files.readUsers();
    workspace.apps().forEach(files::readAppUsers);
    files.findings.throwIfErrors();
    return files.snapshot;
  }

  private void readUsers() {
    LineReader lines = new LineReader(workspace.folder(), "users.jsonl", findings);
    new DirectoryLines<>(lines, UserStatus.class, workspace.userSchema(), false)
        .forEach(line -> addUser(line, lines));
  }

  private void addUser(DirectoryLine<UserStatus> line, LineReader lines) {
    String id = line.id();
    if (id == null || id.isBlank()) {
      lines.error(ProblemCode.MISSING_KEY, "the user has no `id`");
    } else if (line.status() == null) {
      lines.error(ProblemCode.MISSING_KEY, "the user has no usable `status`");
    } else if (snapshot.addUser(id, line.status(), line.createdMillis(), line.profile()) < 0) {
      lines.error(ProblemCode.DUPLICATE_KEY, "two users have the id `" + id + "`");
    }
  }

  private void readAppUsers(String app) {
    ProfileSchema schema = workspace.appSchema(app);
    AppUsers rows = snapshot.addApp(app, schema);
    LineReader lines =
        new LineReader(workspace.folder(), AppFiles.path(app, "app-users.jsonl"), findings);
    new DirectoryLines<>(lines, AppUserStatus.class, schema, true)
        .forEach(line -> addAppUser(line, lines, rows));
  }

  private void addAppUser(DirectoryLine<AppUserStatus> line, LineReader lines, AppUsers rows) {
    String id = line.id();
    String externalId = line.externalId();
    // Mostly the rows stand in the order of the users.
    int user = id == null ? -1 : snapshot.find(id, rows.size());
    if (user < 0) {
      lines.error(ProblemCode.UNKNOWN_VALUE, "the app user's `id` is no user of users.jsonl");
    } else if (line.status() == null) {
      lines.error(ProblemCode.MISSING_KEY, "the app user has no usable `status`");
    } else if (rows.rowOfUser(user) >= 0) {
      lines.error(ProblemCode.DUPLICATE_KEY, "the user `" + id + "` has two app users in this app");
    } else if (!rows.add(user, externalId, line.status(), line.profile())) {
      lines.error(
          ProblemCode.DUPLICATE_KEY, "two app users have the externalId `" + externalId + "`");
    }
  }

  static @Nullable String text(JsonParser parser, LineReader lines, String name)
      throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      String text = parser.getText();
      if (Surrogates.arePaired(text)) {
        return text;
      }
      lines.error(parser, ProblemCode.WRONG_TYPE, "`" + name + "` holds half of a surrogate pair");
      return null;
    }
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      lines.error(parser, ProblemCode.WRONG_TYPE, "`" + name + "` must be a string");
      parser.skipChildren();
    }
    return null;
  }

  static <E extends Enum<E>> @Nullable E constant(
      JsonParser parser, LineReader lines, Class<E> type) throws IOException {
    String text = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : "";
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    lines.error(
        parser,
        ProblemCode.UNKNOWN_VALUE,
        "`" + parser.currentName() + "` is none of its constants");
    parser.skipChildren();
    return null;
  }

  static long millis(JsonParser parser, LineReader lines) throws IOException {
    String text = text(parser, lines, "created");
    if (text == null) {
      return 0;
    }
    try {
      return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeException e) {
      lines.error(parser, ProblemCode.WRONG_TYPE, "`" + parser.currentName() + "` is no time");
      return 0;
    }
  }

  static Profile profile(JsonParser parser, LineReader lines, ProfileReader profiles)
      throws IOException {
    ProfileSchema schema = profiles.schema();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      lines.error(parser, ProblemCode.WRONG_TYPE, "`profile` must be an object");
      parser.skipChildren();
      return Profile.empty(schema);
    }
    @Nullable Object[] values = new @Nullable Object[schema.size()];
    AttributeDefinition wrong = profiles.read(parser, values);
    if (wrong != null) {
      lines.error(
          parser,
          ProblemCode.WRONG_TYPE,
          "attribute `" + wrong.name() + "` is no " + wrong.kind().label());
    }
    return Profile.ofOwned(schema, values);
  }
}
