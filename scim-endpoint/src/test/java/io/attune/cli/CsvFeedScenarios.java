package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CSV as spreadsheets and scripts really write it. Source: formats, Records; trust 4 and 5. */
class CsvFeedScenarios {
  private static final String HEADER = "externalId,firstName,lastName,email,title";

  @TempDir private Path temporary = Path.of("");
  private Path org = Path.of("");

  @BeforeEach
  void writeOrg() {
    org = TinyOrg.write(temporary.resolve("org"), 3);
  }

  private static String row(int index, String title) {
    return "e%05d,First%1$d,Last%1$d,p%1$d@tiny.example,%2$s".formatted(index, title);
  }

  private Ran importing(String text, Charset charset) throws IOException {
    Path feed = Files.write(temporary.resolve("feed.csv"), text.getBytes(charset));
    return Ran.importing(org, feed, "--plan", temporary.resolve("plan.jsonl"));
  }

  private Ran importing(String... rows) throws IOException {
    return importing(String.join("\n", rows), StandardCharsets.UTF_8);
  }

  private String line(int index) {
    return TinyOrg.lines(temporary.resolve("plan.jsonl")).get(index + 1);
  }

  /** What a row comes to whose title and further cells are these, below a further column. */
  @ParameterizedTest
  @CsvSource({
    "title, Lead, DUPLICATE_NAME",
    "TITLE, Lead, DUPLICATE_NAME",
    "Active, FALSE, REMOVED",
    "active, True, UNCHANGED",
    "Active, no, WRONG_TYPE",
  })
  void namesOfColumnsAreThoseOfJsonRecords(String name, String cell, String expected)
      throws IOException {
    importing(
        HEADER + "," + name,
        row(0, "Analyst") + "," + cell,
        row(1, "Analyst") + ",true",
        row(2, "Analyst") + ",true");
    assertTrue(line(0).contains("\"" + expected + "\""), line(0));
  }

  /** A column that is an attribute's but for case clears nobody's attribute. */
  @ParameterizedTest
  @CsvSource({"TITLE", "Title"})
  void aColumnOfAnotherCaseIsNotLeftOut(String title) throws IOException {
    Ran ran =
        importing(
            HEADER.replace("title", title), row(0, "Lead"), row(1, "Lead"), row(2, "Analyst"));
    for (int index = 0; index < 3; index++) {
      assertTrue(line(index).contains("\"outcome\":\"ERROR\""), line(index));
      assertTrue(line(index).contains("UNKNOWN_NAME"), line(index));
    }
    assertTrue(ran.err().contains("write `title`"), ran.err());
  }

  @Test
  void twoColumnsOfKeysAreNotBelieved() throws IOException {
    Ran ran =
        importing(
            HEADER + ",externalId",
            row(0, "Analyst") + ",e00001",
            row(1, "Analyst") + ",e00002",
            row(2, "Analyst") + ",e00000");
    assertTrue(ran.out().contains("incomplete (UNREADABLE_WITHOUT_ID)"), ran.out());
    assertTrue(
        ran.err()
            .contains("feed.csv:2:1: error: `externalId` stands twice in the header, but for case"),
        ran.err());
  }

  @Test
  void aQuoteThatIsNeverClosedTakesNobody() throws IOException {
    Ran ran = importing(HEADER, row(0, "Analyst"), row(1, "\"Lead"), row(2, "Analyst"));
    assertTrue(ran.out().contains("incomplete (CUT_OFF)"), ran.out());
    assertTrue(
        ran.err().contains("feed.csv:3:1: error: a quote is opened in this row and never closed"),
        ran.err());
    assertFalse(ran.out().contains("updated                         1"), ran.out());
  }

  @Test
  void aRowThatIsNoCsvIsToldByTheOneBefore() throws IOException {
    Ran ran = importing(HEADER, row(0, "Analyst"), row(1, "\"Le\"ad"), row(2, "Analyst"));
    assertTrue(ran.out().contains("incomplete (CUT_OFF)"), ran.out());
    assertTrue(
        ran.err().contains("feed.csv:2:1: error: the file is no CSV after this row"), ran.err());
  }

  @Test
  void aRowThatIsNotUtf8IsAnErrorAndItsPersonPresent() throws IOException {
    String rows = String.join("\n", HEADER, row(0, "Chargé"), row(1, "Analyst"), row(2, "Analyst"));
    Ran ran = importing(rows, StandardCharsets.ISO_8859_1);
    assertTrue(ran.out().contains("completeness: unproven"), ran.out());
    assertTrue(ran.err().contains("feed.csv:2:1: error: the row is not UTF-8\n"), ran.err());
    assertTrue(line(0).startsWith("{\"externalId\":\"e00000\",\"outcome\":\"ERROR\""), line(0));
    assertEquals("", importing(rows, StandardCharsets.UTF_8).err());
    assertEquals("", importing("\uFEFF" + rows, StandardCharsets.UTF_8).err());
  }

  @Test
  void limitsAreThoseOfJsonRecords() throws IOException {
    Ran ran =
        importing(HEADER, row(0, "x".repeat(64 * 1024 + 1)), row(1, "Analyst"), row(2, "Analyst"));
    assertTrue(ran.err().contains("feed.csv:2:1: error: the row has more than 1 MiB"), ran.err());
    importing(HEADER, row(0, "x".repeat(64 * 1024)), row(1, "Analyst"), row(2, "Analyst"));
    assertTrue(line(0).contains("\"outcome\":\"UPDATE\""), line(0));
  }
}
