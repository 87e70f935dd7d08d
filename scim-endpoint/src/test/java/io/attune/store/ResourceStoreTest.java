package io.attune.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.store.StoredResource.Keys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the store keeps, finds and refuses. */
@ParameterizedClass
@EnumSource(StoreKind.class)
class ResourceStoreTest {
  @Parameter StoreKind kind = StoreKind.SQLITE;
  Path folder;
  Database database;
  ResourceStore store;
  MembershipStore memberships;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    this.folder = folder;
    database = kind.open(folder);
    store = new ResourceStore(database);
    memberships = new MembershipStore(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  static StoredResource user(String id, String userName, long version) {
    return new StoredResource(
        "", ResourceKind.USER, id, new Keys(userName, null, null, true), 1, version, version, "{}");
  }

  static StoredResource group(String id) {
    return new StoredResource(
        "", ResourceKind.GROUP, id, new Keys(null, null, "Team", null), 1, 1, 1, "{}");
  }

  @Test
  void keepsWhatWasAddedWhenItIsOpenedAgain() throws IOException {
    store.add(user("a", "Ada", 1), "test");
    database.close();
    open(folder);
    assertEquals(user("a", "Ada", 1), store.find("", ResourceKind.USER, "a").orElseThrow());
  }

  @Test
  void userNamesAreUniqueWithoutCaseUntilTheirHolderIsDeleted() {
    store.add(user("a", "Ada", 1), "test");
    var conflict =
        assertThrows(UniquenessConflict.class, () -> store.add(user("b", "aDA", 1), "test"));
    assertEquals("userName", conflict.attribute());
    assertTrue(store.delete("", ResourceKind.USER, "a", 0, "test", 2));
    store.add(user("b", "aDA", 1), "test");
    assertEquals(1, store.count("", ResourceKind.USER, Condition.ALL));
  }

  @Test
  void aChangeThatSomebodyElseOvertookIsRefused() {
    store.add(user("a", "Ada", 1), "test");
    StoredResource read = store.find("", ResourceKind.USER, "a").orElseThrow();
    store.replace(read, user("a", "Ada", 2), "test");
    assertThrows(VersionConflict.class, () -> store.replace(read, user("a", "Eve", 2), "test"));
    assertThrows(VersionConflict.class, () -> store.replace(read, user("a", "Eve", 3), "test"));
    assertEquals("Ada", store.find("", ResourceKind.USER, "a").orElseThrow().keys().userName());
  }

  @Test
  void pagesFollowCreationAndNeverOverlap() {
    for (int i = 0; i < 25; i++) {
      store.add(user("id" + (25 - i), "user" + i, 1), "test");
    }
    List<String> seen = new ArrayList<>();
    for (int offset = 0; offset < 25; offset += 10) {
      store
          .page("", ResourceKind.USER, Condition.ALL, ResourceOrder.CREATION, true, offset, 10)
          .forEach(each -> seen.add(each.row().id()));
    }
    assertEquals(25, seen.size());
    assertEquals("id25", seen.get(0));
    assertEquals("id1", seen.get(24));
  }

  @Test
  void conditionsAreParametersAndNeverText() {
    store.add(user("a", "o'Neil", 1), "test");
    Condition condition = new Condition("r.user_name_key = :name", Map.of("name", "o'neil"));
    assertEquals(1, store.count("", ResourceKind.USER, condition));
  }

  @Test
  void membersComeAndGoByRows() {
    store.add(user("a", "Ada", 1), "test");
    store.add(user("b", "Bob", 1), "test");
    memberships.add(group("g"), List.of(new Membership("g", "a", null, null)), "test");
    memberships.change(
        "",
        "g",
        new MembershipChange(false, List.of("a"), List.of(new Membership("g", "b", "User", "Bo"))),
        0,
        "test",
        5);
    assertEquals(List.of(new Membership("g", "b", "User", "Bo")), memberships.members("", "g"));
    assertEquals(2, store.find("", ResourceKind.GROUP, "g").orElseThrow().version());
    assertEquals("Team", memberships.groupsOf("", List.of("b")).get(0).display());
    assertThrows(
        VersionConflict.class,
        () -> memberships.change("", "g", MembershipChange.to(List.of()), 1, "test", 6));
    MembershipChange stranger = MembershipChange.to(List.of(new Membership("g", "x", null, null)));
    assertThrows(UnknownMember.class, () -> memberships.change("", "g", stranger, 0, "test", 6));
    assertEquals(1, memberships.members("", "g").size());
  }

  /** RFC 7644, 3.5.2.1: an add of what is there is no change. */
  @Test
  void aChangeThatLeavesTheMembersAsTheyAreIsNone() {
    store.add(user("a", "Ada", 1), "test");
    memberships.add(group("g"), List.of(new Membership("g", "a", null, null)), "test");
    Membership ada = new Membership("g", "a", null, null);
    for (MembershipChange same :
        List.of(
            MembershipChange.to(List.of(ada)),
            new MembershipChange(false, List.of(), List.of(ada)),
            new MembershipChange(false, List.of("a"), List.of(ada)),
            new MembershipChange(false, List.of("nobody"), List.of()))) {
      memberships.change("", "g", same, 1, "test", 5);
      assertEquals(group("g"), store.find("", ResourceKind.GROUP, "g").orElseThrow());
    }
  }

  @Test
  void moreMembersThanOneQuestionNamesComeStayAndGo() {
    List<StoredResource> users = new ArrayList<>();
    List<Membership> members = new ArrayList<>();
    for (int id = 0; id < 1001; id++) {
      users.add(user("u" + id, "user" + id, 1));
      members.add(new Membership("g", "u" + id, "User", null));
    }
    store.addAll(users, "test");
    memberships.add(group("g"), members.subList(0, 600), "test");
    MembershipChange all = new MembershipChange(false, List.of(), members);
    memberships.change("", "g", all, 1, "test", 5);
    assertEquals(members, memberships.members("", "g"));
    memberships.change("", "g", all, 2, "test", 6);
    memberships.change("", "g", MembershipChange.to(members), 2, "test", 7);
    List<String> ids = members.subList(1, 1001).stream().map(Membership::memberId).toList();
    memberships.change("", "g", new MembershipChange(false, ids, List.of()), 2, "test", 8);
    assertEquals(members.subList(0, 1), memberships.members("", "g"));
    assertEquals(3, store.find("", ResourceKind.GROUP, "g").orElseThrow().version());
  }

  @Test
  void groupsOfWhoeverIsDeletedAreOthersFromThenOn() {
    store.add(user("a", "Ada", 1), "test");
    memberships.add(group("g"), List.of(new Membership("g", "a", null, null)), "test");
    memberships.add(group("outer"), List.of(new Membership("outer", "g", null, null)), "test");
    assertEquals("Group", memberships.members("", "outer").get(0).type());
    store.delete("", ResourceKind.USER, "a", 0, "test", 7);
    StoredResource left = store.find("", ResourceKind.GROUP, "g").orElseThrow();
    assertEquals(List.of(2L, 7L), List.of(left.version(), left.modifiedMillis()));
    assertEquals(1, store.find("", ResourceKind.GROUP, "outer").orElseThrow().version());
    store.delete("", ResourceKind.GROUP, "g", 0, "test", 8);
    assertEquals(2, store.find("", ResourceKind.GROUP, "outer").orElseThrow().version());
    assertEquals(List.of(), memberships.members("", "outer"));
  }

  /** An app may count its users and its groups from 1 each. */
  @Test
  void aUserAndAGroupOfOneIdAreDeletedApart() {
    store.add(user("1", "Ada", 1), "test");
    store.add(user("2", "Bob", 1), "test");
    memberships.add(group("1"), List.of(new Membership("1", "2", null, null)), "test");
    memberships.add(group("g"), List.of(new Membership("g", "1", null, null)), "test");
    memberships.add(group("outer"), List.of(new Membership("outer", "1", "Group", null)), "test");
    assertEquals("User", memberships.members("", "g").get(0).type());
    store.delete("", ResourceKind.USER, "1", 0, "test", 7);
    assertEquals(1, memberships.members("", "1").size());
    assertEquals(0, memberships.members("", "g").size());
    assertEquals(1, memberships.members("", "outer").size());
    store.delete("", ResourceKind.GROUP, "1", 0, "test", 8);
    assertEquals(0, memberships.members("", "outer").size());
  }
}
