package io.attune.scim.server;

import java.util.Map;
import java.util.TreeMap;

/**
 * The answer to a request.
 *
 * @param status the HTTP status
 * @param headers by name, sorted
 * @param body the body's text, empty if there is none
 */
public record ScimReply(int status, Map<String, String> headers, String body) {
  /** Copies the headers. */
  public ScimReply {
    headers = new TreeMap<>(headers);
  }
}
