package io.attune.workspace;

import io.attune.plan.RecordMemory;
import io.attune.plan.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;

/**
 * What an app's last applied import found unchanged, kept under {@code .attune/unchanged}. A cache:
 * it may be deleted at any time, what is damaged counts as nothing, and where it cannot be written
 * the next import parses every record. So does the first one of another build of this program,
 * whose rules may be others.
 */
public final class MemoryFile {
  private static final int DIGEST_BYTES = 32;

  private final byte[] program;

  /** That of a program whose classes have this fingerprint; empty remembers nothing. */
  MemoryFile(byte[] program) {
    this.program = program.clone();
  }

  /** That of the program that runs. */
  public static MemoryFile ofThisProgram() {
    return new MemoryFile(ProgramFingerprint.read());
  }

  private static String path(String app) {
    return ".attune/unchanged/" + app + ".bin";
  }

  /** What is remembered of an app's records; nothing where there is no file, or a damaged one. */
  public RecordMemory read(Folder folder, String app) {
    try {
      byte[] bytes = folder.bytes(path(app));
      int length = bytes.length - DIGEST_BYTES;
      if (program.length == 0
          || length < 0
          || !Arrays.equals(digest(bytes, length), tail(bytes, length))) {
        return RecordMemory.empty();
      }
      return RecordMemory.of(Arrays.copyOf(bytes, length));
    } catch (InputErrors | IllegalArgumentException e) {
      return RecordMemory.empty();
    }
  }

  /** Remembers, in place of what was; quietly nothing where the folder cannot be written. */
  public void write(Folder folder, String app, RecordMemory memory) {
    if (program.length == 0) {
      return;
    }
    try {
      Path target = folder.file(path(app));
      Path parent = Files.createDirectories(Objects.requireNonNull(target.getParent()));
      Path aside = Files.createTempFile(parent, app, ".tmp");
      try {
        byte[] bytes = memory.toBytes();
        try (OutputStream out = Files.newOutputStream(aside)) {
          out.write(bytes);
          out.write(digest(bytes, bytes.length));
        }
        Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException | InputErrors e) {
      // The next import is slower, and says the same.
      return;
    }
  }

  private byte[] digest(byte[] bytes, int length) {
    MessageDigest digest = Sha256.digest();
    digest.update(program);
    digest.update(bytes, 0, length);
    return digest.digest();
  }

  private static byte[] tail(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, from, bytes.length);
  }
}
