package io.attune.scim.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request.
 *
 * @param status the HTTP status
 * @param headers by name, sorted
 * @param body the body's text, empty if there is none
 * @param file a file that is the body, or null
 */
public record ScimReply(int status, Map<String, String> headers, String body, @Nullable Path file) {
  /** Copies the headers. */
  public ScimReply {
    headers = new TreeMap<>(headers);
  }

  /** A text. */
  public ScimReply(int status, Map<String, String> headers, String body) {
    this(status, headers, body, null);
  }

  /** A file, which is sent without being read into memory. */
  public ScimReply(int status, Map<String, String> headers, Path file) {
    this(status, headers, "", file);
  }

  /** The same with one more header. */
  ScimReply with(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new ScimReply(status, more, body, file);
  }
}
