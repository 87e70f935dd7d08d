package io.attune.scim.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.captaingoldfish.scim.sdk.common.exceptions.ScimException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that is refused, as the client is told it. Source: RFC 7644, 3.12. */
final class Refusal extends ScimException {
  static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";
  private static final long serialVersionUID = 1L;

  private Refusal(
      int status, @Nullable String scimType, String detail, Map<String, String> headers) {
    super(detail, null, status, scimType, headers);
  }

  /** With a detail keyword of RFC 7644, table 9, or null. */
  static Refusal of(int status, @Nullable String scimType, String detail) {
    return new Refusal(status, scimType, detail, Map.of());
  }

  /** With headers that tell the client what to do. */
  static Refusal of(int status, String detail, Map<String, String> headers) {
    return new Refusal(status, null, detail, headers);
  }

  /** A method that the resource does not know. */
  static Refusal method(String allowed) {
    return of(405, "this resource answers " + allowed + " only", Map.of("Allow", allowed));
  }

  /** The answer that says it. */
  ScimReply reply() {
    return new ScimReply(getStatus(), getResponseHeaders(), body().toString());
  }

  /** The body of the answer. */
  ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putArray("schemas").add(ERROR);
    body.put("status", Integer.toString(getStatus()));
    if (getScimType() != null) {
      body.put("scimType", getScimType());
    }
    return body.put("detail", String.valueOf(getMessage()));
  }
}
