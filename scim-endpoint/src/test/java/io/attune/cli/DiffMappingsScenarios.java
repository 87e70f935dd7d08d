package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code attune diff-mappings}: what a change of tables would do to everyone. */
class DiffMappingsScenarios {
  @TempDir private Path temporary = Path.of("");
  private Path before = Path.of("");
  private Path after = Path.of("");

  @BeforeEach
  void layOut() {
    before = TinyOrg.write(temporary.resolve("before"), 20);
    after = TinyOrg.write(temporary.resolve("after"), 0);
  }

  private Ran diff(Object... more) {
    Object[] all = new Object[5 + more.length];
    Object[] first = {"diff-mappings", before, after, "--at", TinyOrg.TIME};
    System.arraycopy(first, 0, all, 0, 5);
    System.arraycopy(more, 0, all, 5, more.length);
    return Ran.attune(all);
  }

  private void mapping(String properties) {
    TinyOrg.put(after, "apps/hr/mapping.json", properties);
  }

  @Test
  void theSameTablesChangeNothing() {
    Ran ran = diff();
    assertEquals("", ran.err());
    assertEquals(
        "hr to-okta: nothing changes for 20 people\nhr to-app: nothing changes for 20 people\n",
        ran.out());
  }

  @Test
  void countsPeopleBlanksFailuresAndUsernames() {
    mapping(
        """
        {"toOkta": {"properties": {
           "login": {"expression": "'x-' + appuser.email"},
           "firstName": {"expression": "appuser.firstName"},
           "lastName": {"expression": "appuser.lastName"},
           "email": {"expression": "appuser.email"},
           "nickName": {"expression": "appuser.title.substring(3, 30)"},
           "title": {"expression": "appuser.firstName.contains('1') ? '' : appuser.title"}}},
         "toApp": {"properties": {
           "title": {"expression": "String.toUpperCase(user.title)"}}}}
        """);
    String expected =
        """
        hr to-okta: 20 of 20 people change, 20 usernames, 0 newly refused
          login: 20 people, 0 blanked, 0 new failures
            00u00000: "p0@tiny.example" -> "x-p0@tiny.example"
          nickName: 0 people, 0 blanked, 20 new failures
          title: 11 people, 11 blanked, 0 new failures
            00u00001: "Analyst" -> ""
        hr to-app: 20 of 20 people change, 0 usernames, 0 newly refused
          title: 20 people, 0 blanked, 0 new failures
            00u00000: "Analyst" -> "ANALYST"
        """;
    assertEquals(expected, diff("--samples", "1").out());
    Path root = Path.of(System.getProperty("attune.root", ".."));
    assertTrue(TinyOrg.text(root.resolve("docs/mappings.md")).contains(expected));
  }

  @Test
  void aTableThatBreaksARuleIsRefused() {
    mapping(
        """
        {"toOkta": {"properties": {"email": {"expression": "appuser.firstName"}}}}
        """);
    String out = diff("--app", "hr", "--format", "json").out();
    assertTrue(
        out.startsWith(
            "{\"app\":\"hr\",\"toOkta\":{\"compared\":20,\"people\":0,\"usernames\":0,"
                + "\"refused\":20,\"attributes\":{\"email\":{\"people\":0,\"blanked\":0,"
                + "\"newFailures\":20,\"samples\":[]}}}"),
        out);
  }

  @Test
  void schemasMayChangeToo() {
    TinyOrg.put(
        after,
        "user-schema.json",
        "{\"definitions\": {\"custom\": {\"properties\": {\"team\": {\"type\": \"string\"}}}}}");
    mapping("{\"toOkta\": {\"properties\": {\"team\": {\"expression\": \"'red'\"}}}}");
    assertTrue(diff().out().contains("  team: 20 people, 0 blanked"), diff().out());
    assertEquals(1, diff("--app", "sales").code());
    mapping("{\"toOkta\": {\"properties\": {\"team\": {\"expression\": \"appuser.no\"}}}}");
    assertEquals(1, diff().code());
  }

  @Test
  void anAppOfOnlyOneOfTheTwoIsNamed() {
    assertEquals(0, Ran.attune("init", before, "--app", "old", "--template", "scim2").code());
    assertEquals(0, Ran.attune("init", after, "--app", "other", "--template", "scim2").code());
    Ran ran = diff();
    assertEquals(0, ran.code());
    assertEquals(
        before.resolve("apps/old")
            + ":1:1: warning: `"
            + after
            + "` has no such app; it is not compared\n"
            + after.resolve("apps/other")
            + ":1:1: warning: `"
            + before
            + "` has no such app; it is not compared\n",
        ran.err());
    assertEquals("", diff("--app", "hr").err());
  }
}
