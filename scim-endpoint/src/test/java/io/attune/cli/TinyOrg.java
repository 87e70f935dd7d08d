package io.attune.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A workspace with one source app, {@code hr}, in which every person has an active link. */
final class TinyOrg {
  static final String TIME = "2026-01-05T08:00:00Z";

  private TinyOrg() {}

  /** Writes a workspace of that many people. */
  static Path write(Path folder, int people) {
    put(folder, "org.json", "{\"name\":\"Tiny\",\"profileSources\":[\"hr\"]}\n");
    put(folder, "apps/hr/app.json", "{\"id\":\"0oa1\",\"name\":\"hr\",\"status\":\"ACTIVE\"}\n");
    put(
        folder,
        "apps/hr/schema.json",
        """
        {"definitions": {"custom": {"properties": {
          "userName": {"title": "User name", "type": "string"},
          "firstName": {"title": "First name", "type": "string"},
          "lastName": {"title": "Last name", "type": "string"},
          "email": {"title": "E-mail", "type": "string"},
          "title": {"title": "Title", "type": "string"}
        }}}}
        """);
    put(
        folder,
        "apps/hr/mapping.json",
        """
        {"toOkta": {"properties": {
          "firstName": {"expression": "appuser.firstName", "pushStatus": "PUSH"},
          "lastName": {"expression": "appuser.lastName", "pushStatus": "PUSH"},
          "email": {"expression": "appuser.email", "pushStatus": "PUSH"},
          "title": {"expression": "appuser.title", "pushStatus": "PUSH"}
        }}}
        """);
    put(
        folder,
        "apps/hr/features.json",
        """
        [{"name": "INBOUND_PROVISIONING", "capabilities": {"importRules": {"userCreateAndMatch": {
          "exactMatchCriteria": "EMAIL", "autoConfirmExactMatch": true, "autoConfirmNewUsers": true
        }}}}]
        """);
    put(folder, "apps/hr/sync.json", "{\"profileSource\": true}\n");
    put(folder, "users.jsonl", lines(people, TinyOrg::user));
    put(folder, "apps/hr/app-users.jsonl", lines(people, TinyOrg::appUser));
    return folder;
  }

  private static String lines(int count, IntFunction<String> line) {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, count).forEach(index -> text.append(line.apply(index)).append('\n'));
    return text.toString();
  }

  static String user(int index) {
    return "{\"id\":\"00u%05d\",\"status\":\"ACTIVE\",\"created\":\"2020-01-01T00:00:00.000Z\","
            .formatted(index)
        + "\"note\":  1.50,\"profile\":{\"login\":\"p%1$d@tiny.example\",%2$s}}"
            .formatted(index, profile(index, "Analyst"));
  }

  private static String appUser(int index) {
    return "{\"id\":\"00u%1$05d\",\"externalId\":\"e%1$05d\",\"scope\":\"USER\",".formatted(index)
        + "\"status\":\"ACTIVE\",\"syncState\":\"SYNCHRONIZED\",\"profile\":{%s}}"
            .formatted(profile(index, "Analyst"));
  }

  /** A record of the person with this number. */
  static String record(int index, String title) {
    return "{\"externalId\":\"e%05d\",%s}".formatted(index, profile(index, title));
  }

  private static String profile(int index, String title) {
    return ("\"firstName\":\"First%1$d\",\"lastName\":\"Last%1$d\","
            + "\"email\":\"p%1$d@tiny.example\",\"title\":\"%2$s\"")
        .formatted(index, title);
  }

  /**
   * A feed of the people {@code from} to {@code to}, of whom every tenth has a new title.
   *
   * @param to exclusive
   */
  static Path feed(Path file, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int index = from; index < to; index++) {
      text.append(record(index, index % 10 == 0 ? "Lead" : "Analyst")).append('\n');
    }
    return put(file, text.toString());
  }

  static Path put(Path folder, String file, String text) {
    return put(folder.resolve(file), text);
  }

  private static Path put(Path file, String text) {
    try {
      Path parent = file.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(Path file) {
    return text(file).lines().toList();
  }

  /** Every file of a workspace and what it holds, our own state left out. */
  static SortedMap<String, String> content(Path folder) {
    SortedMap<String, String> content = everything(folder);
    content.keySet().removeIf(name -> name.startsWith(".attune"));
    return content;
  }

  /** Every file of a workspace and what it holds. */
  static SortedMap<String, String> everything(Path folder) {
    SortedMap<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(
            folder.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return content;
  }
}
