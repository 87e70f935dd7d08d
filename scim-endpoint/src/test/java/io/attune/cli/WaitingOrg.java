package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

/**
 * The tiny org with three linked people and two unlinked ones, after an import that waits for
 * people: two records match the unlinked ones, one matches nobody.
 */
final class WaitingOrg {
  private WaitingOrg() {}

  /** Writes the workspace and the feed that was imported. */
  static void write(Path org, Path feed) {
    TinyOrg.write(org, 3);
    rules(org, "\"exactMatchCriteria\": \"EMAIL\"");
    TinyOrg.put(
        org,
        "users.jsonl",
        TinyOrg.text(org.resolve("users.jsonl"))
            + TinyOrg.user(7)
            + "\n"
            + TinyOrg.user(8).replace("p8@", "P8@")
            + "\n");
    TinyOrg.put(
        feed.resolveSibling(""),
        String.valueOf(feed.getFileName()),
        String.join(
            "\n", TinyOrg.record(7, "Lead"), TinyOrg.record(8, "Lead"), TinyOrg.record(9, "X")));
    assertEquals(0, Ran.importing(org, feed, "--incremental", "--apply").code());
  }

  /** Gives the app other rules of matching. */
  static void rules(Path org, String rules) {
    TinyOrg.put(
        org,
        "apps/hr/features.json",
        "[{\"name\":\"INBOUND_PROVISIONING\",\"capabilities\":{\"importRules\":"
            + "{\"userCreateAndMatch\":{"
            + rules
            + "}}}}]\n");
  }
}
