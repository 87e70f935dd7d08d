package io.attune.scim.server;

import io.attune.store.Database;
import io.attune.store.StoreFailure;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Whether the process runs, and whether it can serve: that takes a write that reached the disk. */
final class ServiceHealth {
  /** How old an answer may be: whoever asks has no credential, and each check writes. */
  private static final long MOST_AGE_NANOS = 1_000_000_000L;

  private final Database database;
  private final LongSupplier nanos;
  private @Nullable Checked last;

  private record Checked(long atNanos, ScimReply reply) {}

  ServiceHealth(Database database, LongSupplier nanos) {
    this.database = database;
    this.nanos = nanos;
  }

  static ScimReply live() {
    return reply(200, "{\"status\":\"UP\"}");
  }

  synchronized ScimReply ready() {
    long now = nanos.getAsLong();
    Checked before = last;
    if (before != null && now - before.atNanos() < MOST_AGE_NANOS) {
      return before.reply();
    }
    ScimReply reply;
    try {
      database.checkWritable();
      reply = live();
    } catch (StoreFailure e) {
      reply = reply(503, "{\"status\":\"DOWN\",\"store\":\"cannot be written\"}");
    }
    last = new Checked(now, reply);
    return reply;
  }

  private static ScimReply reply(int status, String body) {
    return new ScimReply(status, Map.of("Content-Type", "application/json"), body);
  }
}
