package io.attune.scim.server;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to a SCIM endpoint.
 *
 * @param method the HTTP method, in capitals
 * @param baseUrl the endpoint's own address, without a slash at its end
 * @param path below it: {@code /Users/2819c223}
 * @param query the parameters, decoded
 * @param headers by name in lower case
 * @param body the body's text, empty if there is none
 * @param actor the name of the credential that was used
 */
public record ScimRequest(
    String method,
    String baseUrl,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body,
    String actor) {
  /** A header's value, or null. */
  @Nullable String header(String lowerCaseName) {
    return headers.get(lowerCaseName);
  }

  /** The same request with another path, query and body. */
  ScimRequest with(String otherPath, Map<String, String> otherQuery, String otherBody) {
    return new ScimRequest(method, baseUrl, otherPath, otherQuery, headers, otherBody, actor);
  }
}
