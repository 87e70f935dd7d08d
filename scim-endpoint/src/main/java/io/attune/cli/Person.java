package io.attune.cli;

import io.attune.matching.LoginKey;
import io.attune.plan.DirectorySnapshot;
import io.attune.workspace.InputErrors;
import io.attune.workspace.Workspace;

/** A person as an option names them. */
final class Person {
  private Person() {}

  /**
   * The number of a person in the directory.
   *
   * @param named a login, compared as logins are, or an Okta user id
   * @throws InputErrors if there is nobody
   */
  static int find(Workspace workspace, DirectorySnapshot directory, String named) {
    int byId = directory.find(named);
    if (byId >= 0) {
      return byId;
    }
    int login = directory.userSchema().slot("login");
    String key = LoginKey.of(named);
    for (int person = 0; person < directory.size(); person++) {
      if (directory.value(person, login) instanceof String held && LoginKey.of(held).equals(key)) {
        return person;
      }
    }
    throw InputErrors.of(
        workspace.folder().shown("users.jsonl"),
        "nobody has this login or id",
        "give a login or an id as users.jsonl has it");
  }
}
