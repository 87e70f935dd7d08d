package io.attune.benchmarks.scim;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A connection that sends requests of HTTP/1.1 and reads answers of a told length, and does no more
 * for it than it must: what a load generator takes of the processors, the server on the same ones
 * does not have.
 */
final class ClientConnection implements Closeable {
  private static final int PATIENCE_MILLIS = 60_000;
  private static final String LENGTH = "\r\ncontent-length:";

  private final String base;
  private final String headers;
  private final Socket socket;
  private final InputStream in;
  private final byte[] buffer = new byte[64 * 1024];
  private byte[] body = {};
  private int start;
  private int end;

  /** Connects to a server, by the address that is before each path. */
  ClientConnection(String base) throws IOException {
    URI address = URI.create(base);
    this.base = address.getRawPath();
    this.headers =
        " HTTP/1.1\r\nHost: "
            + address.getAuthority()
            + "\r\nAuthorization: Bearer "
            + ServerProcess.TOKEN
            + "\r\nContent-Type: application/scim+json\r\nContent-Length: ";
    this.socket = new Socket(address.getHost(), address.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    this.in = socket.getInputStream();
  }

  /** Sends a request and waits for the whole answer; its status. */
  int send(Asked asked) throws IOException {
    byte[] sent = asked.body().getBytes(StandardCharsets.UTF_8);
    String head = asked.method() + " " + base + asked.path() + headers + sent.length + "\r\n\r\n";
    ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + sent.length);
    request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    request.writeBytes(sent);
    request.writeTo(socket.getOutputStream());
    String answered = head();
    body = body(length(answered));
    return Integer.parseInt(answered.substring(9, 12));
  }

  /** What was answered last. */
  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Up to the empty line. */
  private String head() throws IOException {
    int from = start;
    while (true) {
      for (int last = Math.max(start + 3, from); last < end; last++) {
        if (buffer[last] == '\n' && buffer[last - 1] == '\r' && buffer[last - 2] == '\n') {
          String head = new String(buffer, start, last + 1 - start, StandardCharsets.US_ASCII);
          start = last + 1;
          return head;
        }
      }
      from = end;
      int read = in.read(buffer, end, buffer.length - end);
      if (read < 0) {
        throw new EOFException("no whole answer");
      }
      end += read;
    }
  }

  private static int length(String head) throws IOException {
    int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
    if (at < 0) {
      throw new IOException("an answer without a length");
    }
    return Integer.parseInt(
        head.substring(at + LENGTH.length(), head.indexOf('\r', at + 2)).trim());
  }

  private byte[] body(int length) throws IOException {
    byte[] read = new byte[length];
    int there = Math.min(length, end - start);
    System.arraycopy(buffer, start, read, 0, there);
    if (in.readNBytes(read, there, length - there) < length - there) {
      throw new EOFException("no whole answer");
    }
    start = 0;
    end = 0; // nothing is asked before all of this is answered
    return read;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
