package io.attune.benchmarks.imports;

import io.attune.benchmarks.harness.Job;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What the form of a plan costs whoever makes it: writes as many bytes as a plan has, and hashes
 * them. Options: those of the {@link PlanJob} whose plan it is.
 */
final class PlanBytes implements Job {
  private Path prepared = Path.of("");
  private byte[] piece = new byte[0];
  private long size;

  @Override
  public void prepare(Path data, List<String> options) throws IOException {
    if (data.equals(prepared)) {
      return;
    }
    PlanJob job = new PlanJob();
    job.prepare(data, options);
    Path plan = data.resolve("floor.jsonl");
    try {
      job.write(plan);
      size = Files.size(plan);
      try (InputStream in = Files.newInputStream(plan)) {
        piece = in.readNBytes(1 << 16);
      }
    } finally {
      Files.deleteIfExists(plan);
    }
    prepared = data;
  }

  /** Writes the beginning of the plan again and again, so that nothing has to be read. */
  @Override
  public String run() throws IOException {
    Path file = prepared.resolve("floor.jsonl");
    MessageDigest digest = sha256();
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long left = size; left > 0; left -= piece.length) {
        int length = (int) Math.min(left, piece.length);
        out.write(piece, 0, length);
        digest.update(piece, 0, length);
      }
    } finally {
      Files.deleteIfExists(file);
    }
    return size + " bytes, " + HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
