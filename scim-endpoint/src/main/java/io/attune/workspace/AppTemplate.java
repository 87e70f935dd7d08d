package io.attune.workspace;

import io.attune.plan.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A built-in app: the attributes of a SCIM server with their external names, and both mapping
 * tables. Source: okta-behaviour 1.6.
 */
public enum AppTemplate {
  /** SCIM 2.0: RFC 7643. */
  SCIM2,
  /** SCIM 1.1: the same attributes under the older names. */
  SCIM11;

  /** The files of an app, in the order of {@code formats.md}. */
  static final List<String> FILES =
      List.of("app.json", "schema.json", "mapping.json", "features.json", "sync.json");

  /** The text of one of an app's files, or of {@code org.json}. */
  String text(String file, String name) {
    String text = resource(file).replace("\"NAME", "\"" + name).replace("\"ID\"", id(name));
    return this == SCIM2
        ? text
        : text.replace("urn:ietf:params:scim:schemas:core:2.0:User", "urn:scim:schemas:core:1.0")
            .replace(
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
                "urn:scim:schemas:extension:enterprise:1.0")
            .replace("\"manager.value\"", "\"manager.managerId\"");
  }

  private static String id(String name) {
    Sha256 digest = Sha256.of(name.getBytes(StandardCharsets.UTF_8));
    return "\"0oa" + digest.hex().substring(0, 17) + "\"";
  }

  private static String resource(String file) {
    try (InputStream in = AppTemplate.class.getResourceAsStream("scim2/" + file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
