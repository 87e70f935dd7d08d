package io.attune.scim.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every path that can be made of the words in the texts of this package's sources, one and two
 * below each root: a route that is answered is among them, whoever adds it.
 */
public final class EndpointVocabulary {
  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
  private static final Pattern WORD = Pattern.compile("\\.?[A-Za-z][A-Za-z0-9]{1,30}(?:\\.json)?");
  private static final List<String> RESOURCES = List.of("", "/Users", "/Groups", "/imports");

  private EndpointVocabulary() {}

  /** With an app's name where one stands. */
  public static SortedSet<String> paths(String app) {
    SortedSet<String> paths = new TreeSet<>();
    for (String word : words()) {
      for (String root :
          List.of("", "/health", "/scim/v2", "/scim/v1", "/apps/" + app + "/scim/v2")) {
        paths.add(root + "/" + word);
      }
      for (String resource : RESOURCES) {
        paths.add(resource + "/1/" + word);
        paths.add("/scim/v2" + resource + "/" + word);
      }
    }
    return paths;
  }

  /** The words of texts that hold a slash or name a resource: those that can be part of a path. */
  private static SortedSet<String> words() {
    SortedSet<String> words = new TreeSet<>();
    Path sources =
        Path.of(
            System.getProperty("attune.root"), "scim-endpoint/src/main/java/io/attune/scim/server");
    try (Stream<Path> files = Files.list(sources)) {
      for (Path file :
          files
              .filter(
                  each ->
                      each.toString()
                          .matches(".*(Rout|Endpoint|Search|Document|Discovery)\\w*\\.java"))
              .toList()) {
        Matcher text = TEXT.matcher(Files.readString(file));
        while (text.find()) {
          Matcher word = WORD.matcher(text.group(1));
          while (!text.group(1).contains(" ") && word.find()) {
            words.add(word.group());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
