package io.attune.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Replaces several files of a workspace, all or none of them, whenever it is killed. New files are
 * written aside and forced to disk; then one rename of a commit record decides; then they are
 * renamed into place, again after a crash if need be. Source: formats, Apply (Atomicity).
 */
final class Transaction implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String STATE = ".attune";
  private static final String COMMIT = "commit.json";
  private static final String ASIDE = "new";
  private static final String PEOPLE = "users.jsonl";

  private final Folder folder;
  private final Path state;
  private final FileChannel lockFile;
  private final FileLock lock;
  private final List<String> files = new ArrayList<>();
  private final List<String> deleted = new ArrayList<>();

  private Transaction(Folder folder, Path state, FileChannel lockFile, FileLock lock) {
    this.folder = folder;
    this.state = state;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /** Takes the workspace's lock, waiting for it, and finishes or discards what a crash left. */
  static Transaction begin(Folder folder) throws IOException {
    Path state = folder.file(STATE);
    Files.createDirectories(state);
    FileChannel lockFile =
        FileChannel.open(
            state.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = lockFile.lock();
    Transaction transaction = new Transaction(folder, state, lockFile, lock);
    transaction.recover();
    return transaction;
  }

  /** Finishes or discards what a crash left, if anything may have been left. */
  static void recover(Folder folder) throws IOException {
    Path state = folder.file(STATE);
    if (Files.exists(state.resolve(COMMIT)) || Files.exists(state.resolve(ASIDE))) {
      begin(folder).close();
    }
  }

  private void recover() throws IOException {
    if (Files.exists(state.resolve(COMMIT))) {
      finish();
    }
    discard();
  }

  /** The new content of a file, to be written and closed before {@link #commit}. */
  OutputStream write(String relative) throws IOException {
    Path target = folder.file(relative);
    Path aside = state.resolve(ASIDE).resolve(String.valueOf(files.size()));
    Files.createDirectories(state.resolve(ASIDE));
    files.add(relative);
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(aside), 1 << 16);
    try {
      access(relative, target, aside);
    } catch (IOException e) {
      out.close();
      throw e;
    }
    return out;
  }

  /** A file is open to whom the one before was; a new one that holds people, to whom they are. */
  private void access(String relative, Path target, Path aside) throws IOException {
    Path people = folder.file(PEOPLE);
    if (Files.exists(target)) {
      SameAccess.copy(target, aside);
    } else if (relative.endsWith(".jsonl") && Files.exists(people)) {
      SameAccess.copy(people, aside);
    }
  }

  /** Takes a file away, with everything else that is committed. */
  void delete(String relative) throws IOException {
    folder.file(relative);
    Files.createDirectories(state.resolve(ASIDE));
    deleted.add(relative);
  }

  /** Puts every new file in place of the old one. After this returns, all of it has happened. */
  void commit() throws IOException {
    ObjectNode commit = MAPPER.createObjectNode();
    ArrayNode listed = commit.putArray("files");
    for (int index = 0; index < files.size(); index++) {
      force(state.resolve(ASIDE).resolve(String.valueOf(index)));
      listed.add(files.get(index));
    }
    deleted.forEach(commit.putArray("deleted")::add);
    forceFolder(state.resolve(ASIDE));
    Path draft = state.resolve(ASIDE).resolve(COMMIT);
    Files.write(draft, MAPPER.writeValueAsBytes(commit));
    force(draft);
    // From this rename on the new workspace is the one that every next command sees.
    Files.move(draft, state.resolve(COMMIT), StandardCopyOption.ATOMIC_MOVE);
    forceFolder(state);
    finish();
    discard();
  }

  private void finish() throws IOException {
    JsonNode commit = MAPPER.readTree(Files.readAllBytes(state.resolve(COMMIT)));
    int index = 0;
    for (JsonNode file : commit.path("files")) {
      Path aside = state.resolve(ASIDE).resolve(String.valueOf(index++));
      Path named = folder.file(file.asText());
      // Behind a link, the file is replaced and not the link.
      Path target = Files.exists(named) ? named.toRealPath() : named;
      if (Files.exists(aside)) {
        Path parent = Objects.requireNonNull(target.getParent());
        Files.createDirectories(parent);
        Files.move(
            aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(parent);
      }
    }
    for (JsonNode file : commit.path("deleted")) {
      Files.deleteIfExists(folder.file(file.asText()));
    }
    Files.delete(state.resolve(COMMIT));
    forceFolder(state);
  }

  private void discard() throws IOException {
    Path aside = state.resolve(ASIDE);
    if (Files.exists(aside)) {
      try (Stream<Path> tree = Files.walk(aside)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Forces the names in a folder to disk; some systems do not allow it, and need not. */
  private static void forceFolder(Path path) {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folders; its renames are journaled.
      return;
    }
  }

  /** Gives up what was not committed, and the lock. */
  @Override
  public void close() throws IOException {
    try {
      if (!Files.exists(state.resolve(COMMIT))) {
        discard();
      }
    } finally {
      lock.release();
      lockFile.close();
    }
  }
}
