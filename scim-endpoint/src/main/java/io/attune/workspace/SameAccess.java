package io.attune.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/**
 * Lets a file be read by those who could read another one, and by nobody else: what an
 * administrator has closed stays closed. Nothing where the file system has no such permissions.
 */
final class SameAccess {
  private static final Set<PosixFilePermission> OWNER =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final Set<PosixFilePermission> GROUP =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE);

  private SameAccess() {}

  /** Gives a file the permissions of another one, and its owner and group as far as we may. */
  static void copy(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    PosixFileAttributes wanted = Files.readAttributes(from, PosixFileAttributes.class);
    PosixFileAttributes made = view.readAttributes();
    Set<PosixFilePermission> permissions = EnumSet.copyOf(OWNER);
    view.setPermissions(permissions); // closed before it is anybody else's
    permissions.addAll(wanted.permissions());
    if (!wanted.group().equals(made.group()) && isRefused(() -> view.setGroup(wanted.group()))) {
      permissions.removeAll(GROUP); // ours is another group
    }
    if (!wanted.owner().equals(made.owner())) {
      isRefused(() -> view.setOwner(wanted.owner()));
    }
    view.setPermissions(permissions);
  }

  private interface Step {
    void run() throws IOException;
  }

  private static boolean isRefused(Step step) {
    try {
      step.run();
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
