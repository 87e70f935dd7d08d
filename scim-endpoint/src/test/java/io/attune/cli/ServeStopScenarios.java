package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code attune serve} as a process that is asked to end while a request is half sent. */
class ServeStopScenarios {
  private static final String BODY =
      "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"ada\"}";

  @TempDir private Path data = Path.of("");

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** Asks until nothing is answered any more, or by no more than that the service ends. */
  private static void awaitRefusal(int port) throws IOException {
    String status = "";
    do {
      try (Socket another = new Socket(InetAddress.getLoopbackAddress(), port)) {
        another.setSoTimeout(20_000);
        write(another, "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");
        byte[] answer = another.getInputStream().readNBytes("HTTP/1.1 200".length());
        status = new String(answer, StandardCharsets.US_ASCII);
      } catch (SocketException e) {
        return;
      }
    } while (status.equals("HTTP/1.1 200"));
    assertTrue(status.isEmpty() || status.equals("HTTP/1.1 503"), status);
  }

  @Test
  void answersWhatWasAskedRefusesWhatIsNewAndClosesTheStore() throws Exception {
    Process process = ServedFolder.process("--data", data.toString());
    try (BufferedReader said = process.inputReader()) {
      String at = said.readLine();
      assertNotNull(at);
      int port = URI.create(at.replace("SCIM 2.0 at ", "")).getPort();
      try (Socket asking = new Socket(InetAddress.getLoopbackAddress(), port)) {
        asking.setSoTimeout(20_000);
        write(
            asking,
            "POST /scim/v2/Users HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Type:"
                + " application/scim+json\r\nAuthorization: Bearer "
                + ServedFolder.Client.TOKEN
                + "\r\nContent-Length: "
                + BODY.length()
                + "\r\n\r\n");
        BufferedReader answer =
            new BufferedReader(
                new InputStreamReader(asking.getInputStream(), StandardCharsets.UTF_8));
        assertEquals("HTTP/1.1 100 Continue", answer.readLine());
        assertEquals("", answer.readLine());
        process.destroy();
        awaitRefusal(port);
        write(asking, BODY);
        assertEquals("HTTP/1.1 201 Created", answer.readLine());
      }
      assertEquals(0, process.waitFor());
    } finally {
      process.destroyForcibly();
    }
    try (ServedFolder again = ServedFolder.start(data, null)) {
      assertEquals(
          1, again.client().get("/scim/v2/Users").is(200).body().path("totalResults").asInt());
    }
  }
}
