package io.attune.scim.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is where: {@code /scim/v2} is the endpoint without an app, {@code /apps/NAME/scim/v2} that
 * of an app ({@code v1} is SCIM 1.1), {@code /health/live} and {@code /health/ready} are for those
 * who watch the process. Checks who asks, and how much, before anything is read.
 */
public final class EndpointRoutes extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(EndpointRoutes.class);
  private static final Pattern SCIM = Pattern.compile("(?:/apps/([^/]+))?/scim/(v1|v2)(/.*)?");
  private static final long MOST_IGNORED_BYTES = 8 << 20;
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final Set<String> BODIES = Set.of("POST", "PUT", "PATCH");

  private final Map<String, ScimEndpoint> endpoints;
  private final Credentials credentials;
  private final RequestLimit limit;

  /**
   * Routes to endpoints.
   *
   * @param endpoints by app name; the empty name is the endpoint without an app
   * @param credentials who may use them
   * @param limit how many requests a credential may send
   */
  public EndpointRoutes(
      Map<String, ScimEndpoint> endpoints, List<Credential> credentials, RequestLimit limit) {
    this.endpoints = new TreeMap<>(endpoints);
    this.credentials = new Credentials(credentials);
    this.limit = limit;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    long start = System.nanoTime();
    String actor = "-";
    ScimReply reply;
    try {
      String path = Request.getPathInContext(request);
      if (path.equals("/health/live") || path.equals("/health/ready")) {
        reply = new ScimReply(200, Map.of(), "{\"status\":\"UP\"}");
      } else {
        Matcher scim = SCIM.matcher(path);
        ScimService service = scim.matches() ? service(scim) : null;
        if (service == null) {
          throw Refusal.of(404, null, "there is nothing here");
        }
        Credential credential = authenticated(request);
        actor = credential.name();
        reply = service.answer(read(request, scim, credential));
      }
    } catch (Refusal e) {
      reply = e.reply();
    } catch (IOException e) {
      reply = Refusal.of(400, null, "the body could not be read").reply();
    } catch (RuntimeException e) {
      LOG.error("defect: {}", e.toString(), e);
      reply = Refusal.of(500, null, "the service failed; the request may be sent again").reply();
    }
    LOG.atInfo()
        .addKeyValue("method", request.getMethod())
        .addKeyValue("status", reply.status())
        .addKeyValue("micros", (System.nanoTime() - start) / 1000)
        .addKeyValue("credential", actor)
        .log("request");
    write(request, response, reply, callback);
    return true;
  }

  private @Nullable ScimService service(Matcher scim) {
    ScimEndpoint endpoint = endpoints.get(Optional.ofNullable(scim.group(1)).orElse(""));
    return endpoint != null && scim.group(2).equals("v1") ? new Scim11Endpoint(endpoint) : endpoint;
  }

  private Credential authenticated(Request request) {
    Credential credential =
        credentials
            .find(request.getHeaders().get(HttpHeader.AUTHORIZATION))
            .orElseThrow(
                () ->
                    Refusal.of(
                        401,
                        "the credential is missing or unknown",
                        Map.of(
                            "WWW-Authenticate",
                            "Bearer realm=\"attune\", Basic realm=\"attune\"")));
    limit.take(credential.name());
    // A search reads, though it is a POST.
    boolean reads =
        READING.contains(request.getMethod())
            || Request.getPathInContext(request).endsWith("/.search");
    if (!credential.scopes().contains(reads ? Scope.READ : Scope.WRITE)) {
      throw Refusal.of(403, null, "the credential may not do this");
    }
    return credential;
  }

  private static ScimRequest read(Request request, Matcher scim, Credential credential)
      throws IOException {
    String path = Optional.ofNullable(scim.group(3)).orElse("");
    Map<String, String> headers = new TreeMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.putIfAbsent(
          field.getName().toLowerCase(Locale.ROOT), String.valueOf(field.getValue()));
    }
    Map<String, String> query = new TreeMap<>();
    for (Fields.Field field : Request.extractQueryParameters(request)) {
      query.put(field.getName(), field.getValue());
    }
    String prefix = scim.group(1) == null ? "" : "/apps/" + scim.group(1);
    String base =
        request.getHttpURI().getScheme()
            + "://"
            + request.getHttpURI().getAuthority()
            + prefix
            + "/scim/"
            + scim.group(2);
    String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    String body = BODIES.contains(method) ? body(request, path) : "";
    return new ScimRequest(method, base, path, query, headers, body, credential.name());
  }

  private static String body(Request request, String path) throws IOException {
    String type = Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE)).orElse("");
    String media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!media.equals("application/scim+json") && !media.equals("application/json")) {
      throw Refusal.of(415, null, "the content type is application/scim+json");
    }
    int most =
        path.equals("/Bulk")
            ? ServiceDescription.MOST_BULK_BYTES
            : ServiceDescription.MOST_BODY_BYTES;
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        // Read on for a while: a client that is still sending does not see the answer.
        in.skip(MOST_IGNORED_BYTES);
        throw Refusal.of(413, null, "the body has more than " + most + " bytes");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static void write(
      Request request, Response response, ScimReply reply, Callback callback) {
    response.setStatus(reply.status());
    reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    if (body.length > 0) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/scim+json;charset=utf-8");
    }
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    boolean headOnly = request.getMethod().equals("HEAD");
    response.write(true, ByteBuffer.wrap(headOnly ? new byte[0] : body), callback);
  }
}
