package io.attune.scim.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
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

  /** A search reads, though it is a POST. */
  private static final Pattern SEARCH = Pattern.compile("(?:/Users|/Groups)?/\\.search");

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final Map<String, ScimEndpoint> endpoints;
  private final Authentication authentication;
  private final RequestLimit limit;

  /**
   * Routes to endpoints.
   *
   * @param endpoints by app name; the empty name is the endpoint without an app
   * @param authentication who may use them
   * @param limit how many requests a credential may send
   */
  public EndpointRoutes(
      Map<String, ScimEndpoint> endpoints, Authentication authentication, RequestLimit limit) {
    this.endpoints = new TreeMap<>(endpoints);
    this.authentication = authentication;
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
        String below = Optional.ofNullable(scim.group(3)).orElse("");
        actor = caller(request, below).name();
        String prefix = path.substring(0, path.length() - below.length());
        reply = service.answer(RequestReader.read(request, prefix, below, actor));
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

  private Caller caller(Request request, String path) {
    Caller caller =
        authentication.caller(request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION));
    limit.take(caller.name());
    boolean reads =
        READING.contains(request.getMethod())
            || (request.getMethod().equals("POST") && SEARCH.matcher(path).matches());
    Scope needed = reads ? Scope.READ : Scope.WRITE;
    if (!caller.scopes().contains(needed)) {
      throw Authentication.mayNot(needed);
    }
    return caller;
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
