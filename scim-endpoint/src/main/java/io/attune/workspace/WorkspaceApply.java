package io.attune.workspace;

import io.attune.json.Place;
import io.attune.plan.ImportReport.Held;
import io.attune.plan.ImportReport.Verdict;
import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedGroup;
import io.attune.plan.Sha256;
import io.attune.plan.json.BadPlan;
import io.attune.plan.json.PlanFile;
import io.attune.plan.json.PlanReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does to a workspace what a plan says, all of it or nothing. Source: formats, Apply. */
public final class WorkspaceApply {

  private WorkspaceApply() {}

  /**
   * Finishes a plan that was being applied when the machine stopped, or discards it. Every command
   * begins with this.
   */
  public static void recover(Folder folder) throws IOException {
    Transaction.recover(folder);
  }

  /**
   * Applies a plan.
   *
   * @param planName as messages name the plan
   * @param approval a person's {@code HASH:COUNT}, or null
   * @throws InputErrors if it is no plan, or was made from other inputs
   * @throws IOException if the disk fails; the workspace is as it was, or as the plan leaves it
   */
  public static ApplyResult apply(
      Path workspacePath, Path plan, String planName, @Nullable Approval approval)
      throws IOException {
    return apply(workspacePath, plan, planName, approval, false);
  }

  /**
   * Applies a plan.
   *
   * @param planName as messages name the plan
   * @param approval a person's {@code HASH:COUNT}, or null
   * @param acceptOlder whether a feed that seems older than the last is no reason to refuse
   * @throws InputErrors if it is no plan, was made from other inputs, or is too old
   * @throws IOException if the disk fails; the workspace is as it was, or as the plan leaves it
   */
  public static ApplyResult apply(
      Path workspacePath,
      Path plan,
      String planName,
      @Nullable Approval approval,
      boolean acceptOlder)
      throws IOException {
    return apply(workspacePath, plan, planName, ApplyRules.of(approval, acceptOlder));
  }

  /**
   * Applies a plan.
   *
   * @param planName as messages name the plan
   * @throws InputErrors if it is no plan, was made from other inputs, or is too old
   * @throws IOException if the disk fails; the workspace is as it was, or as the plan leaves it
   */
  public static ApplyResult apply(Path workspacePath, Path plan, String planName, ApplyRules rules)
      throws IOException {
    Approval approval = rules.approval();
    Folder folder = Folder.open(workspacePath);
    PlanFile file = read(plan, planName, line -> {});
    try (Transaction transaction = Transaction.begin(folder)) {
      if (!inputsMatch(folder, file)) {
        if (History.read(folder).stands(file.hash())) {
          return new ApplyResult.AlreadyApplied();
        }
        throw InputErrors.of(planName, moved(folder, file), "plan the import again");
      }
      Workspace workspace = Workspace.read(workspacePath);
      if (!workspace.apps().contains(file.run().app())) {
        throw InputErrors.of(planName, "there is no app `" + file.run().app() + "`", "");
      }
      ApplyGate gate = ApplyGate.of(workspace, file.run().app());
      if (rules.oneByOne()) {
        gate = gate.overADay();
      }
      refuseOlder(gate, file, planName, rules.acceptOlder());
      ApplyResult stop = gate.stop(file, approval);
      if (stop != null) {
        if (stop instanceof ApplyResult.Paused paused) {
          gate.pauses().begin(paused.pause(), plan, transaction);
          transaction.commit();
        }
        return stop;
      }
      PlanEffects effects = new PlanEffects(file, workspace.isSource(file.run().app()));
      GroupEffects groups = new GroupEffects(file, workspace.sourceId(file.run().app()));
      if (!read(plan, planName, effects::add, groups::add).hash().equals(file.hash())) {
        throw InputErrors.of(planName, "the plan was replaced while it was read", "apply it again");
      }
      write(folder, workspace, file, effects, groups, transaction);
      boolean approved = approval != null && approval.covers(file);
      archive(folder, plan, file, approved, instead(gate, file, approved), transaction);
      settle(gate, file, plan, approval, transaction);
      transaction.commit();
      return new ApplyResult.Applied();
    }
  }

  private static void refuseOlder(
      ApplyGate gate, PlanFile file, String planName, boolean acceptOlder) {
    String older = gate.older(file);
    if (older != null && gate.refusesOlder() && !acceptOlder) {
      throw InputErrors.of(
          planName, older, "if that is meant, say `--accept-older`; nothing was applied");
    }
  }

  /** The paused plan that ends because this one was approved in its place, or null. */
  private static @Nullable Sha256 instead(ApplyGate gate, PlanFile file, boolean approved) {
    Pause before = gate.pauses().of(file.run().app());
    boolean ends = approved && file.verdict() == Verdict.PAUSE && file.safeguard().held() == null;
    return before != null && ends && !before.plan().equals(file.hash()) ? before.plan() : null;
  }

  /**
   * Ends the app's pause if the plan decides it, or keeps what the plan holds back from leaking.
   */
  private static void settle(
      ApplyGate gate,
      PlanFile file,
      Path plan,
      @Nullable Approval approval,
      Transaction transaction)
      throws IOException {
    Pauses pauses = gate.pauses();
    String app = file.run().app();
    Held held = file.safeguard().held();
    Pause before = pauses.of(app);
    if (held != null) {
      Pause pause = Pause.of(file, held);
      if (before != null && before.held() && !gate.impliesAbsence(file)) {
        pause = pause.and(before);
      }
      pauses.begin(pause, plan, transaction);
    } else if (before != null) {
      boolean decided =
          before.plan().equals(file.hash())
              || (approval != null && approval.covers(file) && file.verdict() == Verdict.PAUSE);
      boolean seenAgain = before.held() && gate.impliesAbsence(file);
      if (decided || seenAgain) {
        pauses.end(app, transaction);
      }
    }
  }

  /**
   * Ends the pause of an app without applying its plan: Okta's "cancel the affected import and
   * resume other imports".
   *
   * @return the pause that was, or null if there was none
   */
  public static @Nullable Pause cancel(Path workspacePath, String app) throws IOException {
    Folder folder = Folder.open(workspacePath);
    try (Transaction transaction = Transaction.begin(folder)) {
      Pauses pauses = Pauses.read(folder);
      Pause before = pauses.of(app);
      if (before != null) {
        pauses.end(app, transaction);
        transaction.commit();
      }
      return before;
    }
  }

  /**
   * Reads a plan file to its end; its lines may be used only if this returns.
   *
   * @param planName as messages name the plan
   * @throws InputErrors if it is no plan, or was changed after it was written
   */
  public static PlanFile read(Path plan, String planName, Consumer<PlannedChange> each)
      throws IOException {
    return read(plan, planName, each, group -> {});
  }

  /** The same, with the lines about groups. */
  public static PlanFile read(
      Path plan, String planName, Consumer<PlannedChange> each, Consumer<PlannedGroup> eachGroup)
      throws IOException {
    if (Files.isDirectory(plan)) {
      throw InputErrors.of(planName, "this is a folder", "give the file that `--plan` wrote");
    }
    try (InputStream in = Files.newInputStream(plan)) {
      return PlanReader.read(in, each, eachGroup);
    } catch (BadPlan e) {
      throw InputErrors.at(planName, new Place(e.line(), 1), String.valueOf(e.getMessage()), "");
    } catch (NoSuchFileException e) {
      throw InputErrors.of(planName, "there is no such file", "");
    }
  }

  private static boolean inputsMatch(Folder folder, PlanFile file) {
    return Fingerprints.config(folder).equals(file.run().config())
        && Fingerprints.directory(folder).equals(file.run().directory());
  }

  private static String moved(Folder folder, PlanFile file) {
    boolean config = !Fingerprints.config(folder).equals(file.run().config());
    boolean directory = !Fingerprints.directory(folder).equals(file.run().directory());
    String which =
        config && directory
            ? "the configuration and the directory have"
            : config ? "the configuration has" : "the directory has";
    return which + " changed since this plan was made";
  }

  private static void write(
      Folder folder,
      Workspace workspace,
      PlanFile file,
      PlanEffects effects,
      GroupEffects groups,
      Transaction transaction)
      throws IOException {
    String app = file.run().app();
    try (UndoLog log = UndoLog.of(file, transaction)) {
      rewrite(folder, transaction, "users.jsonl", "id", effects.users(), log);
      String rows = AppFiles.path(app, "app-users.jsonl");
      rewrite(folder, transaction, rows, "id", effects.appUsers(), log);
      String pending = AppFiles.path(app, "pending.jsonl");
      rewrite(folder, transaction, pending, "externalId", effects.pending(), log);
      if (!groups.isEmpty()) {
        rewrite(folder, transaction, "groups.jsonl", "id", groups.groups(), log);
      }
      if (effects.touchesOtherApps()) {
        for (String other : workspace.apps()) {
          String otherRows = AppFiles.path(other, "app-users.jsonl");
          if (!other.equals(app) && folder.has(otherRows)) {
            rewrite(folder, transaction, otherRows, "id", effects.otherAppUsers(), log);
          }
        }
      }
    }
  }

  private static void rewrite(
      Folder folder,
      Transaction transaction,
      String file,
      String key,
      LineRewriter.Edits edits,
      UndoLog log)
      throws IOException {
    try (OutputStream out = transaction.write(file)) {
      LineRewriter.rewrite(folder, file, key, edits, out, log.file(file, key));
    }
  }

  /** Keeps the plan, and a line of history that names it. */
  private static void archive(
      Folder folder,
      Path plan,
      PlanFile file,
      boolean approved,
      @Nullable Sha256 instead,
      Transaction transaction)
      throws IOException {
    HistoryEvent.Applied applied = HistoryEvent.Applied.of(file, approved, instead);
    try (OutputStream out = transaction.write(applied.file())) {
      Files.copy(plan, out);
    }
    History.append(folder, applied, transaction);
  }
}
