package io.attune.plan;

import io.attune.profile.PackedProfiles;
import io.attune.profile.PackedTexts;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import io.attune.sourcing.UserStatus;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The directory as an import finds it: people, their app users in every app, and what waits in the
 * importing app. People are numbered from 0 in the order they were added; no decision depends on
 * that order. Filled once by a reader, then only read.
 */
public final class DirectorySnapshot {
  private static final List<UserStatus> STATUSES = List.of(UserStatus.values());

  private final PackedProfiles profiles;
  private final PackedTexts ids;
  private final SortedMap<String, AppUsers> apps;
  private final Map<String, PendingRecord> pending = new TreeMap<>();
  private final Map<String, AppGroup> groups = new TreeMap<>();
  private byte[] statuses = new byte[64];
  private long[] created = new long[64];

  /** No people; profiles are over {@code userSchema}. */
  public DirectorySnapshot(ProfileSchema userSchema) {
    this.profiles = new PackedProfiles(userSchema);
    this.ids = new PackedTexts();
    this.apps = new TreeMap<>();
  }

  private DirectorySnapshot(DirectorySnapshot same) {
    this.profiles = same.profiles;
    this.ids = same.ids;
    this.apps = same.apps;
    this.statuses = same.statuses;
    this.created = same.created;
  }

  /**
   * The same people and apps, where other records wait. Neither may be added to afterwards.
   *
   * @throws IllegalArgumentException if two of the records have one externalId
   */
  public DirectorySnapshot withPending(Collection<PendingRecord> records) {
    DirectorySnapshot snapshot = new DirectorySnapshot(this);
    records.forEach(snapshot::addPending);
    return snapshot;
  }

  /**
   * Adds a person and returns the number given; negative, and nothing is added, if the id is taken.
   *
   * @param id the Okta user id
   * @param createdMillis when the person was created, milliseconds since 1970-01-01 UTC
   */
  public int addUser(String id, UserStatus status, long createdMillis, Profile profile) {
    int user = ids.add(id);
    if (user < 0) {
      return user;
    }
    profiles.add(profile);
    if (user == statuses.length) {
      statuses = Arrays.copyOf(statuses, user * 2);
      created = Arrays.copyOf(created, user * 2);
    }
    statuses[user] = (byte) STATUSES.indexOf(status);
    created[user] = createdMillis;
    return user;
  }

  /**
   * Adds an app without app users and returns where they go.
   *
   * @throws IllegalArgumentException if the app is there already
   */
  public AppUsers addApp(String name, ProfileSchema appSchema) {
    AppUsers appUsers = new AppUsers(appSchema);
    if (apps.putIfAbsent(name, appUsers) != null) {
      throw new IllegalArgumentException("app `" + name + "` is added twice");
    }
    return appUsers;
  }

  /**
   * Adds a record that waits in the importing app.
   *
   * @throws IllegalArgumentException if the same externalId waits already
   */
  public void addPending(PendingRecord record) {
    if (pending.putIfAbsent(record.externalId(), record) != null) {
      throw new IllegalArgumentException("two pending records have one externalId");
    }
  }

  /**
   * Adds a group that the importing app brought before.
   *
   * @throws IllegalArgumentException if the same externalId has a group already
   */
  public void addGroup(AppGroup group) {
    if (groups.putIfAbsent(group.externalId(), group) != null) {
      throw new IllegalArgumentException("two app groups have one externalId");
    }
  }

  /** The groups that the importing app brought before. */
  public Collection<AppGroup> groups() {
    return Collections.unmodifiableCollection(groups.values());
  }

  /** The schema of the Okta user profiles. */
  public ProfileSchema userSchema() {
    return profiles.schema();
  }

  /** How many people there are. */
  public int size() {
    return profiles.size();
  }

  /** The number of a person by Okta user id, or -1. */
  public int find(String userId) {
    return ids.find(userId);
  }

  /**
   * The number of a person by Okta user id, or -1.
   *
   * @param guess whom it may well be, looked at first
   */
  public int find(String userId, int guess) {
    return ids.find(userId, guess);
  }

  /** Compares two people by the UTF-8 bytes of their ids. */
  public int compareIds(int left, int right) {
    return ids.compare(left, right);
  }

  /** The Okta user id of a person. */
  public String id(int user) {
    return ids.get(user);
  }

  /** The lifecycle status of a person. */
  public UserStatus status(int user) {
    return STATUSES.get(statuses[user]);
  }

  /** When a person was created, milliseconds since 1970-01-01 UTC. */
  public long createdMillis(int user) {
    return created[user];
  }

  /** The Okta profile of a person, unpacked anew at each call. */
  public Profile profile(int user) {
    return profiles.get(user);
  }

  /**
   * Whether a person's Okta profile is this one.
   *
   * @param others the slots that do not count
   */
  boolean hasProfile(int user, Profile profile, BitSet others) {
    return profiles.isEqual(user, profile, others);
  }

  /** One attribute of a person's Okta profile, null where it is absent. */
  public @Nullable Object value(int user, int slot) {
    return profiles.value(user, slot);
  }

  /** Feeds all that is known of a person, in every app, to a digest. */
  void feed(int user, MessageDigest digest) {
    ids.feed(user, digest);
    digest.update(statuses[user]);
    profiles.feed(user, digest);
    for (AppUsers app : apps.values()) {
      int row = app.rowOfUser(user);
      digest.update((byte) (row < 0 ? 0 : 1));
      if (row >= 0) {
        app.feed(row, digest);
      }
    }
  }

  /** The names of all apps, sorted. */
  public List<String> apps() {
    return List.copyOf(apps.keySet());
  }

  /**
   * The app users of an app.
   *
   * @throws IllegalArgumentException if there is no such app
   */
  public AppUsers appUsers(String app) {
    AppUsers appUsers = apps.get(app);
    if (appUsers == null) {
      throw new IllegalArgumentException("no app `" + app + "` in this directory");
    }
    return appUsers;
  }

  /** Whether anything waits in the importing app. */
  public boolean hasPending() {
    return !pending.isEmpty();
  }

  /** What waits under this externalId in the importing app, or null. */
  public @Nullable PendingRecord pending(String externalId) {
    return pending.get(externalId);
  }
}
