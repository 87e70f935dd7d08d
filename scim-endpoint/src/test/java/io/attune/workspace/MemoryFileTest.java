package io.attune.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.attune.plan.RecordMemory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of records holds for the build that decided it. */
class MemoryFileTest {
  private static final MemoryFile ONE = new MemoryFile(new byte[] {1});
  private static final byte[] NOTHING = RecordMemory.empty().toBytes();

  @TempDir private Path org = Path.of("");

  private final byte[] remembered = new byte[98];

  @BeforeEach
  void layOut() throws IOException {
    Files.writeString(org.resolve("org.json"), "{}");
  }

  private byte[] read(MemoryFile file) {
    return file.read(Folder.open(org), "hr").toBytes();
  }

  @Test
  void anotherBuildRemembersNothing() {
    ONE.write(Folder.open(org), "hr", RecordMemory.of(remembered));
    assertArrayEquals(remembered, read(ONE));
    assertArrayEquals(NOTHING, read(new MemoryFile(new byte[] {2})));
  }

  @Test
  void aProgramThatDoesNotKnowItsBuildRemembersNothing() {
    MemoryFile unknown = new MemoryFile(new byte[0]);
    ONE.write(Folder.open(org), "hr", RecordMemory.of(remembered));
    assertArrayEquals(NOTHING, read(unknown));
    unknown.write(Folder.open(org), "crm", RecordMemory.of(remembered));
    assertFalse(Files.exists(org.resolve(".attune/unchanged/crm.bin")));
  }

  @Test
  void thisProgramKnowsItsBuild() {
    String hash = new String(ProgramFingerprint.read(), StandardCharsets.US_ASCII);
    assertEquals(64, hash.replaceAll("[^0-9a-f]", "").length());
  }
}
