package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a checkout of its own, which it builds: {@code mvn verify -Pproof}. The build
 * under test must not be built again while it runs.
 */
@Tag("proof")
class LauncherScenarios {
  private static final Path ROOT = Path.of(System.getProperty("attune.root", ".."));

  @TempDir private Path temporary = Path.of("");

  private static String run(Path folder, int exitCode, String... command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(exitCode, process.waitFor(), output);
    return output;
  }

  @Test
  void buildsOnceAndRunsFromAnywhere() throws IOException, InterruptedException {
    Path checkout = temporary.resolve("a checkout");
    for (String name :
        List.of(
            "pom.xml",
            "attune",
            ".mvn",
            "mapping-core",
            "matching",
            "sourcing",
            "scim-endpoint",
            "benchmarks")) {
      copy(ROOT.resolve(name), checkout.resolve(name));
    }
    Path elsewhere = Files.createDirectories(temporary.resolve("else where"));
    String launcher =
        Files.createSymbolicLink(elsewhere.resolve("link"), checkout.resolve("attune")).toString();
    assertTrue(run(elsewhere, 0, launcher, "eval", "'a b' + 'c'").contains("building, once"));
    assertEquals("\"a bc\"\n", run(elsewhere, 0, launcher, "eval", "'a b' + 'c'"));
    assertTrue(
        run(elsewhere, 0, "env", "ATTUNE_JAVA_OPTIONS=-Xlog:class+load", launcher, "--version")
            .contains("io.attune.cli.Attune source: shared objects file (top)"));
    run(elsewhere, 2, launcher, "nonsense");
    run(elsewhere, 1, launcher, "eval", "1 +");
    Path source = checkout.resolve("scim-endpoint/src/main/java/io/attune/cli/Attune.java");
    Files.writeString(source, Files.readString(source) + "\n");
    assertTrue(run(elsewhere, 0, launcher, "--version").contains("building, once"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path path : tree.filter(each -> !each.toString().contains("/target")).toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
