package io.attune.scim.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes answers, whether or not their requests were read to the end. */
final class ReplyWriter {
  private ReplyWriter() {}

  static void write(Request request, Response response, ScimReply reply, Callback callback) {
    response.setStatus(reply.status());
    reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    if (!reply.body().isEmpty() && !reply.headers().containsKey("Content-Type")) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/scim+json;charset=utf-8");
    }
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    boolean headOnly = request.getMethod().equals("HEAD");
    Runnable send = () -> send(response, reply, headOnly, callback);
    boolean closes = reply.headers().containsKey("Connection");
    if (!closes && bodyEnds(request)) {
      Content.Source.consumeAll(request, Callback.from(send, unread -> send.run()));
      return;
    }
    if (!request.consumeAvailable()) {
      response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
    }
    send.run();
  }

  /**
   * Whether the rest of a body that nobody wanted is short and on its way. It is read before the
   * answer, and no thread waits for it: unread, it would cost the client the connection, which may
   * take the answer or the next request with it. Source: RFC 9112, 9.3 and 9.6.
   */
  private static boolean bodyEnds(Request request) {
    return request.getLength() <= RequestReader.MOST_IGNORED_BYTES
        && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)
        && !request.getHeaders().contains(HttpHeader.EXPECT);
  }

  private static void send(
      Response response, ScimReply reply, boolean headOnly, Callback callback) {
    if (reply.file() != null && !headOnly) {
      Content.copy(Content.Source.from(reply.file()), response, callback);
      return;
    }
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    if (headOnly) { // RFC 9110, 8.6: the length that the body would have, or none
      long length = reply.file() == null ? body.length : reply.file().toFile().length();
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
      body = new byte[0];
    }
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
