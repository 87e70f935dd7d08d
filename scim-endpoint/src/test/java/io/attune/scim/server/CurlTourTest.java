package io.attune.scim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour of the page does what it says, with the curl of the machine. */
class CurlTourTest {
  @Test
  void eachLineIsAnswered(@TempDir Path folder) throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")));
    Path page = Path.of(System.getProperty("attune.root", "..")).resolve("docs/scim-endpoint.md");
    List<String> lines =
        Files.readString(page)
            .lines()
            .filter(each -> each.matches("curl .*\\$\\{?BASE.*"))
            .toList();
    assertTrue(lines.size() >= 8);
    try (ServedEndpoint scim = ServedEndpoint.over(folder)) {
      for (String line : lines) {
        ProcessBuilder bash =
            new ProcessBuilder("bash", "-c", line + " -w '\\n%{http_code}'")
                .redirectErrorStream(true);
        bash.environment().put("BASE", scim.base());
        bash.environment().put("TOKEN", ServedEndpoint.TOKEN);
        Process run = bash.start();
        String said =
            new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, run.waitFor(), line);
        String status = said.substring(said.lastIndexOf('\n') + 1);
        assertTrue(status.matches("20[01]"), () -> line + "\n" + said);
        if (line.contains("filter")) {
          assertTrue(said.contains("\"totalResults\":1"), said);
        }
      }
    }
  }
}
