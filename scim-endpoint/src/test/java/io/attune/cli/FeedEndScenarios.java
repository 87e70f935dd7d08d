package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which last line proves that a feed of lines is whole. Source: formats, Records. */
class FeedEndScenarios {
  @TempDir private Path temporary = Path.of("");

  private Ran importing(String lastLine) throws IOException {
    Path org = TinyOrg.write(temporary.resolve("org"), 3);
    Path feed = TinyOrg.feed(temporary.resolve("feed.jsonl"), 0, 3);
    Files.writeString(feed, TinyOrg.text(feed) + lastLine + "\n");
    return Ran.importing(org, feed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"end\":true,\"count\":3}; proven",
        "{\"end\":true,\"count\":2}; incomplete (COUNT_MISMATCH)",
        "{\"end\":true,\"count\":3.9}; incomplete (COUNT_MISMATCH)",
        "{\"end\":true,\"count\":\"3\"}; incomplete (COUNT_MISMATCH)",
        "{\"end\":false,\"count\":3}; incomplete (UNREADABLE_WITHOUT_ID)",
        "{\"end\":\"true\",\"count\":3}; incomplete (UNREADABLE_WITHOUT_ID)",
        "{\"end\":true}; incomplete (UNREADABLE_WITHOUT_ID)",
      })
  void onlyTheExactLineIsAProof(String line, String completeness) throws IOException {
    Ran ran = importing(line);
    assertTrue(ran.out().contains("completeness: " + completeness + "\n"), ran.out());
  }

  @Test
  void aRecordWithSuchAttributesIsARecord() throws IOException {
    Ran ran =
        importing("{\"externalId\":\"e9\",\"email\":\"p9@t.example\",\"end\":true,\"count\":3}");
    assertTrue(ran.out().contains("scanned                         4"), ran.out());
    assertTrue(ran.out().contains("completeness: unproven"), ran.out());
  }
}
