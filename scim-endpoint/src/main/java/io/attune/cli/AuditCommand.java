package io.attune.cli;

import io.attune.store.AuditEntry;
import io.attune.store.AuditTrail;
import io.attune.store.AuditVerdict;
import io.attune.store.Database;
import io.attune.workspace.InputErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code attune audit}: whether the trail of an endpoint's changes is whole, and its end. */
@Command(
    name = "audit",
    description = "Checks the audit trail of an endpoint, and lists its last entries.")
final class AuditCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "attune-data",
      description = "The folder of the endpoint, which is stopped. Default: ${DEFAULT-VALUE}.")
  private Path data = Path.of("attune-data");

  @Option(
      names = "--last",
      paramLabel = "N",
      defaultValue = "0",
      description = "How many entries to list. Default: ${DEFAULT-VALUE}.")
  private int last;

  @ArgGroup(exclusive = false, heading = "PostgreSQL:%n")
  private @Nullable StoreOptions store;

  AuditCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if (last < 0) {
      throw ImportCommand.wrongUse(spec, "--last takes a number from 0");
    }
    if (store == null && !Files.exists(data.resolve("attune.db"))) {
      // To open it would make an empty one, whose trail is whole.
      throw InputErrors.of(
          data.toString(), "there is no store in this folder", "name the --data of `attune serve`");
    }
    try (Database database = StoreOptions.open(store, data, spec)) {
      AuditTrail trail = new AuditTrail(database);
      List<AuditEntry> entries = new ArrayList<>(trail.last(last));
      Collections.reverse(entries);
      entries.forEach(each -> streams.out().println(line(each)));
      return tell(trail.verify());
    }
  }

  private int tell(AuditVerdict verdict) {
    AuditVerdict.Fault fault = verdict.fault();
    if (fault != null) {
      throw InputErrors.of(
          store == null ? data.toString() : "--store",
          "the audit trail is broken at entry " + fault.seq() + ": " + fault.message(),
          "somebody wrote to the store beside attune");
    }
    streams.out().println("whole: " + verdict.entries() + " entries, the last " + verdict.end());
    return Attune.DONE;
  }

  private static String line(AuditEntry entry) {
    return String.join(
        "  ",
        Long.toString(entry.seq()),
        Instant.ofEpochMilli(entry.atMillis()).toString(),
        entry.actor(),
        entry.operation().name().toLowerCase(Locale.ROOT),
        (entry.app().isEmpty() ? "" : entry.app() + "/")
            + entry.subject().name().toLowerCase(Locale.ROOT)
            + "/"
            + entry.id()
            + (entry.plan() == null ? "" : "  plan " + entry.plan()));
  }
}
