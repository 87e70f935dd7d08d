package io.attune.scim.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * {@code /openapi.json}: every request that the service answers, and with what. The same for every
 * installation, so that it is no secret. Source: OpenAPI 3.1.
 */
final class OpenApiDocument {
  static final String PATH = "/openapi.json";

  private OpenApiDocument() {}

  static ScimReply answer() {
    try (InputStream in = OpenApiDocument.class.getResourceAsStream("openapi.json")) {
      byte[] document = Objects.requireNonNull(in).readAllBytes();
      return new ScimReply(
          200,
          Map.of("Content-Type", PlainReply.JSON),
          new String(document, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
