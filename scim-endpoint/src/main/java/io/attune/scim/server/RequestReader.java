package io.attune.scim.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/** Reads HTTP requests, their bodies within the limits. */
final class RequestReader {
  /** So much of a body that is not wanted is read all the same. */
  static final long MOST_IGNORED_BYTES = 8 << 20;

  private static final Set<String> BODIES = Set.of("POST", "PUT", "PATCH");

  private RequestReader() {}

  /**
   * The request.
   *
   * @param prefix the path of the endpoint: {@code /scim/v2}
   * @param path the path below it
   * @throws Refusal if the body is too large, or of another type
   */
  static ScimRequest read(Request request, String prefix, String path, String actor)
      throws IOException {
    StorableText.check(path, "invalidPath", "the path");
    Map<String, String> headers = new TreeMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.putIfAbsent(
          field.getName().toLowerCase(Locale.ROOT), String.valueOf(field.getValue()));
    }
    Map<String, String> query = query(request);
    String base =
        request.getHttpURI().getScheme() + "://" + request.getHttpURI().getAuthority() + prefix;
    String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    String body = BODIES.contains(method) && !isEmpty(request) ? body(request, path) : "";
    return new ScimRequest(method, base, path, query, headers, body, actor);
  }

  private static Map<String, String> query(Request request) {
    Map<String, String> query = new TreeMap<>();
    try {
      for (Fields.Field field : Request.extractQueryParameters(request)) {
        StorableText.check(field.getValue(), "invalidValue", "the query");
        query.put(field.getName(), field.getValue());
      }
    } catch (HttpException.IllegalArgumentException | HttpException.IllegalStateException e) {
      throw Refusal.of(400, "invalidValue", "the query is not encoded as UTF-8 in percents");
    }
    return query;
  }

  /**
   * Without a type nothing is sent, unless a length or an encoding says so. Source: RFC 9110, 8.6.
   */
  private static boolean isEmpty(Request request) {
    var headers = request.getHeaders();
    return !headers.contains(HttpHeader.CONTENT_TYPE)
        && headers.getLongField(HttpHeader.CONTENT_LENGTH) <= 0
        && !headers.contains(HttpHeader.TRANSFER_ENCODING);
  }

  private static String body(Request request, String path) throws IOException {
    String type = Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE)).orElse("");
    String media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!media.equals("application/scim+json") && !media.equals("application/json")) {
      throw Refusal.of(415, null, "the content type is application/scim+json or application/json");
    }
    int most =
        path.equals("/Bulk")
            ? ServiceDescription.MOST_BULK_BYTES
            : ServiceDescription.MOST_BODY_BYTES;
    try (InputStream in = Content.Source.asInputStream(request)) {
      long mostMillis = request.getConnectionMetaData().getConnector().getIdleTimeout();
      byte[] bytes = inTime(in, most + 1, mostMillis);
      if (bytes.length > most) {
        // Read on for a while: a client that is still sending does not see the answer.
        in.skip(MOST_IGNORED_BYTES);
        throw Refusal.of(413, null, "the body has more than " + most + " bytes");
      }
      return text(bytes);
    }
  }

  /** Strictly: what is no UTF-8 would be stored as something that nobody sent. RFC 8259, 8.1. */
  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Refusal.of(400, "invalidSyntax", "the body is not encoded as UTF-8");
    }
  }

  /** Reads at most so many bytes: one that comes now and then keeps nobody waiting for long. */
  private static byte[] inTime(InputStream in, int most, long mostMillis) throws IOException {
    long deadline = System.nanoTime() + mostMillis * 1_000_000;
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] some = new byte[8192];
    while (read.size() < most) {
      int count = some(in, some, Math.min(some.length, most - read.size()));
      if (count < 0) {
        break;
      }
      read.write(some, 0, count);
      if (System.nanoTime() > deadline) {
        throw tooSlow();
      }
    }
    return read.toByteArray();
  }

  private static int some(InputStream in, byte[] into, int most) throws IOException {
    try {
      return in.read(into, 0, most);
    } catch (IOException e) {
      if (e.getCause() instanceof TimeoutException) {
        throw tooSlow();
      }
      throw e;
    }
  }

  private static Refusal tooSlow() {
    return Refusal.of(408, "the body took too long to arrive", Map.of("Connection", "close"));
  }
}
