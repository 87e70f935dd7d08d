package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code attune preview --direction to-app}: what To App makes of a person. */
class ToAppPreviewScenarios {
  @TempDir private Path org = Path.of("");

  @BeforeEach
  void layOut() {
    TinyOrg.put(org, "org.json", "{\"name\": \"Tiny\"}");
    TinyOrg.put(
        org,
        "apps/crm/app.json",
        """
        {"name": "crm", "credentials": {"userNameTemplate": {
          "type": "BUILT_IN", "template": "${fn:substringBefore(source.login,\\"@\\")}"}}}
        """);
    TinyOrg.put(
        org,
        "apps/crm/schema.json",
        """
        {"definitions": {"custom": {"properties": {
          "userName": {"type": "string"}, "title": {"type": "string"},
          "region": {"type": "string"}, "note": {"type": "string"},
          "roles": {"type": "array", "items": {"type": "string"}}}}}}
        """);
    TinyOrg.put(
        org,
        "apps/crm/mapping.json",
        """
        {"toApp": {"properties": {
          "title": {"expression": "user.title", "pushStatus": "PUSH"},
          "region": {"expression": "isMemberOfGroupName('North') ? 'north' : 'south'"}}}}
        """);
    TinyOrg.put(org, "apps/crm/sync.json", "{\"toApp\": {\"combineGroupValues\": [\"roles\"]}}");
    TinyOrg.put(
        org,
        "users.jsonl",
        """
        {"id":"00u1","status":"ACTIVE","profile":{"login":"ann@x.test","title":"Lead"}}
        {"id":"00u2","status":"ACTIVE","profile":{"login":"bo@x.test","title":"Analyst"}}
        """);
    TinyOrg.put(
        org,
        "groups.jsonl",
        """
        {"id":"00g1","type":"OKTA_GROUP","profile":{"name":"North"},"members":["00u1","00u2"]}
        {"id":"00g2","type":"OKTA_GROUP","profile":{"name":"Sales"},"members":["00u1"]}
        """);
    TinyOrg.put(
        org,
        "apps/crm/app-groups.jsonl",
        """
        {"id":"00g2","priority":1,"profile":{"roles":["b","c"],"title":"of the group"}}
        {"id":"00g1","priority":0,"profile":{"roles":["a","b"],"note":"hello"}}
        """);
    TinyOrg.put(
        org,
        "apps/crm/app-users.jsonl",
        """
        {"id":"00u2","externalId":"c2","scope":"GROUP","individual":["note"],"status":"ACTIVE",\
        "profile":{"userName":"kept","title":"Analyst","note":"own"}}
        """);
  }

  private Ran preview(String user, Object... more) {
    Object[] all = new Object[8 + more.length];
    Object[] first = {"preview", org, "--app", "crm", "--user", user, "--direction", "to-app"};
    System.arraycopy(first, 0, all, 0, 8);
    System.arraycopy(more, 0, all, 8, more.length);
    return Ran.attune(all);
  }

  @Test
  void saysWhoGaveEachValue() {
    Ran ran = preview("00u1");
    assertEquals("", ran.err());
    assertEquals(
        """
        00u1
          userName: absent -> "ann"  (computed by the username format)
            1:1: String.substringBefore(source.login, '@') = 'ann'
              1:24: source.login = 'ann@x.test'
          title: absent -> "Lead"  (mapped)
            1:1: user.title = 'Lead'
          region: absent -> "north"  (mapped)
            1:1: isMemberOfGroupName('North') ? 'north' : 'south' = 'north'
              1:1: isMemberOfGroupName('North') = true
          note: absent -> "hello"  (value of the group `00g1`)
          roles: absent -> [a, b, c]  (combined from the groups `00g1, 00g2`)
        """,
        ran.out());
  }

  @Test
  void keepsWhatIsStoredOrSetForThePersonAlone() {
    String out = preview("00u2").out();
    assertTrue(out.contains("  userName: \"kept\"  (create only)\n"), out);
    assertTrue(out.contains("  title: \"Analyst\"  (mapped, and it has this value already)"), out);
    assertTrue(out.contains("  note: \"own\"  (set for this person)\n"), out);
    String json = preview("00u2", "--format", "json").out();
    assertTrue(json.startsWith("{\"direction\":\"to-app\",\"userId\":\"00u2\",\"attributes\":[{"));
    assertEquals(1, preview("00u3").code());
  }

  @Test
  void aRecordIsImportedFirst() {
    Path record = TinyOrg.put(org, "feed.jsonl", "{\"externalId\":\"c2\",\"title\":\"Boss\"}\n");
    Ran ran =
        Ran.attune("preview", org, "--app", "crm", "--record", record, "--direction", "to-app");
    assertTrue(ran.out().startsWith("00u2\n  userName: "), ran.out() + ran.err());
  }

  @Test
  void checkWarnsWhereGroupsHaveNoSay() {
    TinyOrg.put(org, "apps/crm/sync.json", "{\"toApp\": {\"combineGroupValues\": [\"title\"]}}");
    String err = Ran.attune("check", org).err();
    assertTrue(err.contains("`title` has a mapping that writes on update, so the value of"), err);
    assertTrue(
        err.contains("`toApp.combineGroupValues` names `title`, which cannot be combined"), err);
  }
}
