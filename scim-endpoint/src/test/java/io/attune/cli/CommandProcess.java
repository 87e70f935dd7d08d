package io.attune.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * The {@code attune} command as a process of its own, started in half the time: from jars, whose
 * classes a first server has loaded and left in an archive for all that are started by this JVM.
 */
final class CommandProcess {
  private static final List<String> JAVA =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-XX:-UsePerfData",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xlog:cds=off,cds+dynamic=off"); // says nothing where it can not use the archive

  /** What was made once. */
  private static final class Prepared {
    static final Path FOLDER = folder();
    static final String CLASS_PATH = classPath();
    static final Path ARCHIVE = archive();
  }

  private CommandProcess() {}

  /** A process that is still to be started. */
  static ProcessBuilder of(List<String> arguments) {
    return of("-XX:SharedArchiveFile=" + Prepared.ARCHIVE, arguments);
  }

  private static ProcessBuilder of(String option, List<String> arguments) {
    List<String> words = new ArrayList<>(JAVA);
    words.addAll(List.of(option, "-cp", Prepared.CLASS_PATH, "io.attune.cli.Attune"));
    words.addAll(arguments);
    return new ProcessBuilder(words);
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("attune-command");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The class path of the tests with jars in the place of folders, which no archive knows. */
  private static String classPath() {
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!entry.isEmpty()) { // Surefire leaves one at the end
        jars.add(Files.isDirectory(Path.of(entry)) ? jar(entry, jars.size()) : entry);
      }
    }
    return String.join(File.pathSeparator, jars);
  }

  private static String jar(String classes, int number) {
    String jar = Prepared.FOLDER.resolve(number + ".jar").toString();
    ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
    int code = tool.run(System.out, System.err, "-c0f", jar, "-C", classes, ".");
    if (code != 0) {
      throw new IllegalStateException("no jar of " + classes);
    }
    return jar;
  }

  /** Serves once, is asked a little, and ends. */
  private static Path archive() {
    Path archive = Prepared.FOLDER.resolve("classes.jsa");
    String data = Prepared.FOLDER.resolve("data").toString();
    List<String> serve =
        List.of("serve", "--port", "0", "--token", ServedFolder.Client.TOKEN, "--data", data);
    try {
      Process process =
          of("-XX:ArchiveClassesAtExit=" + archive, serve)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String at = process.inputReader().readLine();
      ServedFolder.Client client =
          new ServedFolder.Client(URI.create(at.replace("SCIM 2.0 at ", "")).resolve("/"));
      String id = client.post("scim/v2/Users", "{\"userName\":\"ada\"}").body().path("id").asText();
      client.send(
          ServedFolder.Client.TOKEN, "PUT", "scim/v2/Users/" + id, "{\"userName\":\"eve\"}");
      client.get("scim/v2/Users?filter=userName%20eq%20%22eve%22").is(200);
      process.destroy();
      process.waitFor();
      return archive;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
