package io.attune.scim.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.plan.Sha256;
import io.attune.workspace.InputErrors;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The credentials of a data folder, in {@code credentials.json}: a list of {@code {"name", "user"?,
 * "sha256", "scopes"}}. Secrets are made here, from 256 random bits, and only their hashes are
 * kept. The file is replaced as a whole, so that a reader sees the old list or the new one.
 */
public final class StoredCredentials {
  private static final Logger LOG = LoggerFactory.getLogger(StoredCredentials.class);
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Coarser than the ticks of any file system's clock. */
  private static final Duration TICK = Duration.ofSeconds(2);

  private final Path folder;
  private final Path file;
  private volatile @Nullable Seen seen;

  private StoredCredentials(Path folder) {
    this.folder = folder;
    this.file = folder.resolve("credentials.json");
  }

  /** What was read, and by which signs it is known to be unchanged. */
  private record Seen(Signs signs, List<Credential> credentials) {}

  private record Signs(Instant modified, long size, String key) {
    static final Signs OF_NO_FILE = new Signs(Instant.EPOCH, 0, "");

    /** Whether the file may have changed in the same tick, which these signs would not tell. */
    boolean mayMissAChange(Instant now) {
      return modified.plus(TICK).isAfter(now);
    }
  }

  /** Those of a data folder. */
  public static StoredCredentials of(Path folder) {
    return new StoredCredentials(folder);
  }

  /** Every stored credential, as the file has them now; none if there is no file. */
  public List<Credential> all() throws IOException {
    Instant now = Instant.now();
    Signs signs = signs();
    Seen before = seen;
    if (before != null && before.signs().equals(signs)) {
      return before.credentials();
    }
    List<Credential> all = new ArrayList<>();
    for (JsonNode each : read()) {
      all.add(credential(each));
    }
    seen = signs.mayMissAChange(now) ? null : new Seen(signs, List.copyOf(all));
    return all;
  }

  /**
   * The stored credentials and others, for as long as a server runs: what is added or removed
   * meanwhile holds from the next request on. Nobody is let in while the file cannot be read.
   */
  public Supplier<List<Credential>> with(List<Credential> others) {
    return () -> {
      try {
        List<Credential> all = new ArrayList<>(all());
        all.addAll(others);
        return all;
      } catch (IOException | InputErrors e) {
        LOG.error("the credentials cannot be read; nobody is let in");
        throw Refusal.of(503, "the credentials cannot be read", Map.of("Retry-After", "30"));
      }
    };
  }

  private Signs signs() throws IOException {
    if (!Files.exists(file)) {
      return Signs.OF_NO_FILE;
    }
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    return new Signs(now.lastModifiedTime().toInstant(), now.size(), String.valueOf(now.fileKey()));
  }

  private Credential credential(JsonNode stored) {
    Set<Scope> scopes = new TreeSet<>();
    try {
      stored
          .path("scopes")
          .forEach(scope -> scopes.add(Scope.valueOf(scope.asText().toUpperCase(Locale.ROOT))));
      return new Credential(
          stored.path("name").asText(),
          stored.path("user").textValue(),
          Sha256.parse(stored.path("sha256").asText()),
          scopes);
    } catch (IllegalArgumentException e) {
      throw InputErrors.of(
          file.toString(),
          "a credential has no SHA-256, or a scope that is neither read nor write",
          "make credentials with `attune credentials add`");
    }
  }

  /**
   * Makes a secret, stores its hash, and returns it.
   *
   * @param name as logs and the audit trail will name it; no other credential has it
   * @param user the user name of HTTP Basic, or null for a token
   * @param scopes what it may do
   * @throws InputErrors if the name is taken
   */
  public String create(String name, @Nullable String user, Set<Scope> scopes) throws IOException {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    change(
        all -> {
          all.forEach(this::credential); // a list with a wrong one lets nobody in
          for (JsonNode each : all) {
            if (each.path("name").asText().equals(name)) {
              throw InputErrors.of(
                  file.toString(),
                  "there is a credential `" + name + "`",
                  "remove it first, or take another name");
            }
          }
          ObjectNode added = all.addObject();
          added.put("name", name);
          if (user != null) {
            added.put("user", user);
          }
          added.put("sha256", Credential.hash(token).hex());
          ArrayNode list = added.putArray("scopes");
          new TreeSet<>(scopes).forEach(each -> list.add(each.name().toLowerCase(Locale.ROOT)));
        });
    return token;
  }

  /**
   * Takes a credential away.
   *
   * @throws InputErrors if there is none of this name
   */
  public void remove(String name) throws IOException {
    change(
        all -> {
          int before = all.size();
          for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).path("name").asText().equals(name)) {
              all.remove(i);
            }
          }
          if (all.size() == before) {
            throw InputErrors.of(
                file.toString(), "there is no credential `" + name + "`", "list them first");
          }
        });
  }

  private interface Change {
    void on(ArrayNode all);
  }

  private void change(Change change) throws IOException {
    Files.createDirectories(folder);
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve("credentials.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      channel.lock(); // until the channel is closed
      ArrayNode all = read();
      change.on(all);
      // Made readable by its owner only, which the move keeps.
      Path aside = Files.createTempFile(folder, ".credentials", ".tmp");
      Files.writeString(aside, all.toPrettyString() + "\n");
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private ArrayNode read() throws IOException {
    if (!Files.exists(file)) {
      return MAPPER.createArrayNode();
    }
    try {
      if (MAPPER.readTree(Files.readAllBytes(file)) instanceof ArrayNode array) {
        return array;
      }
    } catch (JsonProcessingException e) {
      // said below: the message would quote the file
    }
    throw InputErrors.of(
        file.toString(), "this is no list of credentials", "restore it, or delete it and add anew");
  }
}
