package io.attune.workspace;

import io.attune.matching.LoginKey;
import io.attune.plan.DirectorySnapshot;
import org.jspecify.annotations.Nullable;

/** Finds people by what a person types: a login, compared as logins are unique, or a user id. */
public final class LoginLookup {
  /** Nobody has it. */
  public static final int NOBODY = -1;

  private LoginLookup() {}

  /** The login of a person, or null. */
  public static @Nullable String login(DirectorySnapshot directory, int person) {
    int slot = directory.userSchema().slot("login");
    Object login = slot < 0 ? null : directory.value(person, slot);
    return login == null ? null : login.toString();
  }

  /** The one person with this login, else the one with this id, else {@link #NOBODY}. */
  public static int find(DirectorySnapshot directory, String typed) {
    String key = LoginKey.of(typed);
    int found = NOBODY;
    for (int person = 0; person < directory.size(); person++) {
      String login = login(directory, person);
      if (typed.equals(login)) {
        return person;
      }
      if (login != null && found == NOBODY && key.equals(LoginKey.of(login))) {
        found = person;
      }
    }
    return found == NOBODY ? directory.find(typed) : found;
  }
}
