package io.attune.workspace;

import io.attune.plan.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * What a plan was made from: SHA-256 over files, each as path, length and bytes, in path order; a
 * missing file is empty. Source: formats, Plan.
 */
public final class Fingerprints {
  private static final int BUFFER_BYTES = 1 << 16;

  private Fingerprints() {}

  /** Of everything that is configured. */
  public static Sha256 config(Folder folder) {
    List<String> files = new ArrayList<>(List.of("org.json", "user-schema.json"));
    for (String app : folder.apps()) {
      for (String file :
          List.of("app.json", "schema.json", "mapping.json", "features.json", "sync.json")) {
        files.add(AppFiles.path(app, file));
      }
    }
    return of(folder, files);
  }

  /** Of everybody who is in the directory, and everything that waits. */
  public static Sha256 directory(Folder folder) {
    List<String> files = new ArrayList<>(List.of("users.jsonl", "groups.jsonl"));
    for (String app : folder.apps()) {
      for (String file : List.of("app-users.jsonl", "app-groups.jsonl", "pending.jsonl")) {
        files.add(AppFiles.path(app, file));
      }
    }
    return of(folder, files);
  }

  private static Sha256 of(Folder folder, List<String> files) {
    MessageDigest digest = Sha256.digest();
    files.stream().sorted().forEach(file -> update(digest, folder, file));
    return Sha256.of(digest);
  }

  private static void update(MessageDigest digest, Folder folder, String file) {
    byte[] changed = folder.changed(file);
    if (changed != null) {
      digest.update((file + "\n" + changed.length + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(changed);
      return;
    }
    try {
      Path path = folder.file(file);
      long length = folder.has(file) ? Files.size(path) : 0;
      digest.update((file + "\n" + length + "\n").getBytes(StandardCharsets.UTF_8));
      if (length > 0) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(path)) {
          for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
          }
        }
      }
    } catch (AccessDeniedException e) {
      throw InputErrors.of(folder.shown(file), "the file cannot be read", "check its permissions");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
