package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One expression or many through the command. Source: formats, Command line. */
class EvalCommandTest {
  @TempDir private Path temporary = Path.of("");

  @Test
  void printsTheValueAsJsonOrBare() {
    assertEquals("\"ab\"\n", Ran.attune("eval", "'a' + 'b'").out());
    assertEquals("ab\n", Ran.attune("eval", "--text", "'a' + 'b'").out());
    assertEquals("7\n", Ran.attune("eval", "3 + 4").out());
    assertEquals("null\n", Ran.attune("eval", "null").out());
  }

  @Test
  void readsTheContext() {
    Path context = TinyOrg.put(temporary, "context.json", "{\"user\":{\"city\":\"Łódź\"}}");
    assertEquals("\"Łódź\"\n", Ran.attune("eval", "user.city", "--context", context).out());
    assertEquals("null\n", Ran.attune("eval", "user.none", "--context", context).out());
    assertEquals(1, Ran.attune("eval", "appuser.x", "--context", context).code());
  }

  @Test
  void asksThePeopleAroundThePerson() {
    Path context =
        TinyOrg.put(
            temporary,
            "context.json",
            """
            {"user": {"login": "ada"},
             "related": {
               "manager": {"profile": {"firstName": "Charles", "age": 43, "tags": ["a", "b"]},
                           "appUsers": {"payroll": {"salary": 1000}}},
               "assistant": {"firstName": "Luigi"},
               "linkedObjects": {"mentor": {"firstName": "Mary"}},
               "directoryUsers": [{"dn": "CN=ada"}],
               "workdayUsers": [{"id": "1"}, {"id": "2"}]}}
            """);
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("getManagerUser('active_directory').firstName", "\"Charles\"");
    answers.put("getManagerUser('active_directory').age + 1", "44");
    answers.put("Arrays.size(getManagerUser('active_directory').tags)", "2");
    answers.put("getManagerUser('active_directory').none", "null");
    answers.put("getManagerAppUser('active_directory', 'payroll').salary", "1000");
    answers.put("getManagerAppUser('active_directory', 'crm').salary", "null");
    answers.put("getAssistantUser('active_directory').firstName", "\"Luigi\"");
    answers.put("getAssistantAppUser('active_directory', 'payroll').salary", "null");
    answers.put("user.getLinkedObject('mentor').firstName", "\"Mary\"");
    answers.put("user.getLinkedObject('manager').firstName", "null");
    answers.put("hasDirectoryUser() ? findDirectoryUser().dn : 'none'", "\"CN=ada\"");
    answers.put("hasWorkdayUser()", "false");
    answers.put("findWorkdayUser().id", "null");
    answers.forEach(
        (expression, answer) ->
            assertEquals(
                answer + "\n", Ran.attune("eval", expression, "--context", context).out()));
  }

  @Test
  void refusesPeopleWhoAreNone() {
    Path list = TinyOrg.put(temporary, "list.json", "{\"related\":{\"manager\":[]}}");
    Ran ran = Ran.attune("eval", "1", "--context", list);
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("a user in `related` must be an object"), ran.err());
    Path unknown = TinyOrg.put(temporary, "unknown.json", "{\"related\":{\"boss\":{}}}");
    assertTrue(Ran.attune("eval", "1", "--context", unknown).err().contains("no `boss`"));
  }

  @Test
  void showsThePlaceOfAnError() {
    Ran ran = Ran.attune("eval", "1 / 0");
    assertEquals(1, ran.code());
    assertEquals("", ran.out());
    assertTrue(ran.err().lines().anyMatch(line -> line.matches(".*:1:\\d+: error: .*")), ran.err());
  }

  @Test
  void answersEveryLineOfABatchInOrder() {
    Path batch =
        TinyOrg.put(
            temporary,
            "batch.jsonl",
            """
            {"expression":"1 + 1"}
            {"expression":"T(java.lang.Runtime)"}
            {"expression":"user.x","context":{"user":{"x":true}}}
            """);
    Ran ran = Ran.attune("eval", "--batch", batch);
    assertEquals(0, ran.code());
    var answers = ran.out().lines().toList();
    assertEquals(3, answers.size());
    assertEquals("{\"value\":2}", answers.get(0));
    assertTrue(answers.get(1).startsWith("{\"error\":{\"code\":"), answers.get(1));
    assertEquals("{\"value\":true}", answers.get(2));
  }

  @Test
  void explainsEachPart() {
    Ran ran = Ran.attune("eval", "--explain", "1 + 2 == 3 ? 'a' + 1 : 'b'");
    assertEquals(0, ran.code(), ran.err());
    assertEquals(
        """
        1:1: 1 + 2 == 3 ? 'a' + 1 : 'b' = 'a1'
          1:1: 1 + 2 == 3 = true
            1:1: 1 + 2 = 3
          1:14: 'a' + 1 = 'a1'
        """,
        ran.out());
  }
}
