package io.attune.scim.server;

import io.attune.imports.DefectText;
import io.attune.store.Database;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
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
 * of an app ({@code v1} is SCIM 1.1), {@code /imports} and {@code /pending} are what the engine
 * does with what arrives there, {@code /health/live} and {@code /health/ready} are for those who
 * watch the process, and {@code /openapi.json} describes all of it. Checks who asks, and how much,
 * before anything is read.
 */
public final class EndpointRoutes extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(EndpointRoutes.class);
  private static final Pattern SCIM = Pattern.compile("(?:/apps/([^/]+))?/scim/(v1|v2)(/.*)?");

  /** A search reads, though it is a POST. */
  private static final Pattern SEARCH = Pattern.compile("(?:/Users|/Groups)?/\\.search");

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final Map<String, ScimEndpoint> endpoints;
  private final @Nullable ImportRoutes imports;
  private final Authentication authentication;
  private final RequestLimit limit;
  private final ServiceMetrics metrics;
  private final ServiceHealth health;

  /** Routes to endpoints, where no workspace is served. */
  public EndpointRoutes(
      Map<String, ScimEndpoint> endpoints,
      Authentication authentication,
      RequestLimit limit,
      Database database) {
    this(endpoints, null, authentication, limit, database);
  }

  /**
   * Routes to endpoints.
   *
   * @param endpoints by app name; the empty name is the endpoint without an app
   * @param imports of the workspace; null if none is served
   * @param authentication who may use them
   * @param limit how many requests a credential may send
   * @param database the store, for metrics and health
   */
  public EndpointRoutes(
      Map<String, ScimEndpoint> endpoints,
      @Nullable ImportRoutes imports,
      Authentication authentication,
      RequestLimit limit,
      Database database) {
    this.endpoints = new TreeMap<>(endpoints);
    this.imports = imports;
    this.authentication = authentication;
    this.limit = limit;
    this.metrics = new ServiceMetrics(database);
    this.health = new ServiceHealth(database, System::nanoTime);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (request.getHttpURI().hasViolations()) {
      response.setStatus(400);
      return refuse(request, response, callback);
    }
    long start = System.nanoTime();
    String path = Request.getPathInContext(request);
    AtomicReference<String> actor = new AtomicReference<>("-");
    ScimReply reply;
    try {
      reply = answer(request, path, actor);
    } catch (Refusal e) {
      reply = refused(path, e);
    } catch (IOException e) {
      reply = refused(path, Refusal.of(400, null, "the body could not be read"));
    } catch (RuntimeException e) {
      LOG.error("defect: {}", DefectText.of(e));
      reply =
          refused(path, Refusal.of(500, null, "the service failed; the request may be sent again"));
    }
    String route = RouteTemplate.of(path);
    tell(
        route,
        request.getMethod(),
        reply.status(),
        System.nanoTime() - start,
        String.valueOf(actor.get()));
    ReplyWriter.write(request, response, reply, callback);
    return true;
  }

  /**
   * Answers what is refused for its HTTP, before anything of it is read, with the status that it
   * was given, as every refusal is answered. Nothing of the request is in the answer or the log.
   */
  boolean refuse(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    tell("other", request.getMethod(), status, 0, "-");
    String path = String.valueOf(request.getHttpURI().getPath());
    ScimReply reply = refused(path, Refusal.of(status, null, reason(status)));
    ReplyWriter.write(request, response, reply, callback);
    return true;
  }

  private static String reason(int status) {
    return switch (status) {
      case 400 -> "the request is no HTTP that can be understood, or its path is ambiguous";
      case 414, 431 -> "the address or the headers are too long";
      case 503 -> "the service is stopping";
      default -> "the HTTP server refuses the request";
    };
  }

  private void tell(String route, String method, int status, long nanos, String credential) {
    String known = RouteTemplate.method(method);
    metrics.answered(route, known, status, nanos);
    LOG.atInfo()
        .addKeyValue("method", known)
        .addKeyValue("route", route)
        .addKeyValue("status", status)
        .addKeyValue("micros", nanos / 1000)
        .addKeyValue("credential", credential)
        .log("request");
  }

  private ScimReply answer(Request request, String path, AtomicReference<String> actor)
      throws IOException {
    switch (path) {
      case "/health/live" -> {
        reading(request);
        return ServiceHealth.live();
      }
      case "/health/ready" -> {
        reading(request);
        return health.ready();
      }
      case OpenApiDocument.PATH -> {
        reading(request);
        return OpenApiDocument.answer();
      }
      case "/metrics" -> {
        actor.set(caller(request, path).name());
        reading(request);
        return new ScimReply(
            200, Map.of("Content-Type", "text/plain; version=0.0.4"), metrics.text());
      }
      default -> {
        // below
      }
    }
    if (ImportRoutes.are(path)) {
      String name = caller(request, path).name();
      actor.set(name);
      return imports == null
          ? ImportRoutes.none()
          : imports.answer(RequestReader.read(request, "", path, name));
    }
    Matcher scim = SCIM.matcher(path);
    ScimService service = scim.matches() ? service(scim) : null;
    if (service == null) {
      throw Refusal.of(404, null, "there is nothing here");
    }
    String below = Optional.ofNullable(scim.group(3)).orElse("");
    String name = caller(request, below).name();
    actor.set(name);
    String prefix = path.substring(0, path.length() - below.length());
    return service.answer(RequestReader.read(request, prefix, below, name));
  }

  private static void reading(Request request) {
    if (!READING.contains(request.getMethod())) {
      throw Refusal.method("GET");
    }
  }

  private static ScimReply refused(String path, Refusal refusal) {
    if (ImportRoutes.are(path)) {
      return PlainReply.of(refusal);
    }
    Matcher scim = SCIM.matcher(path);
    boolean isScim11 = scim.matches() && scim.group(2).equals("v1");
    return isScim11 ? Scim11Endpoint.refused(refusal) : refusal.reply();
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
}
