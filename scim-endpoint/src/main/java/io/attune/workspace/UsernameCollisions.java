package io.attune.workspace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.attune.expression.Issue.Severity;
import io.attune.json.Place;
import io.attune.json.Problem;
import io.attune.matching.LoginKey;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Usernames in the stored people and app users that are one and the same ignoring case and
 * diacritics. People are named by id and line, never by the username. Source: okta-behaviour 2.16.
 */
final class UsernameCollisions {
  private final Workspace workspace;
  private final String file;
  private final String attribute;
  private final Map<String, Holder> holders = new HashMap<>();

  /** Who holds a username. */
  private record Holder(String id, int line) {}

  private UsernameCollisions(Workspace workspace, String file, String attribute) {
    this.workspace = workspace;
    this.file = file;
    this.attribute = attribute;
  }

  /** Notes the collisions among the people, and among the app users of each of these apps. */
  static void note(Workspace workspace, List<String> apps) {
    new UsernameCollisions(workspace, "users.jsonl", "login").note();
    for (String app : apps) {
      new UsernameCollisions(workspace, AppFiles.path(app, "app-users.jsonl"), "userName").note();
    }
  }

  private void note() {
    // What cannot be read is for an import to tell; here it holds no username.
    LineReader lines = new LineReader(workspace.folder(), file, new Findings());
    lines.forEach(parser -> read(parser, lines));
  }

  private void read(JsonParser parser, LineReader lines) throws IOException {
    String id = null;
    String username = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("id") && parser.currentToken() == JsonToken.VALUE_STRING) {
        id = parser.getText();
      } else if (name.equals("profile") && parser.currentToken() == JsonToken.START_OBJECT) {
        username = username(parser);
      } else {
        parser.skipChildren();
      }
    }
    if (id != null && username != null && !username.isBlank()) {
      Holder other = holders.putIfAbsent(LoginKey.of(username), new Holder(id, lines.line()));
      if (other != null) {
        collision(id, lines.line(), other);
      }
    }
  }

  private @Nullable String username(JsonParser parser) throws IOException {
    String username = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      boolean wanted = parser.currentName().equals(attribute);
      if (parser.nextToken() == JsonToken.VALUE_STRING && wanted) {
        username = parser.getText();
      } else {
        parser.skipChildren();
      }
    }
    return username;
  }

  private void collision(String id, int line, Holder other) {
    String message =
        "`%s` of `%s` is that of `%s` in line %d, ignoring case and diacritics"
            .formatted(attribute, id, other.id(), other.line());
    workspace
        .findings()
        .add(
            workspace.folder().shown(file),
            new Problem(
                new Place(line, 1),
                Severity.ERROR,
                "USERNAME_COLLISION",
                message,
                "usernames must differ in more than case and accents",
                List.of()));
  }
}
