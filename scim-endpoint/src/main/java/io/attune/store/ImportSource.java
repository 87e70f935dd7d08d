package io.attune.store;

/** Where the records of an import come from. */
public enum ImportSource {
  /** A write at the app's SCIM endpoint: one record. */
  ENDPOINT,
  /** Records that a client sent with the import. */
  SCIM,
  /** All users that the app's endpoint stores. */
  STORE
}
