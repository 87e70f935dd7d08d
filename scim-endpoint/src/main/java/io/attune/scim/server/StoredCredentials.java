package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.plan.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The credentials of a data folder, in {@code credentials.json}: a list of {@code {"name", "user"?,
 * "sha256", "scopes"}}. Secrets are made here, from 256 random bits, and only their hashes are
 * kept.
 */
public final class StoredCredentials {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;

  private StoredCredentials(Path file) {
    this.file = file;
  }

  /** Those of a data folder. */
  public static StoredCredentials of(Path folder) {
    return new StoredCredentials(folder.resolve("credentials.json"));
  }

  /** Every stored credential; none if there is no file. */
  public List<Credential> all() throws IOException {
    List<Credential> all = new ArrayList<>();
    for (JsonNode each : read()) {
      Set<Scope> scopes = new TreeSet<>();
      each.path("scopes")
          .forEach(scope -> scopes.add(Scope.valueOf(scope.asText().toUpperCase(Locale.ROOT))));
      all.add(
          new Credential(
              each.path("name").asText(),
              each.path("user").textValue(),
              Sha256.parse(each.path("sha256").asText()),
              scopes));
    }
    return all;
  }

  /** Makes a token that may do everything, stores its hash, and returns it. */
  public String create(String name) throws IOException {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    ArrayNode all = read();
    ObjectNode added = all.addObject();
    added.put("name", name);
    added.put("sha256", Credential.hash(token).hex());
    added.putArray("scopes").add("read").add("write");
    Path aside = Files.createTempFile(file.toAbsolutePath().getParent(), ".credentials", ".tmp");
    Files.writeString(aside, all.toPrettyString() + "\n");
    Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return token;
  }

  private ArrayNode read() throws IOException {
    if (!Files.exists(file)) {
      return MAPPER.createArrayNode();
    }
    JsonNode content = MAPPER.readTree(file.toFile());
    if (content instanceof ArrayNode array) {
      return array;
    }
    throw new IOException(file + " is no list of credentials");
  }
}
