package io.attune.store;

import io.attune.plan.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over fields, each behind its length, so that no two lists of fields are the same bytes.
 */
final class TextDigest {
  private final MessageDigest digest = Sha256.digest();

  TextDigest add(@Nullable String text) {
    if (text == null) {
      return length(-1);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    length(bytes.length);
    digest.update(bytes);
    return this;
  }

  TextDigest add(long number) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    return this;
  }

  private TextDigest length(int length) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    return this;
  }

  String hex() {
    return Sha256.of(digest).hex();
  }
}
