package io.attune.store;

/** What became of an import so far. */
public enum ImportStatus {
  /** It waits for its turn, or for its app's pause to end. */
  QUEUED,
  /** It was planned and not to be applied; a person may still approve it. */
  PLANNED,
  /** A safeguard stopped it; a person has to approve or cancel it. */
  PAUSED,
  /** Its plan was applied. */
  APPLIED,
  /** A person cancelled it; nothing of it was applied. */
  CANCELLED,
  /** It could not be planned or applied. */
  FAILED
}
