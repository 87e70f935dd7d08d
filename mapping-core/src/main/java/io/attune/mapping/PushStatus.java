package io.attune.mapping;

/** When a mapping is applied. Source: okta-behaviour 1.2. */
public enum PushStatus {
  /** On create and on update. */
  PUSH,
  /** On create only. */
  DONT_PUSH
}
