package io.attune.expression;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Lines of tab-separated test data beside these classes. A line that begins with {@code #} or is
 * empty says nothing. Macros: {@code ${r:N:TEXT}} is TEXT N times, where TEXT is a lone brace or
 * holds balanced ones; {@code ${i:N:SEP}} is the numbers 1 to N with SEP between; {@code \}{@code
 * u0000} is a UTF-16 unit; {@code \t} is a tab.
 */
final class Corpus {
  private Corpus() {}

  /** The cells of every line that says something, macros expanded. */
  static List<List<String>> read(String resource, int cells) {
    try (InputStream in = Corpus.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("# ") && !line.equals("#"))
          .map(line -> cells(resource, line, cells))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> cells(String resource, String line, int wanted) {
    String[] cells = line.split("\t", -1);
    if (cells.length != wanted) {
      throw new IllegalArgumentException(resource + ": " + cells.length + " cells in: " + line);
    }
    return List.of(cells).stream().map(Corpus::expand).toList();
  }

  static String expand(String text) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("${r:", at) || text.startsWith("${i:", at)) {
        at = macro(text, at, out);
      } else if (text.startsWith("\\u", at) && at + 6 <= text.length()) {
        out.append((char) Integer.parseInt(text.substring(at + 2, at + 6), 16));
        at += 6;
      } else if (text.startsWith("\\t", at)) {
        out.append('\t');
        at += 2;
      } else {
        out.append(text.charAt(at++));
      }
    }
    return out.toString();
  }

  private static int macro(String text, int start, StringBuilder out) {
    int colon = text.indexOf(':', start + 4);
    int count = Integer.parseInt(text.substring(start + 4, colon));
    int end = end(text, colon + 1);
    String part = text.substring(colon + 1, end);
    if (text.charAt(start + 2) == 'r') {
      out.append(part.repeat(count));
    } else {
      for (int number = 1; number <= count; number++) {
        out.append(number == 1 ? "" : part).append(number);
      }
    }
    return end + 1;
  }

  /** Where the closing brace of a macro stands. */
  private static int end(String text, int start) {
    boolean loneBrace =
        text.startsWith("{}", start) && (start + 2 == text.length() || !inside(text, start));
    if (loneBrace) {
      return start + 1;
    }
    if (text.startsWith("}}", start)) {
      return start + 1;
    }
    int depth = 0;
    for (int at = start; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '{') {
        depth++;
      } else if (c == '}' && depth-- == 0) {
        return at;
      }
    }
    // An opening brace alone, before other text, as in a map's key.
    return text.indexOf('}', start);
  }

  private static boolean inside(String text, int start) {
    return text.startsWith("{}}", start);
  }
}
