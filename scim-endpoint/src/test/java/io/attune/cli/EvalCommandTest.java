package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
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
