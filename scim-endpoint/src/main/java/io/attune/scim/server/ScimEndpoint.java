package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.filters.Filter;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.response.ScimResponse;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import io.attune.store.Database;
import io.attune.store.MembershipChange;
import io.attune.store.MembershipStore;
import io.attune.store.ResourceKind;
import io.attune.store.ResourceStore;
import io.attune.store.UnknownMember;
import io.attune.store.VersionConflict;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The SCIM 2.0 service of one app. Answers a request at a time, from any thread. Source: RFC 7644.
 *
 * <p>A write that another one overtook is done again on what the other left, so that no update is
 * lost; one that names the version it wants is refused instead.
 */
public final class ScimEndpoint implements ScimService {
  private static final int MOST_ATTEMPTS = 100;
  private static final Set<String> DISCOVERY =
      Set.of("ServiceProviderConfig", "ResourceTypes", "Schemas");

  private final String app;
  private final ResourceEndpoint library;
  private final ResourceStore resources;
  private final MembershipStore memberships;
  private final InstantSource clock;

  /**
   * The endpoint of an app.
   *
   * @param app the app's name, or the empty text
   * @param extensions schemas of users beyond the core and enterprise ones, as SCIM schema
   *     documents
   */
  public ScimEndpoint(
      String app, Database database, List<JsonNode> extensions, InstantSource clock) {
    this.app = app;
    this.resources = new ResourceStore(database);
    this.memberships = new MembershipStore(database);
    this.clock = clock;
    this.library =
        ServiceDescription.endpoint(
            new UserHandler(app, resources, memberships),
            new GroupHandler(app, resources, memberships),
            extensions);
  }

  @Override
  public ScimReply answer(ScimRequest request) {
    try {
      return route(request);
    } catch (Refusal e) {
      return e.reply();
    }
  }

  private ScimReply route(ScimRequest request) {
    String path = request.path().replaceAll("/+$", "");
    String[] parts = path.split("/", -1);
    String resource = parts.length > 1 ? parts[1] : "";
    if (DISCOVERY.contains(resource)) {
      return discovery(request);
    }
    if (resource.equals("Me")) {
      throw Refusal.of(501, null, "`/Me` is not supported");
    }
    if (resource.equals("Bulk") && parts.length == 2) {
      if (!request.method().equals("POST")) {
        throw Refusal.method("POST");
      }
      return attempt(request.with(path, Map.of(), BulkBody.normal(request.body())), null);
    }
    if (path.equals("/.search")) {
      if (!request.method().equals("POST")) {
        throw Refusal.method("POST");
      }
      return RootSearch.answer(this, request);
    }
    boolean known = resource.equals("Users") || resource.equals("Groups");
    if (!known || parts.length > 3) {
      throw Refusal.of(404, null, "there is no such resource");
    }
    if (parts.length == 3 && parts[2].equals(".search")) {
      return search(request, path);
    }
    return parts.length == 3
        ? one(request, path, parts[2], resource.equals("Groups"))
        : many(request, path);
  }

  private ScimReply discovery(ScimRequest request) {
    if (!request.method().equals("GET")) {
      throw Refusal.method("GET");
    }
    if (request.query().containsKey("filter")) {
      throw Refusal.of(403, null, "this resource cannot be filtered");
    }
    return attempt(request, null);
  }

  private ScimReply many(ScimRequest request, String path) {
    switch (request.method()) {
      case "POST" -> {
        ObjectNode body = AttributeNames.of(path).resource(BodyGate.object(request.body()));
        return attempt(request.with(path, request.query(), body.toString()), null);
      }
      case "GET" -> {
        Map<String, String> query = new TreeMap<>(request.query());
        String filter = query.remove("filter");
        return attempt(
            request.with(path, query, ""), filter == null ? null : FilterText.read(filter));
      }
      default -> throw Refusal.method("GET, POST");
    }
  }

  private ScimReply search(ScimRequest request, String path) {
    if (!request.method().equals("POST")) {
      throw Refusal.method("POST");
    }
    ObjectNode body = BodyGate.object(request.body());
    JsonNode filter = body.remove("filter");
    if (filter != null && !filter.isTextual()) {
      throw Refusal.of(400, "invalidFilter", "`filter` is no text");
    }
    return attempt(
        request.with(path, Map.of(), body.toString()),
        filter == null ? null : FilterText.read(filter.textValue()));
  }

  private ScimReply one(ScimRequest request, String path, String id, boolean isGroup) {
    switch (request.method()) {
      case "GET" -> {
        return unlessKnown(request, attempt(request.with(path, request.query(), ""), null));
      }
      case "DELETE" -> {
        return attempt(request.with(path, Map.of(), ""), null);
      }
      case "PUT" -> {
        ObjectNode body = AttributeNames.of(path).resource(BodyGate.object(request.body()));
        JsonNode own = body.get("id");
        if (own != null && !id.equals(own.textValue())) {
          throw Refusal.of(400, "mutability", "the `id` in the body is not the one in the path");
        }
        return attempt(request.with(path, request.query(), body.toString()), null);
      }
      case "PATCH" -> {
        ObjectNode patch =
            PatchBody.normal(BodyGate.object(request.body()), id, AttributeNames.of(path));
        if (patch.path("Operations").isEmpty()) {
          return attempt(get(request, path), null);
        }
        MembershipChange change = isGroup ? MemberPatch.of(patch, id) : null;
        if (change != null) {
          return members(request, path, id, change);
        }
        PatchBody.refuseTooMany(patch);
        return attempt(request.with(path, request.query(), patch.toString()), null);
      }
      default -> throw Refusal.method("GET, PUT, PATCH, DELETE");
    }
  }

  private static ScimRequest get(ScimRequest request, String path) {
    return new ScimRequest(
        "GET", request.baseUrl(), path, request.query(), request.headers(), "", request.actor());
  }

  /** A change of members alone: rows, and an answer without a body. */
  private ScimReply members(ScimRequest request, String path, String id, MembershipChange change) {
    var group = resources.find(app, ResourceKind.GROUP, id);
    if (group.isEmpty()) {
      throw Refusal.of(404, null, "there is no group with the id `" + id + "`");
    }
    String ifMatch = request.header("if-match");
    if (ifMatch != null && !Precondition.names(ifMatch, group.get().version())) {
      throw Refusal.of(412, null, "the resource has another version");
    }
    boolean conditional = ifMatch != null && !ifMatch.strip().equals("*");
    try {
      memberships.change(
          app,
          id,
          change,
          conditional ? group.get().version() : 0,
          request.actor(),
          clock.millis());
    } catch (UnknownMember e) {
      throw GroupHandler.unknownMember();
    } catch (VersionConflict e) {
      throw Refusal.of(412, null, "the resource has another version");
    }
    boolean answers = request.query().containsKey("attributes");
    return answers ? attempt(get(request, path), null) : new ScimReply(204, Map.of(), "");
  }

  private static ScimReply unlessKnown(ScimRequest request, ScimReply reply) {
    String tag = reply.headers().get("ETag");
    boolean known =
        reply.status() == 200
            && tag != null
            && Precondition.names(request.header("if-none-match"), tag);
    return known ? new ScimReply(304, Map.of("ETag", tag), "") : reply;
  }

  /**
   * Hands a request to the library, again for as long as others overtake it. Of a Bulk request the
   * rest is done by then, so that the operation that was overtaken is answered as it is.
   */
  private ScimReply attempt(ScimRequest request, @Nullable Filter filter) {
    for (int attempt = 1; ; attempt++) {
      RequestContext context =
          new RequestContext(
              filter,
              request.header("if-match"),
              clock.millis(),
              request.actor(),
              isWhole(request));
      ScimResponse response =
          library.handleRequest(
              url(request),
              HttpMethod.valueOf(request.method()),
              request.body(),
              Map.of("Content-Type", "application/scim+json"),
              type -> context.begin(),
              context);
      if (!context.isOvertaken() || request.path().equals("/Bulk")) {
        return reply(request, response, context);
      }
      if (context.isConditional()) {
        throw Refusal.of(412, null, "the resource has another version");
      }
      if (attempt == MOST_ATTEMPTS) {
        throw Refusal.of(503, "too many others write this", Map.of("Retry-After", "1"));
      }
    }
  }

  /** Whether a request surely leaves it to us which attributes it is answered with. */
  private static boolean isWhole(ScimRequest request) {
    boolean named =
        request.query().containsKey("attributes")
            || request.query().containsKey("excludedAttributes");
    return !named && !request.path().endsWith("/.search") && !request.path().equals("/Bulk");
  }

  private static String url(ScimRequest request) {
    if (request.query().isEmpty()) {
      return request.baseUrl() + request.path();
    }
    StringJoiner query = new StringJoiner("&", request.baseUrl() + request.path() + "?", "");
    request
        .query()
        .forEach(
            (name, value) ->
                query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return query.toString();
  }

  private static ScimReply reply(
      ScimRequest request, ScimResponse response, RequestContext context) {
    int status = response.getHttpStatus();
    if (status == 204 || status == 304) {
      return new ScimReply(status, response.getHttpHeaders(), "");
    }
    if (request.path().equals("/ResourceTypes")) {
      ReplyBody.keepProvisioned(response);
    }
    if (request.path().equals("/Bulk")) {
      status = BulkBody.settle(request, response, status);
    }
    ReplyBody.mend(response, context);
    if (request.method().equals("PATCH")
        && response.path("meta") instanceof ObjectNode meta
        && !meta.has("location")) {
      meta.put(
          "location", request.baseUrl() + request.path()); // RFC 7643, 3.1; the library forgets
    }
    Map<String, String> headers = new TreeMap<>(response.getHttpHeaders());
    JsonNode version = response.path("meta").path("version");
    if (version.isTextual()) {
      headers.put("ETag", version.textValue());
    }
    return new ScimReply(status, headers, ResourceJson.write(response));
  }
}
