package io.attune.matching;

/**
 * What is made equal before two values of an attribute are compared. Source: formats, Workspace.
 */
public enum Normalization {
  /** Nothing: the same code points after NFC. */
  NONE,
  /** Unicode white space at both ends goes. */
  TRIM,
  /** ASCII letters become lower case. */
  CASEFOLD,
  /** TRIM and CASEFOLD, then only ASCII letters and digits stay. */
  ALNUM
}
