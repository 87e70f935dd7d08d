package io.attune.benchmarks.scim;

import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.complex.ETagConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.FilterConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.PatchConfig;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.AuthenticationScheme;
import de.captaingoldfish.scim.sdk.common.response.ScimResponse;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import de.captaingoldfish.scim.sdk.server.endpoints.authorize.Authorization;
import de.captaingoldfish.scim.sdk.server.endpoints.base.UserEndpointDefinition;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The SCIM library behind the HTTP server, with as little in between as can be. */
final class ReferenceServer extends Handler.Abstract {
  private final ResourceEndpoint library =
      new ResourceEndpoint(
          ServiceProvider.builder()
              .patchConfig(PatchConfig.builder().supported(true).build())
              .eTagConfig(ETagConfig.builder().supported(true).build())
              .filterConfig(
                  FilterConfig.builder().supported(true).maxResults(Operation.PAGE_SIZE).build())
              .authenticationSchemes(
                  List.of(
                      AuthenticationScheme.builder()
                          .type("oauthbearertoken")
                          .name("none")
                          .description("everybody may do everything")
                          .build()))
              .lenientContentTypeChecking(true)
              .build());

  private ReferenceServer(ReferenceUsers users) {
    var features = library.registerEndpoint(new UserEndpointDefinition(users)).getFeatures();
    features.setAutoFiltering(false);
    features.setAutoSorting(false);
  }

  /** Serves on loopback; the port. */
  static int start(ReferenceUsers users) throws Exception {
    Server server = new Server(new QueuedThreadPool(64));
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new ReferenceServer(users));
    server.start();
    return connector.getLocalPort();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    ScimResponse answer =
        library.handleRequest(
            request.getHttpURI().toString(),
            HttpMethod.valueOf(request.getMethod()),
            Content.Source.asString(request),
            Map.of("Content-Type", "application/scim+json"),
            new Context(new Anybody()));
    response.setStatus(answer.getHttpStatus());
    answer.getHttpHeaders().forEach((name, value) -> response.getHeaders().put(name, value));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/scim+json;charset=utf-8");
    byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  private static final class Anybody implements Authorization {
    @Override
    public Set<String> getClientRoles() {
      return Set.of();
    }

    @Override
    public boolean authenticate(Map<String, String> headers, Map<String, String> query) {
      return true;
    }
  }
}
