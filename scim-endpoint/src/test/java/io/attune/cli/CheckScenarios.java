package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code attune check} over small workspaces. */
class CheckScenarios {
  @TempDir private Path workspace = Path.of("");

  @BeforeEach
  void layOut() throws IOException {
    write("org.json", "{\"name\": \"acme\"}");
    write("apps/hr/app.json", "{\"name\": \"hr\"}");
    write("apps/hr/features.json", PUSHING);
    write(
        "apps/hr/schema.json",
        "{\"definitions\": {\"custom\": {\"properties\": {\"email\": {\"type\": \"string\"}}}}}");
  }

  private void write(String file, String text) throws IOException {
    Path path = workspace.resolve(file);
    Files.createDirectories(path.getParent() == null ? workspace : path.getParent());
    Files.writeString(path, text);
  }

  private static final String PUSHING =
      """
      [{"name": "USER_PROVISIONING", "capabilities": {
        "update": {"profile": {"status": "ENABLED"}}}}]
      """;

  @Test
  void findsLoopsBetweenTheDirections() throws IOException {
    write("apps/hr/sync.json", "{\"profileSource\": true}");
    write(
        "apps/hr/schema.json",
        """
        {"definitions": {"custom": {"properties": {
          "mail": {"type": "string"}, "nick": {"type": "string"}, "remote": {"type": "boolean"}}}}}
        """);
    write(
        "user-schema.json",
        "{\"definitions\": {\"custom\": {\"properties\": {\"remote\": {\"type\": \"boolean\"}}}}}");
    write(
        "apps/hr/mapping.json",
        """
        {"toOkta": {"properties": {
           "email": {"expression": "String.toLowerCase(appuser.mail)"},
           "nickName": {"expression": "String.substringBefore(appuser.nick, '-')"},
           "remote": {"expression": "appuser.remote == null ? false : !appuser.remote"}}},
         "toApp": {"properties": {
           "mail": {"expression": "user.email"},
           "nick": {"expression": "user.nickName"},
           "remote": {"expression": "user.remote"}}}}
        """);
    String said = check(Attune.INPUT_ERRORS);
    assertTrue(
        said.contains(
            """
            apps/hr/mapping.json:4:4: error: `user.remote`, `appuser.remote` never come to rest: \
            nothing -> remote false -> remote true -> remote false, the same again after 2 rounds
             hint: let one of the two directions write on create only, or not at all
            """),
        said);
    assertTrue(
        said.contains(
            "mapping.json:3:4: warning: `user.nickName`, `appuser.nick` are written from one"
                + " another; they came to rest for 400 made-up profiles"),
        said);
    String json = check(Attune.INPUT_ERRORS, "--format", "json");
    assertTrue(
        json.contains(
            "{\"app\":\"hr\",\"userAttributes\":[\"email\"],\"appAttributes\":[\"mail\"],"
                + "\"verdict\":\"SETTLES\",\"tried\":0}"),
        json);
    assertTrue(json.contains("\"orbit\":[{},{\"remote\":false},{\"remote\":true}"), json);
  }

  @Test
  void namesDeadMappingsAndWhatIsNeverSent() throws IOException {
    write(
        "apps/hr/schema.json",
        """
        {"definitions": {"custom": {"properties": {
          "mail": {"type": "string", "externalName": "emails.^[primary==true].value",
            "externalNamespace": "urn:ietf:params:scim:schemas:core:2.0:User"},
          "work": {"type": "string", "externalName": "emails.^[primary==true].value",
            "externalNamespace": "urn:ietf:params:scim:schemas:core:2.0:User"},
          "badge": {"type": "string", "externalName": "badge"},
          "local": {"type": "string"}}}}}
        """);
    write(
        "user-schema.json",
        """
        {"definitions": {"base": {"properties": {"title": {"master": {"type": "OKTA"}}}}}}
        """);
    write(
        "apps/hr/mapping.json",
        """
        {"toOkta": {"properties": {
          "title": {"expression": "appuser.mail"},
          "nickName": {"expression": "appuser.local"}}}}
        """);
    String said = check(Attune.DONE);
    for (String line :
        List.of(
            "mapping.json:2:3: warning: the mapping to `title` never writes but for a new person:"
                + " its",
            "mapping.json:3:3: warning: the mapping to `nickName` never writes: it reads only",
            "schema.json:4:3: warning: `mail` and `work` both write `emails.^[primary==true]",
            "schema.json:6:3: warning: `badge` has no `externalNamespace` and is never sent",
            "schema.json:7:3: warning: `local` has no `externalName` and is never sent")) {
      assertTrue(said.contains(line), said);
    }
  }

  private String check(int exitCode, String... options) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    String[] arguments =
        Stream.concat(Stream.of("check", workspace.toString()), Stream.of(options))
            .toArray(String[]::new);
    assertEquals(exitCode, Attune.run(stream, stream, arguments));
    return said.toString(StandardCharsets.UTF_8).replace(workspace + "/", "");
  }

  @Test
  void warnsOfWhatANewPersonWouldLack() throws IOException {
    write(
        "apps/hr/mapping.json",
        "{\"toOkta\": {\"properties\": {\"email\": {\"expression\": \"appuser.email ?: 'x'\"}}}}");
    assertEquals(
        """
        apps/hr/mapping.json:1:1: warning: `firstName` is required, and nothing writes it
         hint: map it, or give it a default
        apps/hr/mapping.json:1:1: warning: `lastName` is required, and nothing writes it
         hint: map it, or give it a default
        checked 1 apps: 2 warnings
        """,
        check(Attune.DONE));
  }

  @Test
  void checksToAppToo() throws IOException {
    write(
        "apps/hr/mapping.json",
        "{\"toApp\": {\"properties\": {\"email\": {\"expression\": \"user.emial\"}}}}");
    assertEquals(
        """
        apps/hr/mapping.json:1:57: error: user has no attribute `emial`
         hint: closest is `email`
         | user.emial
         | .....^^^^^
        """,
        check(Attune.INPUT_ERRORS));
  }

  /** What protects people is not passed over for its spelling; what else Okta says of an org is. */
  @Test
  void aKeyOfTheOrgThatLooksLikeOursIsNotPassedOver() throws IOException {
    write(
        "org.json",
        """
        {"id": "00o1", "subdomain": "acme", "protectedUser": ["00u1"],
         "safeguard": {"percent": 10, "minimumAssigments": 0, "blockScope": "ORG"}}
        """);
    assertEquals(
        """
        org.json:1:37: error: unknown key `protectedUser`
         hint: closest is `protectedUsers`
        org.json:2:31: error: unknown key `minimumAssigments`
         hint: closest is `minimumAssignments`
        org.json:2:55: error: unknown key `blockScope`
         hint: one of [enabled, percent, minimumAssignments, limits]
        """,
        check(Attune.INPUT_ERRORS));
  }

  @Test
  void tellsEverythingAtOnce() throws IOException {
    write("apps/hr/sync.json", "{\"onDeactivated\": \"SUSPEND\"}");
    write(
        "apps/hr/mapping.json",
        """
        {"toOkta": {"properties": {"email": {"expression": "appuser.emial"}}},
         "toApp": {"properties": {"mail": {"expression": "user.email"}}}}
        """);
    assertEquals(
        """
        apps/hr/mapping.json:1:61: error: appuser has no attribute `emial`
         hint: closest is `email`
         | appuser.emial
         | ........^^^^^
        apps/hr/mapping.json:2:27: error: the schema has no attribute `mail`
         hint: closest is `email`
        apps/hr/sync.json:1:2: error: unknown key `onDeactivated`
         hint: closest is `onDeactivate`
        """,
        String.join(
            "",
            check(Attune.INPUT_ERRORS)
                .lines()
                .filter(line -> !line.contains("required") && !line.contains("map it"))
                .map(line -> line + "\n")
                .toList()));
  }

  @Test
  void namesWhoHoldsAUsernameTwice() throws IOException {
    write(
        "users.jsonl",
        """
        {"id": "00u1", "status": "ACTIVE", "profile": {"login": "J\u00fcrgen@x.test"}}
        {"id": "00u2", "status": "ACTIVE", "profile": {"login": "other@x.test"}}
        {"id": "00u3", "status": "ACTIVE", "profile": {"login": "jurgen@X.test"}}
        """);
    assertEquals(
        """
        users.jsonl:3:1: error: `login` of `00u3` is that of `00u1` in line 1, ignoring case and \
        diacritics
         hint: usernames must differ in more than case and accents
        """,
        check(Attune.INPUT_ERRORS));
  }

  @Test
  void answersAPullRequestCheckInJson() throws IOException {
    write(
        "apps/hr/mapping.json",
        "{\"toApp\": {\"properties\": {\"email\": {\"expression\": \"user.emial\"}}}}");
    write("apps/crm/schema.json", "[");
    assertEquals(
        """
        {"findings":[{"file":"apps/hr/mapping.json","line":1,"column":57,"severity":"error",\
        "code":"UNKNOWN_ATTRIBUTE","message":"user has no attribute `emial`",\
        "hint":"closest is `email`"}],"loops":[],"errors":1,"warnings":0}
        """,
        check(Attune.INPUT_ERRORS, "--app", "hr", "--format", "json"));
    assertTrue(check(Attune.INPUT_ERRORS, "--format", "json").contains("apps/crm/schema.json"));
    assertTrue(check(Attune.INPUT_ERRORS, "--app", "sales", "--format", "json").contains("hr"));
  }

  @Test
  void aRankedAppThatIsNotThereIsAnErrorAmongTheOthers() throws IOException {
    write("org.json", "{\"profileSources\": [\"payroll\", \"hr\"]}");
    write("apps/hr/sync.json", "{\"profileSource\": true}");
    assertEquals(
        """
        org.json:1:1: error: `profileSources` names the app `payroll`, which is not there
         hint: name an app by its folder; the apps are [hr]
        """,
        check(Attune.INPUT_ERRORS));
  }

  @Test
  void saysOfEachAppWhetherItsRankAsASourceHolds() throws IOException {
    write("org.json", "{\"profileSources\": [\"crm\", \"idle\", \"no\"]}");
    write("apps/crm/app.json", "{\"name\": \"crm\"}");
    write("apps/crm/sync.json", "{\"profileSource\": true}");
    write("apps/hr/sync.json", "{\"profileSource\": true}");
    write("apps/idle/app.json", "{\"name\": \"idle\", \"status\": \"INACTIVE\"}");
    write("apps/idle/sync.json", "{\"profileSource\": true}");
    write("apps/no/app.json", "{\"name\": \"no\"}");
    write(
        "user-schema.json",
        """
        {"definitions": {"base": {"properties": {"title": {"master": {
          "type": "OVERRIDE", "priority": [
            {"type": "APP", "value": "hr"}, {"type": "APP", "value": "idle"}]}}}}}}
        """);
    assertEquals(
        """
        org.json:1:1: warning: `profileSources` does not rank the source `hr`, so it ranks last
        org.json:1:1: warning: `profileSources` ranks `idle`, which sources nobody
         hint: its app.json says `INACTIVE`: make it active, or leave it out
        org.json:1:1: warning: `profileSources` ranks `no`, which sources nobody
         hint: set `profileSource` in its sync.json, or leave it out
        user-schema.json:3:37: warning: the priority of `title` names `idle`, which sources nobody
         hint: its app.json says `INACTIVE`: make it active, or leave it out
        checked 4 apps: 4 warnings
        """,
        check(Attune.DONE));
  }
}
