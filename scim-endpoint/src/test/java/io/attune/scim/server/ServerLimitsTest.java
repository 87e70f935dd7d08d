package io.attune.scim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.attune.store.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client that is slow, silent or one of many meets. */
class ServerLimitsTest {
  private static final int STATUS_LENGTH = "HTTP/1.1 200".length();
  private static final Pattern STATUS = Pattern.compile("HTTP/1.1 \\d{3}");
  private static final String LIVE = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final String POST =
      "POST /scim/v2/Users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
          + ServedEndpoint.TOKEN
          + "\r\nContent-Type: application/scim+json\r\nContent-Length: 1000\r\n\r\n";

  @TempDir private Path folder = Path.of("");

  /** What is done with a server that has some limits. */
  private interface Use {
    void with(EndpointServer server) throws Exception;
  }

  private void serve(ServerLimits limits, Use use) throws Exception {
    try (Database database = Database.embedded(folder)) {
      ScimEndpoint endpoint = new ScimEndpoint("", database, List.of(), InstantSource.system());
      EndpointRoutes routes =
          new EndpointRoutes(
              Map.of("", endpoint),
              Authentication.of(List.of(Credential.token("t", ServedEndpoint.TOKEN))),
              new RequestLimit(1000),
              database);
      try (EndpointServer server = EndpointServer.start("127.0.0.1", 0, null, limits, routes)) {
        use.with(server);
      }
    }
  }

  private static Socket connect(EndpointServer server) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String status(Socket socket) throws IOException {
    return new String(socket.getInputStream().readNBytes(STATUS_LENGTH), StandardCharsets.US_ASCII);
  }

  @Test
  void whoeverSaysNothingIsHungUpOn() throws Exception {
    serve(
        new ServerLimits(8, 100, 1000),
        server -> {
          try (Socket silent = connect(server)) {
            assertEquals(-1, silent.getInputStream().read());
          }
        });
  }

  @Test
  void aBodyThatStopsArrivingIs408() throws Exception {
    serve(
        new ServerLimits(8, 300, 1000),
        server -> {
          try (Socket stalled = connect(server)) {
            send(stalled, POST + "{");
            assertEquals("HTTP/1.1 408", status(stalled));
          }
        });
  }

  /** A byte now and then keeps the connection busy, and yet not for longer than a body may take. */
  @Test
  void aBodyThatArrivesByDropsIs408() throws Exception {
    serve(
        new ServerLimits(8, 1000, 1000),
        server -> {
          try (Socket dripping = connect(server)) {
            send(dripping, POST);
            dripping.setSoTimeout(400);
            String status = "";
            for (int drops = 0; status.isEmpty() && drops < 50; drops++) {
              send(dripping, " ");
              status = statusSoFar(dripping);
            }
            assertEquals("HTTP/1.1 408", status);
          }
        });
  }

  /** A refusal must not cost the connection: the next request may be on its way already. */
  @Test
  void aRefusedBodyIsReadBeforeTheNextRequest() throws Exception {
    serve(
        ServerLimits.ADVERTISED,
        server -> {
          try (Socket socket = connect(server)) {
            for (int requests = 0; requests < 20; requests++) {
              send(socket, POST.replace(ServedEndpoint.TOKEN, "wrong"));
              send(socket, "x".repeat(1000) + LIVE);
            }
            socket.shutdownOutput();
            byte[] answers = socket.getInputStream().readAllBytes();
            List<String> statuses =
                STATUS
                    .matcher(new String(answers, StandardCharsets.US_ASCII))
                    .results()
                    .map(MatchResult::group)
                    .toList();
            List<String> pair = List.of("HTTP/1.1 401", "HTTP/1.1 200");
            assertEquals(
                Stream.generate(() -> pair).limit(20).flatMap(List::stream).toList(), statuses);
          }
        });
  }

  @Test
  void aConnectionTooManyWaitsUntilOneIsClosed() throws Exception {
    serve(
        new ServerLimits(2, 20_000, 1000),
        server -> {
          try (Socket second = connect(server);
              Socket third = third(server, second)) {
            // The first one is closed by now.
            third.setSoTimeout(20_000);
            assertEquals("HTTP/1.1 200", status(third));
          }
        });
  }

  /** Connects beside two others, of which the second stays. */
  private static Socket third(EndpointServer server, Socket second) throws IOException {
    try (Socket first = connect(server)) {
      for (Socket each : List.of(first, second)) {
        send(each, LIVE);
        assertEquals("HTTP/1.1 200", status(each));
      }
      Socket third = connect(server);
      send(third, LIVE);
      third.setSoTimeout(200);
      assertThrows(SocketTimeoutException.class, () -> status(third));
      return third;
    }
  }

  /** The empty text if nothing was answered yet. */
  private static String statusSoFar(Socket socket) throws IOException {
    try {
      return status(socket);
    } catch (SocketTimeoutException e) {
      return "";
    }
  }
}
