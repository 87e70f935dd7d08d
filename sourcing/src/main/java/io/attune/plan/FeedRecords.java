package io.attune.plan;

import io.attune.profile.PackedProfiles;
import io.attune.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of one feed, packed and put in the order of the plan: by the UTF-8 bytes of the
 * externalId, those without one last by their digest. What was one person twice in the feed is one
 * record here: {@link #fate} says whether it still can be used. Source: formats, Records.
 */
final class FeedRecords {
  /** What became of a record while it was read. */
  enum Fate {
    /** One record, read. */
    READ,
    /** Several records with the same bytes: used once. */
    REPEATED,
    /** Several records with one key that differ: none is used. */
    CONTRADICTORY,
    /** Not readable. */
    UNREADABLE
  }

  /** Not parsed, since it is known to change nothing. */
  private static final int NOT_PARSED = -1;

  /** Says what is stored. */
  private static final int AS_STORED = -2;

  private static final int NONE = -1;

  private final AppUsers links;
  private final PackedProfiles profiles;
  private final FeedKeys keys;
  private final PackedDigests digests = new PackedDigests();
  private final List<UnreadableRecord> unreadable = new ArrayList<>();
  private final List<UnreadableRecord> withoutKey = new ArrayList<>();
  private Fate[] fates = new Fate[64];
  private boolean[] active = new boolean[64];
  private int[] places = new int[64];
  private int[] firstDigests = new int[64];
  private final FeedGroups groups = new FeedGroups();
  private boolean repeats;

  /** No records; a link of {@code links} has the profile of what is not kept. */
  FeedRecords(AppUsers links) {
    this.links = links;
    this.keys = new FeedKeys(links);
    this.profiles = new PackedProfiles(links.schema());
  }

  /** All records of a batch, each kept. */
  static FeedRecords read(RecordBatch batch, AppUsers links) {
    FeedRecords records = new FeedRecords(links);
    batch.forEach(
        record -> {
          int number = records.add(record);
          if (number >= 0 && record instanceof AppRecord read) {
            records.keep(number, read.profile());
          }
        });
    return records;
  }

  /**
   * Adds a record. What it says is taken to be what is stored, unless it is kept.
   *
   * @return its number; negative if it is no first record of a key
   */
  int add(ImportRecord record) {
    int digest = digests.add(record.raw());
    if (record instanceof GroupRecord group) {
      groups.add(group);
      return NONE;
    }
    String externalId = record.externalId();
    if (externalId == null) {
      withoutKey.add((UnreadableRecord) record);
      return NONE;
    }
    int key = keys.add(externalId);
    if (key < 0) {
      repeat(-1 - key, record);
      return NONE;
    }
    if (key == fates.length) {
      fates = Arrays.copyOf(fates, key * 2);
      active = Arrays.copyOf(active, key * 2);
      places = Arrays.copyOf(places, key * 2);
      firstDigests = Arrays.copyOf(firstDigests, key * 2);
    }
    firstDigests[key] = digest;
    if (record instanceof AppRecord read) {
      fates[key] = Fate.READ;
      active[key] = read.active();
      places[key] = AS_STORED;
    } else if (record instanceof KnownRecord) {
      fates[key] = Fate.READ;
      active[key] = true;
      places[key] = NOT_PARSED;
    } else {
      fates[key] = Fate.UNREADABLE;
      places[key] = unreadable.size();
      unreadable.add((UnreadableRecord) record);
    }
    return key;
  }

  /** Keeps what a record says, which was read. */
  void keep(int record, Profile profile) {
    places[record] = profiles.add(profile);
  }

  private void repeat(int key, ImportRecord record) {
    repeats = true;
    boolean sameBytes = digests.isEqual(firstDigests[key], record.raw());
    if (!sameBytes) {
      fates[key] = Fate.CONTRADICTORY;
    } else if (fates[key] == Fate.READ) {
      fates[key] = Fate.REPEATED;
    }
  }

  /** How many records have a key; they are numbered from 0. */
  int size() {
    return keys.size();
  }

  /** The records' numbers in the order of the plan. */
  int[] inOrder() {
    return keys.inOrder();
  }

  String externalId(int record) {
    return keys.externalId(record);
  }

  /** The row of the link with a record's key, or -1. */
  int row(int record) {
    return keys.row(record);
  }

  /** Whether there is a record with the key of a link. */
  boolean hasRow(int row) {
    return keys.hasRow(row);
  }

  Fate fate(int record) {
    return fates[record];
  }

  /** Whether a record that was read is active in the app. */
  boolean isActive(int record) {
    return active[record];
  }

  /** Whether a record was not parsed, since it is known to change nothing. */
  boolean isKnown(int record) {
    return places[record] == NOT_PARSED;
  }

  /** Whether a record was read once, or known, and is active in the app. */
  boolean isPlain(int record) {
    return fates[record] == Fate.READ && active[record];
  }

  /** The digest of a record's bytes. */
  Sha256 raw(int record) {
    return digests.get(firstDigests[record]);
  }

  /** The app-user profile of a record that was read: what was kept of it, else what is stored. */
  Profile profile(int record) {
    return places[record] < 0 ? links.profile(keys.row(record)) : profiles.get(places[record]);
  }

  /** Why a record is not readable. */
  UnreadableRecord unreadable(int record) {
    return unreadable.get(places[record]);
  }

  /** The unreadable records without a key, in the order of the plan. */
  List<UnreadableRecord> withoutKey() {
    withoutKey.sort(Comparator.comparing(UnreadableRecord::raw));
    return withoutKey;
  }

  /** The groups of the feed. */
  FeedGroups groups() {
    return groups;
  }

  /** Why the records themselves leave the feed incomplete, or null if they do not. */
  @Nullable String incomplete() {
    if (!withoutKey.isEmpty()) {
      return "UNREADABLE_WITHOUT_ID";
    }
    return repeats ? "DUPLICATE_RECORDS" : null;
  }

  /** SHA-256 of the sorted digests of all records: the same for any order of the feed. */
  Sha256 fingerprint() {
    return digests.fingerprint();
  }
}
