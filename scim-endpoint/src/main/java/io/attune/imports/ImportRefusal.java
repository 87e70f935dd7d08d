package io.attune.imports;

import io.attune.store.StoredImport;
import io.attune.workspace.Finding;
import io.attune.workspace.InputErrors;
import io.attune.workspace.Pause;
import io.attune.workspace.PauseText;
import java.util.List;

/** Something that is asked of the engine cannot be done. Carries no personal value. */
public final class ImportRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final transient List<Fault> faults;

  /** Why. */
  public enum Kind {
    /** What is named is not there. */
    UNKNOWN,
    /** The request itself is wrong. */
    WRONG,
    /** It does not fit what has happened meanwhile. */
    CONFLICT
  }

  /**
   * One thing that is wrong.
   *
   * @param where a file and place, or a member of the request
   * @param what in one line
   * @param hint what to do about it, may be empty
   */
  public record Fault(String where, String what, String hint) {
    /** As a file of the workspace has it. */
    static Fault of(Finding finding) {
      String file = finding.file().replace('\\', '/');
      int inside = file.lastIndexOf("/workspace/");
      return new Fault(
          (inside < 0 ? file : file.substring(inside + "/workspace/".length()))
              + ":"
              + finding.problem().place().line()
              + ":"
              + finding.problem().place().column(),
          finding.problem().message(),
          finding.problem().hint());
    }
  }

  /** Why an import is paused: the plan alone does not say it where the limit is over a window. */
  static String pause(StoredImport run, Pause pause) {
    String hint = "look at `GET /imports/" + run.id() + "/plan`, then approve or cancel it";
    Fault fault = new Fault("apps/" + pause.app(), "paused: " + PauseText.of(pause), hint);
    return ImportJson.errors(List.of(fault)).toString();
  }

  private ImportRefusal(Kind kind, List<Fault> faults) {
    super(faults.get(0).what(), null, false, false);
    this.kind = kind;
    this.faults = List.copyOf(faults);
  }

  /** With one fault. */
  public static ImportRefusal of(Kind kind, String where, String what, String hint) {
    return new ImportRefusal(kind, List.of(new Fault(where, what, hint)));
  }

  /** With everything that is wrong in the workspace. */
  public static ImportRefusal of(InputErrors errors) {
    return new ImportRefusal(Kind.CONFLICT, faults(errors));
  }

  static List<Fault> faults(InputErrors errors) {
    return errors.findings().stream().filter(Finding::isError).map(Fault::of).toList();
  }

  /** Why. */
  public Kind kind() {
    return kind;
  }

  /** Everything that is wrong, at least one. */
  public List<Fault> faults() {
    return faults;
  }
}
