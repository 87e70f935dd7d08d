package io.attune.workspace;

import io.attune.plan.AppRecord;
import io.attune.plan.DirectorySnapshot;
import io.attune.plan.FeedEnd;
import io.attune.plan.ImportMode;
import io.attune.plan.ImportPlanner;
import io.attune.plan.ImportRun;
import io.attune.plan.ImportSettings;
import io.attune.plan.PendingRecord;
import io.attune.plan.PendingRecord.Choice;
import io.attune.plan.PendingRecord.Kind;
import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedMatch;
import io.attune.plan.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the next import would do with what waits: an import of the waiting records themselves, as
 * {@code pending.jsonl} keeps them, planned and never applied.
 */
public final class PendingPreview {
  private final ImportSettings settings;
  private final DirectorySnapshot directory;
  private final List<PendingLine> waiting;

  /**
   * A preview for one app.
   *
   * @throws InputErrors with everything that is wrong in the workspace
   */
  public PendingPreview(Workspace workspace, String app, Instant time) {
    Sha256 none = Sha256.of(new byte[0]);
    ImportRun run = new ImportRun(app, ImportMode.INCREMENTAL, time, none, none);
    this.settings = ImportConfiguration.of(workspace, run);
    this.directory = DirectoryFiles.read(workspace, app);
    this.waiting = PendingFile.read(workspace, app);
  }

  /** The people. */
  public DirectorySnapshot directory() {
    return directory;
  }

  /** What waits, in the order of the file. */
  public List<PendingLine> waiting() {
    return waiting;
  }

  /** Whether an import never takes this person's account. */
  public boolean isProtected(String userId) {
    return settings.lifecycle().protectedUsers().contains(userId);
  }

  /** The lines of the next import by record, if these were the choices. */
  public Map<String, PlannedChange> lines(UnaryOperator<PendingRecord> choices) {
    List<PendingRecord> records =
        waiting.stream().map(line -> choices.apply(line.record())).toList();
    Map<String, PlannedChange> lines = new HashMap<>();
    ImportPlanner.plan(
            each -> {
              waiting.forEach(line -> each.accept(record(line)));
              return new FeedEnd.Unproven();
            },
            directory.withPending(records),
            settings)
        .forEachLine(line -> lines.put(String.valueOf(line.externalId()), line));
    return lines;
  }

  private static AppRecord record(PendingLine line) {
    byte[] key = line.externalId().getBytes(StandardCharsets.UTF_8);
    return new AppRecord(line.externalId(), true, line.profile(), Sha256.of(key));
  }

  /**
   * The choice that confirms what an import found: the exact match, the one namesake, the new
   * person. Null where a person has to say more than yes.
   */
  public static @Nullable Choice confirming(PlannedChange now) {
    PlannedMatch match = now.match();
    return switch (now.outcome()) {
      case PENDING_EXACT -> new Choice(Kind.EXACT, now.userId());
      case PENDING_NEW -> new Choice(Kind.NEW, null);
      case PENDING_PARTIAL ->
          match == null || match.candidates().size() != 1
              ? null
              : new Choice(Kind.USER, match.candidates().get(0));
      default -> null;
    };
  }
}
