package io.attune.imports;

import io.attune.plan.PendingRecord.Choice;
import io.attune.plan.PendingRecord.Kind;
import io.attune.store.ImportSource;
import io.attune.store.ImportStatus;
import io.attune.store.ResourceKind;
import io.attune.store.ResourceStore;
import io.attune.store.StoredImport;
import io.attune.store.StoredResource;
import io.attune.workspace.Confirming;
import io.attune.workspace.PendingChoices;
import io.attune.workspace.PendingChoices.Edit;
import io.attune.workspace.PendingLine;
import io.attune.workspace.PendingPreview;
import io.attune.workspace.WaitingRecord;
import io.attune.workspace.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What waits for a person in the apps of a served workspace, and what a person decides. */
public final class PendingDesk {
  private final ServedOrg org;
  private final ResourceStore resources;
  private final ImportEngine engine;

  PendingDesk(ServedOrg org, ImportEngine engine) {
    this.org = org;
    this.resources = new ResourceStore(org.database());
    this.engine = engine;
  }

  /**
   * What waits in an app, in the order of its file.
   *
   * @throws ImportRefusal if there is no such app
   */
  public List<WaitingRecord> waiting(String app) throws IOException {
    return engine.alone(
        path -> {
          Workspace workspace = Workspace.read(path);
          engine.check(workspace, app);
          return WaitingRecord.all(new PendingPreview(workspace, app, now()));
        });
  }

  /**
   * Writes a choice, and imports the record again if the app's endpoint stores it.
   *
   * @param kind what was chosen; null takes a choice back
   * @param user the login or id of the person, where the choice is {@code USER}
   * @param by who decides
   * @return that import, as it stands after a while; empty if the choice decides at a later one
   * @throws ImportRefusal if there is no such app
   * @throws io.attune.workspace.InputErrors if the choice cannot be made
   */
  public Optional<StoredImport> choose(
      String app, String record, @Nullable Kind kind, @Nullable String user, String by)
      throws IOException {
    engine.alone(
        path -> {
          engine.check(Workspace.read(path), app);
          PendingChoices.write(
              path,
              app,
              by,
              now(),
              preview -> told(preview, edit(preview, app, record, kind, user), app, by));
          return true;
        });
    return resources
        .find(app, ResourceKind.USER, record)
        .map(stored -> engine.submit(again(stored), by, Duration.ofSeconds(10)));
  }

  /** The same, once the trail has it: nothing is chosen that it does not tell. */
  private Edit told(PendingPreview preview, Edit edit, String app, String by) {
    Map<String, String> before = new HashMap<>();
    for (PendingLine line : preview.waiting()) {
      if (line.record().choice() != null) {
        before.put(line.externalId(), text(line.record().choice()));
      }
    }
    edit.choices()
        .forEach(
            (record, choice) ->
                org.choices()
                    .tell(
                        app,
                        record,
                        before.get(record),
                        choice.map(PendingDesk::text).orElse(null),
                        by,
                        org.clock().millis()));
    return edit;
  }

  private static String text(Choice choice) {
    return choice.kind() + " " + choice.userId();
  }

  private static Edit edit(
      PendingPreview preview,
      String app,
      String record,
      @Nullable Kind kind,
      @Nullable String user) {
    Confirming confirming = new Confirming(preview, app, "apps/" + app + "/pending.jsonl");
    List<String> records = List.of(record);
    if (kind == null) {
      return confirming.choose(records, confirming::withdrawn);
    }
    return switch (kind) {
      case EXACT -> confirming.choose(records, confirming::exact);
      case USER -> confirming.choose(records, line -> confirming.user(line, String.valueOf(user)));
      default -> confirming.choose(records, line -> Optional.of(new Choice(kind, null)));
    };
  }

  private Instant now() {
    return Instant.ofEpochMilli(org.clock().millis());
  }

  private StoredImport again(StoredResource stored) {
    return new StoredImport(
        0,
        stored.app(),
        ImportSource.ENDPOINT,
        "INCREMENTAL",
        ImportStatus.QUEUED,
        true,
        stored.kind(),
        stored.id(),
        stored.body(),
        false,
        org.clock().millis(),
        null,
        null,
        null);
  }
}
