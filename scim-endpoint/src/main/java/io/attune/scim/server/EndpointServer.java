package io.attune.scim.server;

import java.io.IOException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** The HTTP server around the SCIM endpoints. */
public final class EndpointServer implements AutoCloseable {
  private static final long STOP_MILLIS = 10_000;

  private final Server server;
  private final ServerConnector connector;

  private EndpointServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Starts to serve.
   *
   * @param host the address to listen on
   * @param port the port, or 0 for any that is free
   * @param keys what TLS is spoken with; null for plain HTTP
   * @param limits what it bears
   * @throws IOException if it cannot listen there
   */
  public static EndpointServer start(
      String host, int port, @Nullable TlsKeys keys, ServerLimits limits, EndpointRoutes routes)
      throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(64);
    threads.setName("attune-http");
    if (VirtualThreads.areSupported()) {
      threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    }
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    // The routes refuse what is no clear path, since they know in which form.
    http.setUriCompliance(UriCompliance.UNSAFE);
    // Otherwise a value takes the case of one that the connection carried before, secrets too.
    http.setHeaderCacheCaseSensitive(true);
    HttpConnectionFactory factory = new HttpConnectionFactory(http);
    if (keys != null) {
      // Probes and balancers come by address, which no certificate names.
      http.addCustomizer(new SecureRequestCustomizer(false));
    }
    ServerConnector connector =
        keys == null
            ? new ServerConnector(server, factory)
            : new ServerConnector(server, keys.context(), factory);
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(limits.idleMillis());
    connector.setShutdownIdleTimeout(limits.stopIdleMillis());
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
    server.setHandler(new GracefulHandler(routes));
    server.setErrorHandler(routes::refuse);
    server.setStopTimeout(STOP_MILLIS);
    try {
      server.start();
    } catch (Exception e) {
      stop(server);
      throw e instanceof IOException io ? io : new IOException(e);
    }
    return new EndpointServer(server, connector);
  }

  /** The port that is listened on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Waits until the server is stopped. */
  public void join() throws InterruptedException {
    server.join();
  }

  /** Answers what was asked, refuses what is new, and stops. */
  @Override
  public void close() {
    stop(server);
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server does not stop", e);
    }
  }
}
