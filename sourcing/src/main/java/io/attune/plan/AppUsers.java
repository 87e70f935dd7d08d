package io.attune.plan;

import io.attune.profile.PackedProfiles;
import io.attune.profile.PackedTexts;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The app users of one app: rows of (person, externalId, status, profile), at most one a person and
 * one an externalId. A row with an externalId is a <em>link</em> (formats, Links).
 *
 * <p>People are numbers in the {@link DirectorySnapshot} that holds this. Filled once, then only
 * read.
 */
public final class AppUsers {
  private static final int NONE = -1;
  private static final BitSet NO_SLOTS = new BitSet(0);
  private static final List<AppUserStatus> STATUSES = List.of(AppUserStatus.values());

  private final PackedProfiles profiles;
  private final PackedTexts externalIds = new PackedTexts();
  private int[] rowOfExternalId = new int[64];
  private int[] rowOfUser = new int[0];
  private int[] users = new int[64];
  private int[] externalIdOfRow = new int[64];
  private byte[] statuses = new byte[64];
  private int activeLinks;

  /** No app users; profiles are over {@code schema}. */
  public AppUsers(ProfileSchema schema) {
    this.profiles = new PackedProfiles(schema);
  }

  /**
   * Adds a row.
   *
   * @param user the person's number
   * @param externalId the key at the app, or null for a row that is no link
   * @return false, and nothing is added, if the externalId has a row already
   * @throws IllegalArgumentException if the person has a row already
   */
  public boolean add(int user, @Nullable String externalId, AppUserStatus status, Profile profile) {
    if (rowOfUser(user) != NONE) {
      throw new IllegalArgumentException("a person has two rows in one app");
    }
    int key = NONE;
    if (externalId != null) {
      key = externalIds.add(externalId);
      if (key < 0) {
        return false;
      }
    }
    int row = profiles.add(profile);
    grow(row, key, user);
    users[row] = user;
    statuses[row] = (byte) STATUSES.indexOf(status);
    externalIdOfRow[row] = key;
    rowOfUser[user] = row;
    if (key >= 0) {
      rowOfExternalId[key] = row;
      activeLinks += status.isActive() ? 1 : 0;
    }
    return true;
  }

  private void grow(int row, int key, int user) {
    if (row == users.length) {
      users = Arrays.copyOf(users, row * 2);
      statuses = Arrays.copyOf(statuses, row * 2);
      externalIdOfRow = Arrays.copyOf(externalIdOfRow, row * 2);
    }
    if (key >= rowOfExternalId.length) {
      rowOfExternalId = Arrays.copyOf(rowOfExternalId, key * 2);
    }
    if (user >= rowOfUser.length) {
      int before = rowOfUser.length;
      rowOfUser = Arrays.copyOf(rowOfUser, Math.max(64, Math.max(user + 1, before * 2)));
      Arrays.fill(rowOfUser, before, rowOfUser.length, NONE);
    }
  }

  /** The schema of the profiles. */
  public ProfileSchema schema() {
    return profiles.schema();
  }

  /** How many rows there are. */
  public int size() {
    return profiles.size();
  }

  /** How many active links there are: the safeguard's population. */
  public int activeLinks() {
    return activeLinks;
  }

  /** The row of the link with this key, or -1. */
  public int rowOfExternalId(String externalId) {
    return rowOfExternalId(externalId, NONE);
  }

  /**
   * The row of the link with this key, or -1.
   *
   * @param guess a row that is looked at first, any: a feed mostly has the order of the rows
   */
  int rowOfExternalId(String externalId, int guess) {
    boolean isRow = guess >= 0 && guess < size();
    int key = externalIds.find(externalId, isRow ? externalIdOfRow[guess] : NONE);
    return key < 0 ? NONE : rowOfExternalId[key];
  }

  /** Compares the keys of two links by their UTF-8 bytes. */
  int compareExternalIds(int left, int right) {
    return externalIds.compare(externalIdOfRow[left], externalIdOfRow[right]);
  }

  /** Compares the key of a link with a text by their UTF-8 bytes. */
  int compareExternalId(int row, PackedTexts texts, int number) {
    return externalIds.compare(externalIdOfRow[row], texts, number);
  }

  /** The row of a person, or -1. */
  public int rowOfUser(int user) {
    return user < rowOfUser.length ? rowOfUser[user] : NONE;
  }

  /** The person of a row. */
  public int user(int row) {
    return users[row];
  }

  /** The key at the app of a row, or null if the row is no link. */
  public @Nullable String externalId(int row) {
    return isLink(row) ? externalIds.get(externalIdOfRow[row]) : null;
  }

  /** Whether a row has an externalId. */
  public boolean isLink(int row) {
    return externalIdOfRow[row] >= 0;
  }

  /** Whether a row is a link that counts in the safeguard and can be removed. */
  public boolean isActiveLink(int row) {
    return isLink(row) && status(row).isActive();
  }

  /** The status of a row. */
  public AppUserStatus status(int row) {
    return STATUSES.get(statuses[row]);
  }

  /** Feeds all that is known of a row to a digest. */
  void feed(int row, MessageDigest digest) {
    digest.update(statuses[row]);
    digest.update((byte) (isLink(row) ? 1 : 0));
    if (isLink(row)) {
      externalIds.feed(externalIdOfRow[row], digest);
    }
    profiles.feed(row, digest);
  }

  /** Whether the app-user profile of a row is this one. */
  boolean hasProfile(int row, Profile profile) {
    return profiles.isEqual(row, profile, NO_SLOTS);
  }

  /** The app-user profile of a row, unpacked anew at each call. */
  public Profile profile(int row) {
    return profiles.get(row);
  }
}
