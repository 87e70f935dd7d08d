package io.attune.scim.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * SCIM 1.1 in front of SCIM 2.0: the same resources, in the older shapes. Source: the SCIM 1.1 core
 * schema and protocol; okta-behaviour 7.19, 7.23, 7.27.
 */
public final class Scim11Endpoint implements ScimService {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ScimEndpoint endpoint;

  /** In front of the SCIM 2.0 endpoint of the same app. */
  public Scim11Endpoint(ScimEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public ScimReply answer(ScimRequest request) {
    try {
      return route(request);
    } catch (Refusal e) {
      return refused(e);
    }
  }

  /** The answer that says it as SCIM 1.1 has it. */
  static ScimReply refused(Refusal refusal) {
    return translated(refusal.reply());
  }

  private ScimReply route(ScimRequest request) {
    String override = request.header("x-http-method-override");
    String method =
        override != null && request.method().equals("POST") ? override : request.method();
    String path = request.path().replaceAll("/+$", "");
    if (path.equals("/ServiceProviderConfigs")) {
      refuseUnlessRead(method);
      return new ScimReply(200, Map.of(), Scim11Discovery.serviceProviderConfig().toString());
    }
    if (path.equals("/ResourceTypes")) {
      refuseUnlessRead(method);
      return new ScimReply(200, Map.of(), Scim11Discovery.resourceTypes().toString());
    }
    if (path.startsWith("/Schemas")) {
      refuseUnlessRead(method);
      return Scim11Discovery.schemas(path, inner(request, "GET", "/Schemas", ""));
    }
    if (!path.matches("/(Users|Groups)(/[^/]+)?")) {
      throw Refusal.of(404, null, "there is no such resource");
    }
    String body = request.body();
    if (method.equals("PATCH") && path.matches("/(Users|Groups)")) {
      throw Refusal.method("GET, POST");
    }
    if (method.equals("PATCH")) {
      body = Scim11Patch.operations(BodyGate.object(body)).toString();
    } else if (!body.isEmpty()) {
      body = Scim11Resource.toScim2(BodyGate.object(body)).toString();
    }
    return translated(inner(request, method, path, body));
  }

  private static void refuseUnlessRead(String method) {
    if (!method.equals("GET")) {
      throw Refusal.method("GET");
    }
  }

  private ScimReply inner(ScimRequest request, String method, String path, String body) {
    Map<String, String> query = new TreeMap<>();
    request.query().forEach((name, value) -> query.put(name, Scim11Resource.urnsToScim2(value)));
    return endpoint.answer(
        new ScimRequest(
            method, request.baseUrl(), path, query, request.headers(), body, request.actor()));
  }

  private static ScimReply translated(ScimReply reply) {
    if (reply.body().isEmpty()) {
      return reply;
    }
    ObjectNode body = parsed(reply.body());
    ObjectNode translated =
        reply.status() >= 400 ? error(body, reply.status()) : Scim11Resource.toScim11(body);
    return new ScimReply(reply.status(), reply.headers(), translated.toString());
  }

  /** Okta's SPEC suite for 1.1 looks for {@code detail}, which 1.1 itself does not have. */
  private static ObjectNode error(ObjectNode body, int status) {
    @Nullable String detail = body.path("detail").textValue();
    String description = detail == null ? "the request is refused" : detail;
    ObjectNode error = MAPPER.createObjectNode();
    error
        .putArray("Errors")
        .addObject()
        .put("description", description)
        .put("code", Integer.toString(status));
    return error.put("detail", description);
  }

  /** A body that we wrote ourselves. */
  static ObjectNode parsed(String body) {
    try {
      JsonNode node = MAPPER.readTree(body);
      return (ObjectNode) node;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer of ours is no JSON", e);
    }
  }
}
