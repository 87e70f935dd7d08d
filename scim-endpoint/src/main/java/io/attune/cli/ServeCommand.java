package io.attune.cli;

import io.attune.scim.server.Authentication;
import io.attune.scim.server.Credential;
import io.attune.scim.server.EndpointRoutes;
import io.attune.scim.server.EndpointServer;
import io.attune.scim.server.JwtTokens;
import io.attune.scim.server.RequestLimit;
import io.attune.scim.server.Scope;
import io.attune.scim.server.ServerLimits;
import io.attune.scim.server.StoredCredentials;
import io.attune.scim.server.TlsKeys;
import io.attune.store.Database;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code attune serve}: the SCIM service that an identity provider provisions into. */
@Command(name = "serve", description = "Serves SCIM 2.0 until it is stopped.")
final class ServeCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "The port; 0 is any that is free. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "The address to listen on. Default: ${DEFAULT-VALUE}.")
  private String host = "127.0.0.1";

  @Option(
      names = "--allow-plain-http",
      description = "Serve other addresses than loopback without TLS.")
  private boolean allowPlainHttp;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "attune-data",
      description = "Where everything is kept. Default: ${DEFAULT-VALUE}.")
  private Path data = Path.of("attune-data");

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "A token to accept; for tests and demonstrations. May be repeated.")
  private List<String> tokens = new ArrayList<>();

  @Option(
      names = "--import",
      paramLabel = "WORKSPACE",
      description =
          "Serve each app of a workspace at /apps/NAME/scim/v2, and import what arrives there into"
              + " a copy of the workspace, in the data folder.")
  private @Nullable Path workspace;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Requests a second of one credential. Default: ${DEFAULT-VALUE}.")
  private int rate;

  @ArgGroup(exclusive = false, heading = "Signed tokens (JWT):%n")
  private @Nullable JwtOptions jwt;

  @ArgGroup(exclusive = false, heading = "TLS:%n")
  private @Nullable TlsOptions tls;

  @ArgGroup(exclusive = false, heading = "PostgreSQL:%n")
  private @Nullable StoreOptions store;

  ServeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    TlsKeys keys = TlsOptions.keys(tls, spec);
    check(keys != null);
    try (Database database = StoreOptions.open(store, data, spec);
        ServedApps apps = ServedApps.start(data, workspace, database)) {
      EndpointRoutes routes =
          new EndpointRoutes(
              apps.endpoints(), apps.imports(), authentication(), new RequestLimit(rate), database);
      try (EndpointServer server = start(keys, routes)) {
        // A signal ends the process, but not before what was answered is on the disk.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, apps, database)));
        String scheme = keys == null ? "http" : "https";
        apps.workspace().ifPresent(path -> streams.out().println("workspace: " + path));
        streams
            .out()
            .println("SCIM 2.0 at " + scheme + "://" + host + ":" + server.port() + "/scim/v2");
        streams.out().flush();
        server.join();
      }
    }
    return Attune.DONE;
  }

  /** Ends the process with {@link Attune#DONE}: to be stopped is what it was there for. */
  private static void stop(EndpointServer server, ServedApps apps, Database database) {
    server.close();
    apps.close();
    database.close();
    Runtime.getRuntime().halt(Attune.DONE);
  }

  private void check(boolean encrypted) throws IOException {
    if (rate < 1) {
      throw ImportCommand.wrongUse(spec, "--rate is at least 1");
    }
    if (port < 0 || port > 65_535) {
      throw ImportCommand.wrongUse(spec, "--port is 0 to 65535");
    }
    if (!encrypted && !allowPlainHttp && !InetAddress.getByName(host).isLoopbackAddress()) {
      throw ImportCommand.wrongUse(
          spec,
          "tokens would pass in plain text to `"
              + host
              + "`; give a certificate, or put TLS in front and give --allow-plain-http");
    }
  }

  private EndpointServer start(@Nullable TlsKeys keys, EndpointRoutes routes) throws IOException {
    try {
      return EndpointServer.start(host, port, keys, ServerLimits.ADVERTISED, routes);
    } catch (IOException e) {
      BindException refused =
          new BindException(
              "port " + port + " of " + host + " cannot be listened on; is another process there?");
      refused.initCause(e);
      throw refused;
    }
  }

  /** Credentials of the command line, and those of the folder; if there are none, one is made. */
  private Authentication authentication() throws IOException {
    StoredCredentials stored = StoredCredentials.of(data);
    List<Credential> given = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      given.add(Credential.token("token-" + (i + 1), tokens.get(i)));
    }
    JwtTokens signed = JwtOptions.tokens(jwt, spec);
    if (stored.all().isEmpty() && given.isEmpty() && signed == null) {
      String token = stored.create("first", null, EnumSet.allOf(Scope.class));
      streams.out().println("token, shown this once: " + token);
    }
    return new Authentication(stored.with(given), signed);
  }
}
